package plenum.drive.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plenum.drive.DriveChanges;
import plenum.drive.DriveItem;
import plenum.drive.DriveItem.Content;
import plenum.drive.DriveItem.Preview;
import plenum.drive.FileName;
import plenum.drive.NoSuchItemException;

/**
 * Changes of drives in PostgreSQL. Whoever changes a drive holds its row; whoever changes two holds both, in the order of their ids, so that
 * nobody waits in a circle.
 */
@ApplicationScoped
@Transactional
public class StoredDriveChanges implements DriveChanges {
    static final int MOST_VERSIONS = 20;

    @PersistenceContext
    EntityManager entities;

    @Inject
    InstantSource clock;

    @Override
    public DriveItem makeFolder(UUID drive, Optional<UUID> parent, FileName name, UUID by) {
        hold(drive);
        return keep(new ItemRow(drive, parent.orElse(null), freeName(drive, parent, name), by, clock.instant()));
    }

    @Override
    public DriveItem folder(UUID drive, Optional<UUID> parent, FileName name, UUID by) {
        hold(drive);
        return named(drive, parent, name)
                .filter(row -> row.folder)
                .map(ItemRow::toItem)
                .orElseGet(() -> makeFolder(drive, parent, name, by));
    }

    @Override
    public boolean rename(UUID item, FileName name, UUID by) {
        ItemRow row = held(item);
        Optional<ItemRow> other = named(row.driveId, Optional.ofNullable(row.parentId), name);
        if (other.filter(there -> !there.id.equals(item)).isPresent()) {
            return false;
        }
        row.name = name.text();
        row.changed(by, clock.instant());
        indexName(row);
        return true;
    }

    @Override
    public Outcome move(UUID item, UUID drive, Optional<UUID> parent, UUID by) {
        UUID from = row(item).driveId;
        Stream.of(from, drive).distinct().sorted().forEach(this::hold);
        ItemRow row = fresh(item);
        if (parent.filter(folder -> isWithin(folder, item)).isPresent()) {
            return Outcome.INTO_ITSELF;
        }
        if (!sameServer(from, drive)) {
            return Outcome.OTHER_SERVER;
        }
        if (from.equals(drive) && parent.equals(Optional.ofNullable(row.parentId))) {
            return Outcome.DONE;
        }
        long size = from.equals(drive) ? 0 : sizeOf(item);
        row.name = freeName(drive, parent, new FileName(row.name)).text();
        row.parentId = parent.orElse(null);
        row.changed(by, clock.instant());
        indexName(row);
        if (!from.equals(drive)) {
            subtree("update drive_item set drive_id = :drive where id in (select id from down)", item)
                    .setParameter("drive", drive)
                    .executeUpdate();
            use(from, -size);
            use(drive, size);
        }
        return Outcome.DONE;
    }

    @Override
    public Outcome copy(UUID item, UUID drive, Optional<UUID> parent, long room, UUID by) {
        hold(drive);
        ItemRow row = row(item);
        if (parent.filter(folder -> isWithin(folder, item)).isPresent() && row.folder) {
            return Outcome.INTO_ITSELF;
        }
        if (!sameServer(row.driveId, drive)) {
            return Outcome.OTHER_SERVER;
        }
        long size = (Long) subtree(
                        "select cast(coalesce(sum(size), 0) as bigint) from drive_item where trashed_at is null and id"
                                + " in (select id from down)",
                        item)
                .getSingleResult();
        if (size > room) {
            return Outcome.NO_ROOM;
        }
        copyInto(row, drive, parent.orElse(null), freeName(drive, parent, new FileName(row.name)), by);
        use(drive, size);
        return Outcome.DONE;
    }

    private void copyInto(ItemRow row, UUID drive, @Nullable UUID parent, FileName name, UUID by) {
        ItemRow copy = row.folder
                ? new ItemRow(drive, parent, name, by, clock.instant())
                : new ItemRow(drive, parent, name, row.content(), by, clock.instant());
        copy.described = row.described;
        keep(copy);
        entities.createNativeQuery(
                        "update drive_item set words = (select words from drive_item where id = :from) where id = :id")
                .setParameter("from", row.id)
                .setParameter("id", copy.id)
                .executeUpdate();
        indexName(copy);
        for (ItemRow child : children(row.id)) {
            copyInto(child, drive, copy.id, new FileName(child.name), by);
        }
    }

