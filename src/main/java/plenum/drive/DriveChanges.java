package plenum.drive;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import plenum.drive.DriveItem.Content;
import plenum.drive.DriveItem.Preview;

/**
 * What changes in drives. Each call is a transaction; those that change a drive wait for one another, so that sums are right, no two items of
 * a folder have one name and no folder gets into itself. Objects that nothing refers to any more are noted, to be deleted. Blocks on the
 * database.
 */
public interface DriveChanges {
    /** With a number in its name when there is one of that name. */
    DriveItem makeFolder(UUID drive, Optional<UUID> parent, FileName name, UUID by);

    /** The folder of a name, made when it is not there. */
    DriveItem folder(UUID drive, Optional<UUID> parent, FileName name, UUID by);

    /** False when another one in that folder has the name. */
    boolean rename(UUID item, FileName name, UUID by);

    Outcome move(UUID item, UUID drive, Optional<UUID> parent, UUID by);

    /** @param room bytes that may be added to the drive */
    Outcome copy(UUID item, UUID drive, Optional<UUID> parent, long room, UUID by);

    void trash(UUID item, UUID by);

    /** To where it was, or to the top when that is gone. */
    void restore(UUID item, UUID by);

    /** For good, with all that is in it. */
    void delete(UUID item);

    void emptyTrash(UUID drive);

    /** @return how many were thrown away before that, and are deleted now */
    int deleteTrashed(Instant before);

    /** Adds a file, or a version to the one that has the name; ends the upload of the object's id. */
    DriveItem add(UUID drive, Optional<UUID> parent, FileName name, Content content, UUID by);

    /** Makes an earlier version the current one; what was current becomes an earlier one. */
    void restoreVersion(UUID item, int version, UUID by);

    /** What a job found out about a file's content, if it still is its content. */
    void describe(UUID item, UUID object, String type, Optional<Preview> preview, String words, String language);

    /** All that somebody alone owns is deleted, and their targets are forgotten when nothing is left there. */
    void eraseAllOf(UUID account);

    /** Why something was not moved or copied. */
    enum Outcome {
        DONE,
        INTO_ITSELF,
        /** Files do not go from one server to another. */
        OTHER_SERVER,
        NO_ROOM
    }
}
