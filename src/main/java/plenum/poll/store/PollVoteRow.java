package plenum.poll.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import plenum.poll.Polls;

/** A row of {@code poll_vote}; Hibernate fills the fields. */
@Entity
@NullUnmarked
@Table(name = "poll_vote")
class PollVoteRow {
    @Id
    UUID id;

    UUID pollId;
    UUID voter;
    String voterName;
    int[] choices;

    protected PollVoteRow() {
        // for Hibernate
    }

    PollVoteRow(UUID poll, Polls.Voter voter) {
        this.id = UUID.randomUUID();
        this.pollId = poll;
        this.voter = voter.id();
        this.voterName = voter.name();
        this.choices = new int[0];
    }
}
