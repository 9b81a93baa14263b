package plenum.breakout.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code breakout}; Hibernate fills the fields. */
@Entity
@NullUnmarked
@Table(name = "breakout")
class BreakoutRow {
    @Id
    UUID meetingId;

    boolean choose;
    Instant openedAt;
    Instant endsAt;

    protected BreakoutRow() {
        // for Hibernate
    }

    BreakoutRow(UUID meeting) {
        this.meetingId = meeting;
    }
}
