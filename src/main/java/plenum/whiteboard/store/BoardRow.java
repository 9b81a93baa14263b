package plenum.whiteboard.store;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import plenum.whiteboard.BoardRights;
import plenum.whiteboard.StoredBoard;

/** A row of {@code whiteboard}; Hibernate fills the fields. */
@Entity
@NullUnmarked
@Table(name = "whiteboard")
class BoardRow {
    @Id
    UUID id;

    UUID meetingId;

    @Nullable
    UUID room;

    boolean shown;

    @Enumerated(EnumType.STRING)
    BoardRights.Drawing drawing;

    UUID[] named;
    long floor;

    StoredBoard toBoard() {
        return new StoredBoard(id, new BoardRights(shown, drawing, Set.of(named)), floor);
    }
}
