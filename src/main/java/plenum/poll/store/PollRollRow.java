package plenum.poll.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code poll_roll}: a person has voted anonymously. Nothing in it leads to the ballot. */
@Entity
@NullUnmarked
@Table(name = "poll_roll")
class PollRollRow {
    @Id
    UUID id;

    UUID pollId;
    UUID voter;

    protected PollRollRow() {
        // for Hibernate
    }

    PollRollRow(UUID poll, UUID voter) {
        this.id = UUID.randomUUID();
        this.pollId = poll;
        this.voter = voter;
    }
}
