package plenum.drive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Files that are being uploaded. Blocks on the database. */
public interface Uploads {
    /**
     * Room is taken for it from now on.
     *
     * @param limit bytes that the drive may hold
     * @return false when there is not enough room
     */
    boolean begin(Upload upload, long limit);

    /** Only to whom it belongs. */
    Optional<Upload> find(UUID id, UUID account);

    /** The latest first. */
    List<Upload> of(UUID account);

    void used(UUID id);

    void drop(UUID id);

    /** Ids of some that nobody has gone on with since. */
    List<UUID> before(Instant instant, int most);

    record Upload(
            UUID id, UUID account, UUID drive, Optional<UUID> parent, FileName name, long size, Instant begunAt) {}
}
