package plenum.drive;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import plenum.storage.ObjectKey;

/**
 * A file or folder. It is made by an upload or by hand, renamed, moved, thrown away and maybe restored; a file gets further versions. Deleted
 * for good by its owner, or some time after it was thrown away.
 *
 * @param parent the folder it is in; empty: at the top of its drive
 * @param content empty for a folder
 */
public record DriveItem(
        UUID id,
        UUID drive,
        Optional<UUID> parent,
        FileName name,
        Optional<Content> content,
        Instant changedAt,
        Optional<Instant> trashedAt) {

    /**
     * A file's bytes, as they are now.
     *
     * @param type media type as it was found in them, not as somebody said
     */
    public record Content(
            UUID object, String label, long size, String type, String sha256, int version, Optional<Preview> preview) {
        public ObjectKey key() {
            return new ObjectKey(object, label);
        }
    }

    /**
     * Pictures of a file: a small one, and of a document its first pages.
     *
     * @param object id in the storage of this machine; with pages it is a {@link PagePictures}, else the small picture
     * @param pages of how many there are pictures
     * @param allPages of the document; 0 when it has none
     */
    public record Preview(UUID object, int pages, int allPages) {
        public ObjectKey key() {
            return ObjectKey.of(object);
        }
    }

    public boolean isFolder() {
        return content.isEmpty();
    }

    /** In bytes; 0 for a folder. */
    public long size() {
        return content.map(Content::size).orElse(0L);
    }

    public String type() {
        return content.map(Content::type).orElse("");
    }

    /** Names belong in no log. */
    @Override
    public String toString() {
        return "item " + id;
    }
}
