package plenum.recording.store;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import plenum.recording.Recording;
import plenum.recording.RecordingDelivery;

/** A row of {@code recording}; Hibernate fills the fields. */
@Entity
@NullUnmarked
@Table(name = "recording")
class RecordingRow {
    @Id
    UUID id;

    UUID meetingId;
    String name;
    UUID ownerId;
    String startedBy;
    Instant startedAt;

    @Nullable
    Instant endedAt;

    @Enumerated(EnumType.STRING)
    Recording.State state;

    int edition;

    @Nullable
    UUID itemId;

    @Nullable
    String fileName;

    @Nullable
    Long bytes;

    @Nullable
    Long millis;

    @Nullable
    String sha256;

    @Nullable
    String chapters;

    @Nullable
    String gaps;

    @Nullable
    Instant deliveredAt;

    @Nullable
    Instant noticedAt;

    String trouble;
    String node;
    boolean interrupted;

    @Nullable
    UUID driveId;

    @Nullable
    UUID folderId;

    Recording recording() {
        return new Recording(
                id,
                meetingId,
                name,
                ownerId,
                startedBy,
                startedAt,
                Optional.ofNullable(endedAt),
                state,
                edition,
                itemId == null
                        ? Optional.empty()
                        : Optional.of(new Recording.Film(itemId, fileName, bytes, millis, sha256, chapters, gaps)),
                trouble,
                driveId == null
                        ? Optional.empty()
                        : Optional.of(new RecordingDelivery.Place(driveId, Optional.ofNullable(folderId))),
                interrupted);
    }
}
