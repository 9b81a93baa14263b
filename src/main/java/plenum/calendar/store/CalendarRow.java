package plenum.calendar.store;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.NullUnmarked;
import plenum.calendar.Calendar;

/** A row of {@code calendar}; Hibernate fills the fields. */
@Entity
@DynamicUpdate
@NullUnmarked
@Table(name = "calendar")
class CalendarRow {
    @Id
    UUID id;

    UUID accountId;
    String name;

    @Enumerated(EnumType.STRING)
    Calendar.Colour colour;

    boolean organisation;
    byte[] feedHash;
    Instant createdAt;

    Calendar toCalendar() {
        return new Calendar(id, accountId, name, colour, organisation);
    }
}
