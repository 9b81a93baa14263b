package plenum.drive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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
    private static final int MOST_PLACES = 200;
    private static final Comparator<DriveSpace> BY_CHOICE = Comparator.comparing(
                    (DriveSpace space) -> !space.recordings())
            .thenComparing(space -> space.account().isEmpty())
            .thenComparing(space -> space.target().isPresent());

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

    /**
     * A place that files can be put into.
     *
     * @param name of the drive and the folder; empty for the top of somebody's own
     */
    public record Place(Drive.Folder folder, String name) {}

    /** Where somebody may put files: drives with the folders at their top, the one that they chose for recordings first. */
    public List<Place> places(Account owner) {
        Viewer viewer = Viewer.of(owner);
        return drives.spaces(viewer).stream()
                .sorted(BY_CHOICE)
                .filter(space -> drive.mayPutInto(top(space.id()), viewer))
                .flatMap(space -> Stream.concat(Stream.of(new Place(top(space.id()), space.name())), folders(space)))
                .limit(MOST_PLACES)
                .toList();
    }

    private Stream<Place> folders(DriveSpace space) {
        String drive = space.name().isEmpty() ? "" : space.name() + " / ";
        return items
                .list(new Listing.Folder(space.id(), Optional.empty(), Listing.Order.STANDARD), 0, MOST_PLACES)
                .stream()
                .filter(DriveItem::isFolder)
                .map(folder -> new Place(
                        new Drive.Folder(space.id(), Optional.of(folder.id())),
                        drive + folder.name().text()));
    }

    private static Drive.Folder top(UUID space) {
        return new Drive.Folder(space, Optional.empty());
    }

    public boolean takes(Account owner, Drive.Folder folder) {
        boolean there = folder.item().isEmpty()
                || folder.item()
                        .flatMap(items::byId)
                        .filter(item -> item.isFolder()
                                && item.drive().equals(folder.drive())
                                && item.trashedAt().isEmpty())
                        .isPresent();
        return there && drive.mayPutInto(folder, Viewer.of(owner));
    }

    /**
     * Whole or not at all.
     *
     * @param wanted where it is to go; when a folder is gone, it goes to the top of its drive, and when that is gone, to the drive that they chose for recordings
     */
    public UUID put(Account owner, Optional<Drive.Folder> wanted, String name, InputStream bytes, long size) {
        Optional<Drive.Folder> into = wanted.filter(folder -> takes(owner, folder))
                .or(() -> wanted.map(folder -> top(folder.drive())).filter(folder -> takes(owner, folder)));
        DriveSpace space = into.flatMap(folder -> drives.space(folder.drive()))
                .or(() -> drives.spaces(Viewer.of(owner)).stream()
                        .filter(found ->
                                found.account().filter(owner.id()::equals).isPresent())
                        .min(BY_CHOICE))
                .orElseThrow(() -> new StorageException(Reason.NOT_FOUND, "they have no drive"));
        Optional<UUID> folder = into.flatMap(Drive.Folder::item);
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
        DriveItem item = changes.add(space.id(), folder, file, content, owner.id());
        drive.describe(item);
        return item.id();
    }

    /** Whether it is still there, in whichever folder, and not thrown away. */
    public boolean has(UUID item) {
        return found(item).isPresent();
    }

    /** Whether it is somebody's own and still there. */
    public boolean mayShare(Account owner, UUID item) {
        return items.find(item, Viewer.of(owner))
                .filter(found -> found.access() == Access.OWN)
                .filter(found -> found.item().trashedAt().isEmpty())
                .isPresent();
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
