package plenum.drive.store;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import plenum.account.AccountForTests;
import plenum.drive.DriveChanges;
import plenum.drive.DriveItem;
import plenum.drive.DriveItem.Content;
import plenum.drive.DriveItems;
import plenum.drive.DriveSpace;
import plenum.drive.Drives;
import plenum.drive.FileName;
import plenum.drive.GoneObjects;
import plenum.drive.Uploads;
import plenum.drive.Viewer;
import plenum.it.HibernateForTests;
import plenum.storage.ObjectOwner;

/** The stores of drives in a schema of their own, and people who have some. */
final class DriveDatabase implements AutoCloseable {
    final HibernateForTests database;
    final Drives drives;
    final DriveItems items;
    final DriveChanges changes;
    final Uploads uploads;
    final GoneObjects gone;
    final ObjectOwner owner;

    private final InstantSource clock = Clock.systemUTC();

    DriveDatabase(String schema) {
        database = new HibernateForTests(schema, List.of(ItemRow.class));
        drives = database.transactional(Drives.class, this::drives);
        items = database.transactional(DriveItems.class, this::items);
        changes = database.transactional(DriveChanges.class, this::changes);
        uploads = database.transactional(Uploads.class, this::uploads);
        gone = database.transactional(GoneObjects.class, DriveDatabase::gone);
        owner = database.transactional(ObjectOwner.class, DriveDatabase::gone);
    }

    private StoredDrives drives(EntityManager entities) {
        StoredDrives store = new StoredDrives();
        store.entities = entities;
        store.clock = clock;
        return store;
    }

    private StoredDriveItems items(EntityManager entities) {
        StoredDriveItems store = new StoredDriveItems();
        store.entities = entities;
        store.clock = clock;
        return store;
    }

    private StoredDriveChanges changes(EntityManager entities) {
        StoredDriveChanges store = new StoredDriveChanges();
        store.entities = entities;
        store.clock = clock;
        return store;
    }

    private StoredUploads uploads(EntityManager entities) {
        StoredUploads store = new StoredUploads();
        store.entities = entities;
        store.clock = clock;
        return store;
    }

    private static StoredGoneObjects gone(EntityManager entities) {
        StoredGoneObjects store = new StoredGoneObjects();
        store.entities = entities;
        return store;
    }

    Viewer person(String email) {
        return Viewer.of(
                database.store(AccountForTests.anybody().withEmail(email).make()));
    }

    DriveSpace own(Viewer viewer) {
        return drives.spaces(viewer).getFirst();
    }

    DriveItem file(DriveSpace space, Optional<UUID> parent, String name, long size, Viewer by) {
        return changes.add(space.id(), parent, new FileName(name), content(size), by.account());
    }

    static Content content(long size) {
        return new Content(UUID.randomUUID(), "", size, "text/plain", "0".repeat(64), 1, Optional.empty());
    }

    /** Bytes of all that is in a drive, counted anew. */
    String counted(DriveSpace space) {
        return database.ask("""
            select coalesce((select sum(size) from drive_item where drive_id = '%1$s'), 0)
                + coalesce((select sum(v.size) from drive_version v join drive_item i on i.id = v.item_id
                    where i.drive_id = '%1$s'), 0)\
            """.formatted(space.id()));
    }

    String used(DriveSpace space) {
        return database.ask("select used from drive where id = '" + space.id() + "'");
    }

    @Override
    public void close() {
        database.close();
    }
}
