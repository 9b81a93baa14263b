package plenum.drive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import plenum.account.Account;
import plenum.drive.DriveItem.Content;
import plenum.storage.ObjectKey;
import plenum.storage.Storage;
import plenum.storage.StorageException;
import plenum.storage.StorageException.Reason;

/**
 * Puts files that the server made for somebody at the top of the drive that they chose for recordings, and gives them back. What goes wrong is a {@link StorageException}. Blocks on the database, and on
 * the disk or the network.
 */
@ApplicationScoped
public class Deposit {
    @Inject
    Drives drives;

    @Inject
    Drive drive;

    @Inject
    DriveItems items;

    @Inject
    DriveChanges changes;

    @Inject
    Storages storages;

    /** Whole or not at all. */
    public UUID put(Account owner, String name, InputStream bytes, long size) {
        DriveSpace space = drives.spaces(Viewer.of(owner)).stream()
                .filter(found -> found.account().filter(owner.id()::equals).isPresent())
                .min(Comparator.comparing((DriveSpace found) -> !found.recordings())
                        .thenComparing(found -> found.target().isPresent()))
                .orElseThrow(() -> new StorageException(Reason.NOT_FOUND, "they have no drive"));
        FileName file =
                FileName.parse(name).orElseThrow(() -> new StorageException(Reason.FAILED, "a file without a name"));
        if (drive.room(space.id()) < size) {
            throw new StorageException(Reason.FULL, "the drive has no room for it");
        }
        UUID id = UUID.randomUUID();
        ObjectKey key = space.target().isEmpty() ? ObjectKey.of(id) : ObjectKey.of(id, file.text());
        Storage.Stored stored = storages.of(space.target()).put(key, bytes, size);
        Content content =
                new Content(id, key.label(), stored.size(), FileTypes.UNKNOWN, stored.sha256(), 1, Optional.empty());
        DriveItem item = changes.add(space.id(), Optional.empty(), file, content, owner.id());
        drive.describe(item);
        return item.id();
    }

    /** Whether it is still there, in whichever folder, and not thrown away. */
    public boolean has(UUID item) {
        return found(item).isPresent();
    }

    /** @param length at most so many bytes */
    public InputStream read(UUID item, long from, long length) {
        DriveItem file = found(item).orElseThrow(() -> new StorageException(Reason.NOT_FOUND, "no such file"));
        return storages.of(file).read(file.content().orElseThrow().key(), from, length);
    }

    /** For good, with all of its versions; does nothing when it is not there. */
    public void delete(UUID item) {
        if (items.byId(item).isPresent()) {
            changes.delete(item);
            drive.deleteObjects();
        }
    }

    private Optional<DriveItem> found(UUID item) {
        return items.byId(item)
                .filter(file -> !file.isFolder() && file.trashedAt().isEmpty());
    }
}
