package plenum.drive.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import plenum.drive.Access;
import plenum.drive.DriveItem;
import plenum.drive.DriveItem.Content;
import plenum.drive.DriveItems;
import plenum.drive.Listing;
import plenum.drive.Viewer;

/** What is in drives, in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredDriveItems implements DriveItems {
    /** The item and the folders that it is in. */
    private static final String UP = """
        with recursive up as (
            select id, parent_id, 0 as depth from drive_item where id = :id
            union all
            select p.id, p.parent_id, up.depth + 1 from drive_item p join up on p.id = up.parent_id
        )
        """;

    @PersistenceContext
    EntityManager entities;

    @Inject
    InstantSource clock;

    @Override
    public Optional<Found> find(UUID item, Viewer viewer) {
        List<?> levels = entities.createNativeQuery(UP + """
            select case
                when d.account_id = :me then 3
                when exists (select 1 from account_group_member m where m.group_id = d.group_id and m.account_id = :me) then 3
                when i.trashed_at is not null then 0
                else coalesce((
                    select max(case when s.may_write then 2 else 1 end)
                    from drive_share s join up on up.id = s.item_id
                    where (s.expires_at is null or s.expires_at > :now) and (
                        s.email = :email
                        or s.group_id in (select m.group_id from account_group_member m where m.account_id = :me))), 0)
            end
            from drive_item i join drive d on d.id = i.drive_id where i.id = :id\
            """)
                .setParameter("id", item)
                .setParameter("me", viewer.account())
                .setParameter("email", viewer.email())
                .setParameter("now", clock.instant())
                .getResultList();
        return levels.stream()
                .map(level -> Access.values()[((Number) level).intValue()])
                .filter(access -> access != Access.NONE)
                .findFirst()
                .flatMap(access -> byId(item).map(found -> new Found(found, access)));
    }

    @Override
    public Optional<DriveItem> byId(UUID item) {
        return Optional.ofNullable(entities.find(ItemRow.class, item)).map(ItemRow::toItem);
    }

    @Override
    public boolean isWithin(UUID item, UUID folder) {
        return !entities.createNativeQuery(UP + "select 1 from up where id = :folder")
                .setParameter("id", item)
                .setParameter("folder", folder)
                .getResultList()
                .isEmpty();
    }

    @Override
    public List<DriveItem> list(Listing listing, int first, int most) {
        if (listing instanceof Listing.Folder folder) {
            return list(folder, first, most);
        }
        ListingSql sql = ListingSql.of(listing);
        Query query = entities.createNativeQuery(
                "select " + ItemRow.columns("i") + " " + sql.from() + sql.order(), ItemRow.class);
        sql.setParameters(query, clock.instant());
        return rows(query.setFirstResult(first).setMaxResults(most));
    }

    private List<DriveItem> list(Listing.Folder listing, int first, int most) {
        FolderPart folders = new FolderPart(entities, listing, true, clock.instant());
        FolderPart files = new FolderPart(entities, listing, false, clock.instant());
        long before = folders.count();
        List<ItemRow> page = new ArrayList<>();
        if (first < before) {
            page.addAll(folders.page(first, most));
        }
        if (page.size() < most) {
            page.addAll(files.page(Math.max(0, first - before), most - page.size()));
        }
        return page.stream().map(ItemRow::toItem).toList();
    }

    @Override
    public long count(Listing listing) {
        ListingSql sql = ListingSql.of(listing);
        Query query = entities.createNativeQuery("select count(*) " + sql.from(), Long.class);
        sql.setParameters(query, clock.instant());
        return (Long) query.getSingleResult();
    }

    @Override
    public List<DriveItem> path(UUID item) {
        return rows(entities.createNativeQuery(
                        UP + "select " + ItemRow.columns("i")
                                + " from drive_item i join up on up.id = i.id order by up.depth desc",
                        ItemRow.class)
                .setParameter("id", item));
    }

    @Override
    public List<DriveItem> tree(UUID item, int most) {
        return rows(entities.createNativeQuery("""
            with recursive down as (
                select id, trashed_at, 0 as depth from drive_item where id = :id
                union all
                select c.id, c.trashed_at, down.depth + 1 from drive_item c join down
                    on c.parent_id = down.id and c.trashed_at is not distinct from down.trashed_at
            )
            select %s from drive_item i join down on down.id = i.id order by down.depth, i.sort_name, i.id
            """.formatted(ItemRow.columns("i")), ItemRow.class)
                .setParameter("id", item)
                .setMaxResults(most));
    }

    @Override
    public List<DriveItem> notDescribed(UUID after, Instant unchangedSince, int most) {
        return rows(entities.createNativeQuery("select " + ItemRow.columns("i") + """
             from drive_item i
            where not i.folder and not i.described and i.trashed_at is null and i.id > :after and i.changed_at < :since order by i.id\
            """, ItemRow.class)
                .setParameter("after", after)
                .setParameter("since", unchangedSince)
                .setMaxResults(most));
    }

    @Override
    public List<Version> versions(UUID item) {
        List<?> rows = entities.createNativeQuery("""
            select version, size, type, object_id, label, sha256, made_at from drive_version
            where item_id = :id order by version desc\
            """).setParameter("id", item).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Version(
                        (Instant) row[6],
                        new Content(
                                (UUID) row[3],
                                (String) row[4],
                                (Long) row[1],
                                (String) row[2],
                                (String) row[5],
                                (Integer) row[0],
                                Optional.empty())))
                .toList();
    }

    private static List<DriveItem> rows(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(ItemRow.class::cast).map(ItemRow::toItem).toList();
    }
}
