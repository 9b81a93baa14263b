package plenum.poll.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code poll_ballot}: an anonymous vote. Nothing in it leads to the voter. */
@Entity
@NullUnmarked
@Table(name = "poll_ballot")
class PollBallotRow {
    @Id
    byte[] ballotHash;

    UUID pollId;
    int[] choices;

    protected PollBallotRow() {
        // for Hibernate
    }

    PollBallotRow(UUID poll, byte[] ballotHash) {
        this.pollId = poll;
        this.ballotHash = ballotHash.clone();
        this.choices = new int[0];
    }
}
