package plenum.breakout.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code breakout_assignment}; Hibernate fills the fields. */
@Entity
@NullUnmarked
@Table(name = "breakout_assignment")
class BreakoutAssignmentRow {
    @Id
    UUID person;

    UUID roomId;

    protected BreakoutAssignmentRow() {
        // for Hibernate
    }

    BreakoutAssignmentRow(UUID person, UUID room) {
        this.person = person;
        this.roomId = room;
    }
}
