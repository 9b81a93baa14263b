package plenum.whiteboard.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code whiteboard_picture}; Hibernate fills the fields. */
@Entity
@NullUnmarked
@Table(name = "whiteboard_picture")
class PictureRow {
    @Id
    UUID id;

    UUID boardId;
    String type;
    byte[] bytes;
    Instant addedAt;
}