    @Override
    public void trash(UUID item, UUID by) {
        ItemRow row = held(item);
        if (row.trashedAt == null) {
            Instant now = clock.instant();
            subtree(
                            "update drive_item set trashed_at = :now where trashed_at is null and id in (select id"
                                    + " from down)",
                            item)
                    .setParameter("now", now)
                    .executeUpdate();
            entities.refresh(row);
            row.trashRoot = true;
            row.changed(by, now);
        }
    }

    @Override
    public void restore(UUID item, UUID by) {
        ItemRow row = held(item);
        if (row.trashedAt == null || !row.trashRoot) {
            return;
        }
        Optional<UUID> parent = Optional.ofNullable(row.parentId)
                .map(this::row)
                .filter(folder -> folder.trashedAt == null)
                .map(folder -> folder.id);
        row.parentId = parent.orElse(null);
        row.name = freeName(row.driveId, parent, new FileName(row.name)).text();
        row.trashRoot = false;
        row.changed(by, clock.instant());
        indexName(row);
        subtree("""
            update drive_item set trashed_at = null
            where id in (select id from down) and trashed_at = cast(:then as timestamptz)\
            """, item).setParameter("then", row.trashedAt).executeUpdate();
        entities.refresh(row);
    }

    @Override
    public void delete(UUID item) {
        Optional.ofNullable(entities.find(ItemRow.class, item)).ifPresent(row -> {
            hold(row.driveId);
            long size = sizeOf(item);
            Gone.note(entities, Gone.OF_SUBTREE, item, clock.instant());
            entities.flush();
            entities.clear();
            entities.createNativeQuery("delete from drive_item where id = :id")
                    .setParameter("id", item)
                    .executeUpdate();
            use(row.driveId, -size);
        });
    }

    @Override
    public void emptyTrash(UUID drive) {
        trashed("drive_id = :drive", drive, null).forEach(this::delete);
    }

    @Override
    public int deleteTrashed(Instant before) {
        List<UUID> old = trashed("trashed_at < :before", null, before);
        old.forEach(this::delete);
        return old.size();
    }

