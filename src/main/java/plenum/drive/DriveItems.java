package plenum.drive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is in drives, to look at. Blocks on the database. */
public interface DriveItems {
    /** With what somebody may do with it; empty when there is none, or nothing that they may. */
    Optional<Found> find(UUID item, Viewer viewer);

    /** Whoever asks. */
    Optional<DriveItem> byId(UUID item);

    /** Whether an item is that one, or lies in it at whatever depth. */
    boolean isWithin(UUID item, UUID folder);

    List<DriveItem> list(Listing listing, int first, int most);

    long count(Listing listing);

    /** From the top to the item itself. */
    List<DriveItem> path(UUID item);

    /**
     * Files and folders in it at whatever depth, itself first, parents before children; at most so many. Of what is thrown away: what was thrown
     * away together with it.
     */
    List<DriveItem> tree(UUID item, int most);

    /** Files that no job has looked at, and that were not changed since; not those that are thrown away. Sorted by id. */
    List<DriveItem> notDescribed(UUID after, Instant unchangedSince, int most);

    /** The latest first, without the current one. */
    List<Version> versions(UUID item);

    /** An item and what somebody may do with it. */
    record Found(DriveItem item, Access access) {}

    record Version(Instant madeAt, DriveItem.Content content) {}
}
