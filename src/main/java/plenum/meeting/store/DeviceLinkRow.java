package plenum.meeting.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code device_link}; Hibernate fills the fields. */
@Entity
@NullUnmarked
@Table(name = "device_link")
class DeviceLinkRow {
    @Id
    byte[] tokenHash;

    UUID attendanceId;
    Instant expiresAt;

    protected DeviceLinkRow() {
        // for Hibernate
    }

    DeviceLinkRow(byte[] tokenHash, UUID attendanceId, Instant expiresAt) {
        this.tokenHash = tokenHash.clone();
        this.attendanceId = attendanceId;
        this.expiresAt = expiresAt;
    }
}
