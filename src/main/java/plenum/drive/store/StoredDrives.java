package plenum.drive.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import plenum.drive.Access;
import plenum.drive.DriveSpace;
import plenum.drive.Drives;
import plenum.drive.Viewer;

/** Drives in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredDrives implements Drives {
    private static final String COLUMNS = """
        select d.id, d.account_id, d.group_id, d.target_id, coalesce(g.name, d.name), d.used, d.quota, d.recordings
        """;
    private static final String TABLES = "from drive d left join account_group g on g.id = d.group_id ";

    /** With the conditions on items and on older versions. */
    private static final String USES = """
        select kind, count(*), cast(sum(size) as bigint) from (
            select case
                when trashed_at is not null then 'trash'
                when type like 'image/%%' then 'picture'
                when type like 'video/%%' then 'video'
                when type like 'audio/%%' then 'sound'
                when type like 'text/%%' or type = 'application/pdf' or type like '%%document%%' then 'document'
                else 'other' end as kind, size
            from drive_item where not folder %s
            union all
            select 'versions', v.size from drive_version v join drive_item i on i.id = v.item_id %s
        ) as used group by kind order by 3 desc\
        """;

    @PersistenceContext
    EntityManager entities;

    @Inject
    InstantSource clock;

    @Override
    public List<DriveSpace> spaces(Viewer viewer) {
        makeMissing(viewer.account());
        return spaces(entities.createNativeQuery(COLUMNS + TABLES + """
            where d.account_id = :me or exists (
                select 1 from account_group_member m where m.group_id = d.group_id and m.account_id = :me)
            order by d.target_id is not null, d.group_id is not null, coalesce(g.name, d.name), d.id\
            """).setParameter("me", viewer.account()))
                .toList();
    }

    private void makeMissing(UUID account) {
        entities.createNativeQuery("""
            insert into drive (id, account_id, group_id, name, created_at, recordings)
            select gen_random_uuid(), cast(:me as uuid), cast(null as uuid), '', cast(:now as timestamptz), true
            where not exists (select 1 from drive where account_id = :me and target_id is null)
            union all
            select gen_random_uuid(), null, m.group_id, '', :now, false from account_group_member m
            where m.account_id = :me and not exists (select 1 from drive d where d.group_id = m.group_id)
            on conflict do nothing\
            """)
                .setParameter("me", account)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    @Override
    public Optional<DriveSpace> space(UUID drive) {
        return spaces(entities.createNativeQuery(COLUMNS + TABLES + "where d.id = :id")
                        .setParameter("id", drive))
                .findFirst();
    }

    @Override
    public DriveSpace connect(UUID account, UUID target, String name) {
        entities.createNativeQuery("""
            insert into drive (id, account_id, target_id, name, created_at) values (:id, :account, :target, :name, :now)
            on conflict do nothing\
            """)
                .setParameter("id", UUID.randomUUID())
                .setParameter("account", account)
                .setParameter("target", target)
                .setParameter("name", name)
                .setParameter("now", clock.instant())
                .executeUpdate();
        return spaces(entities.createNativeQuery(
                                COLUMNS + TABLES + "where d.account_id = :account and d.target_id = :target")
                        .setParameter("account", account)
                        .setParameter("target", target))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public boolean disconnect(UUID drive) {
        return entities.createNativeQuery("""
            delete from drive d where d.id = :id and d.target_id is not null
                and not exists (select 1 from drive_item i where i.drive_id = d.id)
                and not exists (select 1 from drive_upload u where u.drive_id = d.id)\
            """).setParameter("id", drive).executeUpdate() == 1;
    }

    @Override
    public void useForRecordings(UUID drive) {
        entities.createNativeQuery("""
            update drive set recordings = (id = :id)
            where account_id = (select account_id from drive where id = :id)\
            """).setParameter("id", drive).executeUpdate();
    }

    @Override
    public void setQuota(UUID drive, Optional<Long> bytes) {
        entities.createNativeQuery("update drive set quota = cast(:bytes as bigint) where id = :id")
                .setParameter("bytes", bytes.orElse(null))
                .setParameter("id", drive)
                .executeUpdate();
    }

    @Override
    public Access access(UUID drive, Viewer viewer) {
        boolean owner = !entities.createNativeQuery("""
            select 1 from drive d where d.id = :id and (d.account_id = :me or exists (
                select 1 from account_group_member m where m.group_id = d.group_id and m.account_id = :me))\
            """)
                .setParameter("id", drive)
                .setParameter("me", viewer.account())
                .getResultList()
                .isEmpty();
        return owner ? Access.OWN : Access.NONE;
    }

    @Override
    public List<Use> uses(UUID drive) {
        return uses(entities.createNativeQuery(USES.formatted("and drive_id = :id", "where i.drive_id = :id"))
                .setParameter("id", drive));
    }

    @Override
    public List<Use> usesOfAll() {
        return uses(entities.createNativeQuery(USES.formatted("", "")));
    }

    private static List<Use> uses(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Use((String) row[0], (Long) row[1], (Long) row[2]))
                .toList();
    }

    @Override
    public long pending(UUID drive) {
        return (Long) entities.createNativeQuery(
                        "select cast(coalesce(sum(size), 0) as bigint) from drive_upload where drive_id = :id",
                        Long.class)
                .setParameter("id", drive)
                .getSingleResult();
    }

    @Override
    public List<Overview> overview(int first, int most) {
        List<?> rows = entities.createNativeQuery(COLUMNS + """
                        , coalesce(a.email, g.name), (select count(*) from drive_item i where i.drive_id = d.id and not i.folder)
                        """ + TABLES
                        + "left join account a on a.id = d.account_id order by d.used desc, d.id")
                .setFirstResult(first)
                .setMaxResults(most)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Overview(toSpace(row), (String) row[8], (Long) row[9]))
                .toList();
    }

    @Override
    public long countAll() {
        return (Long) entities.createNativeQuery("select count(*) from drive", Long.class)
                .getSingleResult();
    }

    private static Stream<DriveSpace> spaces(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(Object[].class::cast).map(StoredDrives::toSpace);
    }

    private static DriveSpace toSpace(Object... row) {
        return new DriveSpace(
                (UUID) row[0],
                Optional.ofNullable((UUID) row[1]),
                Optional.ofNullable((UUID) row[2]),
                Optional.ofNullable((UUID) row[3]),
                (String) row[4],
                (Long) row[5],
                row[6] == null ? OptionalLong.empty() : OptionalLong.of((Long) row[6]),
                (Boolean) row[7]);
    }
}
