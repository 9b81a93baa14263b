package plenum.meeting.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;
import plenum.meeting.Meeting;
import plenum.meeting.MeetingCode;
import plenum.meeting.MeetingLetters;

/** A row of {@code meeting}; Hibernate fills the fields. */
@Entity
@Immutable
@NullUnmarked
@Table(name = "meeting")
class MeetingRow {
    @Id
    UUID id;

    String name;
    String code;
    String letters;
    byte[] creatorTokenHash;
    Instant createdAt;

    protected MeetingRow() {
        // for Hibernate
    }

    Meeting toMeeting() {
        return new Meeting(id, name, new MeetingCode(code), new MeetingLetters(letters), createdAt);
    }
}
