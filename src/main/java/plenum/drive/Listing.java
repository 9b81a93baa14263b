package plenum.drive;

import java.util.Optional;
import java.util.UUID;

/** What is to be shown of a drive, and in which order; folders come first. */
public sealed interface Listing {
    Order order();

    /** What is in a folder; empty: at the top. */
    record Folder(UUID drive, Optional<UUID> parent, Order order) implements Listing {}

    record Trash(UUID drive, Order order) implements Listing {}

    /**
     * What has these words in its name or text.
     *
     * @param language of the reader, for word stems
     */
    record Search(UUID drive, String words, String language, Order order) implements Listing {}

    /** The pictures of a drive, in whichever folder. */
    record Pictures(UUID drive, Order order) implements Listing {}

    /** What others shared with somebody; not what is in it. */
    record Shared(Viewer with, Order order) implements Listing {}

    /** How it is sorted. */
    record Order(By by, boolean descending) {
        public static final Order STANDARD = new Order(By.NAME, false);
    }

    enum By {
        NAME,
        SIZE,
        CHANGED,
        TYPE
    }
}