    private List<UUID> trashed(String condition, @Nullable UUID drive, @Nullable Instant before) {
        var query = entities.createNativeQuery(
                "select id from drive_item where trash_root and trashed_at is not null and " + condition, UUID.class);
        if (drive != null) {
            query.setParameter("drive", drive);
        } else {
            query.setParameter("before", before).setMaxResults(500);
        }
        List<?> ids = query.getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    @Override
    public DriveItem add(UUID drive, Optional<UUID> parent, FileName name, Content content, UUID by) {
        hold(drive);
        Optional<UUID> folder =
                parent.filter(id -> entities.find(ItemRow.class, id) instanceof ItemRow row && row.trashedAt == null);
        entities.createNativeQuery("delete from drive_upload where id = :id")
                .setParameter("id", content.object())
                .executeUpdate();
        use(drive, content.size());
        Optional<ItemRow> same = named(drive, folder, name).filter(row -> !row.folder);
        if (same.isPresent()) {
            Versions.replace(entities, same.get(), content, clock.instant());
            same.get().changed(by, clock.instant());
            dropOldVersions(same.get());
            return same.get().toItem();
        }
        return keep(
                new ItemRow(drive, folder.orElse(null), freeName(drive, folder, name), content, by, clock.instant()));
    }

    private void dropOldVersions(ItemRow row) {
        long freed = Versions.dropOld(entities, row.id, MOST_VERSIONS, clock.instant());
        use(row.driveId, -freed);
    }

    @Override
    public void restoreVersion(UUID item, int version, UUID by) {
        ItemRow row = held(item);
        Versions.restore(entities, row, version, clock.instant());
        row.changed(by, clock.instant());
    }

    @Override
    public void describe(
            UUID item, UUID object, String type, Optional<Preview> preview, String words, String language) {
        entities.createNativeQuery("""
            update drive_item set described = true, type = :type, preview_id = cast(:preview as uuid), page_pictures = :pictures, pages = :pages,
                words = to_tsvector('simple', regexp_replace(name, '[^[:alnum:]]+', ' ', 'g'))
                    || setweight(to_tsvector(cast(:language as regconfig), :words), 'B')
            where id = :id and object_id = :object\
            """)
                .setParameter("type", type)
                .setParameter("preview", preview.map(Preview::object).orElse(null))
                .setParameter("pictures", preview.map(Preview::pages).orElse(0))
                .setParameter("pages", preview.map(Preview::allPages).orElse(0))
                .setParameter("words", words)
                .setParameter("language", SearchLanguage.of(language))
                .setParameter("id", item)
                .setParameter("object", object)
                .executeUpdate();
    }

    @Override
    public void eraseAllOf(UUID account) {
        Gone.note(entities, Gone.OF_ACCOUNT, account, clock.instant());
        for (String statement : List.of(
                "delete from drive_share where made_by = :me or email = (select email from account where id = :me)",
                "delete from drive where account_id = :me",
                "update drive_target set gone = true, account_id = null where account_id = :me")) {
            entities.createNativeQuery(statement).setParameter("me", account).executeUpdate();
        }
    }

    private void hold(UUID drive) {
        entities.createNativeQuery("select 1 from drive where id = :id for update")
                .setParameter("id", drive)
                .getResultList();
    }

    private ItemRow held(UUID item) {
        hold(row(item).driveId);
        return fresh(item);
    }

    /** As it is now that its drive is held. */
    private ItemRow fresh(UUID item) {
        ItemRow row = row(item);
        try {
            entities.refresh(row, LockModeType.NONE);
        } catch (EntityNotFoundException e) {
            throw new NoSuchItemException();
        }
        return row;
    }

    private ItemRow row(UUID item) {
        return Optional.ofNullable(entities.find(ItemRow.class, item)).orElseThrow(NoSuchItemException::new);
    }

    private DriveItem keep(ItemRow row) {
        entities.persist(row);
        entities.flush();
        indexName(row);
        return row.toItem();
    }

    /** Keeps the words of its text, which have a weight of their own. */
    private void indexName(ItemRow row) {
        entities.flush();
        entities.createNativeQuery("""
            update drive_item set words = to_tsvector('simple', regexp_replace(name, '[^[:alnum:]]+', ' ', 'g'))
                || coalesce(ts_filter(words, '{b}'), to_tsvector(''))
            where id = :id\
            """).setParameter("id", row.id).executeUpdate();
    }

    private FileName freeName(UUID drive, Optional<UUID> parent, FileName wished) {
        FileName name = wished;
        for (int number = 2; named(drive, parent, name).isPresent(); number++) {
            name = wished.numbered(number);
        }
        return name;
    }

    private Optional<ItemRow> named(UUID drive, Optional<UUID> parent, FileName name) {
        var query = entities.createNativeQuery(
                        """
                        select %s from drive_item i where drive_id = :drive and trashed_at is null and lower(name) = lower(:name) and parent_id %s
                        """.formatted(ItemRow.columns("i"), parent.isPresent() ? "= :parent" : "is null"),
                        ItemRow.class)
                .setParameter("drive", drive)
                .setParameter("name", name.text());
        parent.ifPresent(folder -> query.setParameter("parent", folder));
        List<?> rows = query.getResultList();
        return rows.stream().map(ItemRow.class::cast).findFirst();
    }

    private List<ItemRow> children(UUID folder) {
        return entities.createQuery(
                        "select i from ItemRow i where i.parentId = :id and i.trashedAt is null", ItemRow.class)
                .setParameter("id", folder)
                .getResultList();
    }

    private boolean isWithin(UUID item, UUID folder) {
        return !subtree("select id from down where id = :item", folder)
                .setParameter("item", item)
                .getResultList()
                .isEmpty();
    }

    private boolean sameServer(UUID one, UUID other) {
        return one.equals(other)
                || !entities.createNativeQuery("""
                    select 1 from drive a join drive b on a.target_id is not distinct from b.target_id
                    where a.id = :one and b.id = :other\
                    """)
                        .setParameter("one", one)
                        .setParameter("other", other)
                        .getResultList()
                        .isEmpty();
    }

    /** With its versions and all that is in it. */
    private long sizeOf(UUID item) {
        return (Long) subtree("""
            select cast(coalesce((select sum(size) from drive_item where id in (select id from down)), 0)
                + coalesce((select sum(size) from drive_version where item_id in (select id from down)), 0) as bigint)\
            """, item).getSingleResult();
    }

    private Query subtree(String statement, UUID item) {
        return entities.createNativeQuery(Gone.DOWN + statement).setParameter("id", item);
    }

    private void use(UUID drive, long bytes) {
        if (bytes != 0) {
            entities.createNativeQuery("update drive set used = used + :bytes where id = :id")
                    .setParameter("bytes", bytes)
                    .setParameter("id", drive)
                    .executeUpdate();
        }
    }
}
