package plenum.reaction.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code raised_hand}; Hibernate fills the fields. */
@Entity
@NullUnmarked
@Table(name = "raised_hand")
class RaisedHandRow {
    @Id
    UUID participant;

    UUID meetingId;
    Instant raisedAt;

    protected RaisedHandRow() {
        // for Hibernate
    }

    RaisedHandRow(UUID meeting, UUID participant, Instant at) {
        this.meetingId = meeting;
        this.participant = participant;
        this.raisedAt = at;
    }
}
