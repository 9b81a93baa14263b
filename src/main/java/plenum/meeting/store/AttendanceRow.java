package plenum.meeting.store;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import plenum.meeting.Attendance;
import plenum.meeting.Role;

/** A row of {@code attendance}; Hibernate fills the fields. */
@Entity
@NullUnmarked
@Table(name = "attendance")
class AttendanceRow {
    @Id
    UUID id;

    UUID meetingId;
    String name;

    @Enumerated(EnumType.STRING)
    Role role;

    byte[] resumeTokenHash;
    Instant lastSeenAt;
    Instant givenUpAt;
    UUID samePersonAs;
    UUID room;

    protected AttendanceRow() {
        // for Hibernate
    }

    AttendanceRow(Attendance attendance, byte[] resumeTokenHash, Instant now) {
        this.id = attendance.id();
        this.meetingId = attendance.meeting();
        this.name = attendance.name();
        this.role = attendance.role();
        this.resumeTokenHash = resumeTokenHash.clone();
        this.lastSeenAt = now;
        this.samePersonAs = attendance.samePersonAs().orElse(null);
        this.room = attendance.room().orElse(null);
    }

    Attendance toAttendance() {
        return new Attendance(id, meetingId, name, role, Optional.ofNullable(samePersonAs), Optional.ofNullable(room));
    }
}
