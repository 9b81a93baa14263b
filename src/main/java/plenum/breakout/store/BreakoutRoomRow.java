package plenum.breakout.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import plenum.breakout.Plan;

/** A row of {@code breakout_room}; Hibernate fills the fields. */
@Entity
@NullUnmarked
@Table(name = "breakout_room")
class BreakoutRoomRow {
    @Id
    UUID id;

    UUID meetingId;
    int place;
    String name;

    protected BreakoutRoomRow() {
        // for Hibernate
    }

    BreakoutRoomRow(UUID id, UUID meeting) {
        this.id = id;
        this.meetingId = meeting;
    }

    Plan.Room toRoom() {
        return new Plan.Room(id, name);
    }
}
