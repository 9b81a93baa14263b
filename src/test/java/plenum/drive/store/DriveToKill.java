package plenum.drive.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import plenum.drive.DriveItem;
import plenum.drive.DriveItem.Content;
import plenum.drive.DriveSpace;
import plenum.drive.FileName;
import plenum.drive.GoneObjects.Gone;
import plenum.drive.Listing;
import plenum.drive.Listing.Order;
import plenum.drive.NoSuchItemException;
import plenum.drive.Uploads.Upload;
import plenum.drive.Viewer;
import plenum.storage.Draft;
import plenum.storage.LocalStorage;
import plenum.storage.Storage.Stored;
import plenum.storage.StorageWork;

/**
 * A process that uploads, replaces, moves, copies, throws away, restores and deletes files of one drive and gives them a new key, in the order in
 * which the server does, until it is killed. {@code main SCHEMA ACCOUNT FOLDER KEY KEY SEED}; says {@code ready} when it begins.
 */
final class DriveToKill {
    private static final int MOST_BYTES = 300_000;
    private static final int PIECE = 40_000;
    private static final long LIMIT = 1L << 40;

    private final DriveDatabase stores;
    private final LocalStorage storage;
    private final Viewer ada;
    private final DriveSpace drive;
    private final Random random;

    private DriveToKill(DriveDatabase stores, LocalStorage storage, Viewer ada, Random random) {
        this.stores = stores;
        this.storage = storage;
        this.ada = ada;
        this.drive = stores.own(ada);
        this.random = random;
    }

    public static void main(String[] arguments) throws IOException {
        DriveDatabase stores = new DriveDatabase(arguments[0]);
        Viewer ada = new Viewer(UUID.fromString(arguments[1]), "ada@example.org");
        LocalStorage storage = StorageWork.local(Path.of(arguments[2]), arguments[3], arguments[4]);
        DriveToKill work = new DriveToKill(stores, storage, ada, new Random(Long.parseLong(arguments[5])));
        System.out.write("ready\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        System.out.flush();
        while (true) {
            work.step();
        }
    }

    private void step() throws IOException {
        try {
            switch (random.nextInt(8)) {
                case 0, 1 -> upload();
                case 2 -> any().ifPresent(item -> stores.changes.move(item.id(), drive.id(), folder(), ada.account()));
                case 3 -> any().ifPresent(item -> stores.changes.trash(item.id(), ada.account()));
                case 4 -> trashed().ifPresent(item -> stores.changes.restore(item.id(), ada.account()));
                case 5 ->
                    any().ifPresent(item ->
                            stores.changes.copy(item.id(), drive.id(), Optional.empty(), LIMIT, ada.account()));
                case 6 -> delete();
                default -> StorageWork.rotateSome(storage, 10);
            }
        } catch (NoSuchItemException e) {
            return; // another step deleted it
        }
    }

    /** In pieces, as requests bring them. */
    private void upload() throws IOException {
        UUID id = UUID.randomUUID();
        byte[] bytes = new byte[random.nextInt(MOST_BYTES)];
        random.nextBytes(bytes);
        FileName name = new FileName("f" + random.nextInt(40));
        Upload upload =
                new Upload(id, ada.account(), drive.id(), folder(), name, bytes.length, java.time.Instant.now());
        stores.uploads.begin(upload, LIMIT);
        try (Draft draft = storage.begin(id)) {
            for (int at = 0; at < bytes.length; at += PIECE) {
                int count = Math.min(PIECE, bytes.length - at);
                draft.append(new ByteArrayInputStream(bytes, at, count), count);
                stores.uploads.used(id);
            }
            Stored stored = storage.finish(draft);
            Content content = new Content(id, "", stored.size(), "text/plain", stored.sha256(), 1, Optional.empty());
            stores.changes.add(drive.id(), upload.parent(), name, content, ada.account());
        }
    }

    private void delete() {
        if (random.nextBoolean()) {
            stores.changes.emptyTrash(drive.id());
        } else {
            any().ifPresent(item -> stores.changes.delete(item.id()));
        }
        for (Gone gone : stores.gone.after(new UUID(0, 0), 100)) {
            storage.delete(gone.key());
            stores.gone.deleted(gone.key().id());
        }
    }

    private Optional<UUID> folder() {
        if (random.nextBoolean()) {
            return Optional.empty();
        }
        FileName name = new FileName("Ordner " + random.nextInt(3));
        return Optional.of(stores.changes
                .folder(drive.id(), Optional.empty(), name, ada.account())
                .id());
    }

    private Optional<DriveItem> any() {
        return one(new Listing.Folder(drive.id(), Optional.empty(), Order.STANDARD));
    }

    private Optional<DriveItem> trashed() {
        return one(new Listing.Trash(drive.id(), Order.STANDARD));
    }

    private Optional<DriveItem> one(Listing listing) {
        List<DriveItem> all = stores.items.list(listing, 0, 1000);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }
}
