package plenum.timer.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A row of {@code meeting_timer}; Hibernate fills the fields. */
@Entity
@NullUnmarked
@Table(name = "meeting_timer")
class MeetingTimerRow {
    @Id
    UUID meetingId;

    /** In the order of the parts; an empty text is no name. */
    String[] names;

    int[] seconds;
    int current;

    @Nullable
    Instant endsAt;

    long leftMillis;
}
