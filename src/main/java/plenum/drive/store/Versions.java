package plenum.drive.store;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import plenum.drive.DriveItem.Content;

/** Earlier contents of a file. */
final class Versions {
    private Versions() {}

    /** What is current becomes an earlier version. */
    static void replace(EntityManager entities, ItemRow row, Content content, Instant now) {
        entities.flush();
        entities.createNativeQuery("""
            insert into drive_version (item_id, version, size, type, object_id, label, sha256, made_at, made_by)
            select id, version, size, type, object_id, label, sha256, changed_at, changed_by from drive_item where id = :id\
            """).setParameter("id", row.id).executeUpdate();
        forgetPreview(entities, row, now);
        row.setContent(content, row.version + 1);
        entities.flush();
    }

    private static void forgetPreview(EntityManager entities, ItemRow row, Instant now) {
        if (row.previewId != null) {
            entities.createNativeQuery("""
                insert into drive_gone (object_id, target_id, label, since) values (:id, null, '', :now) on conflict do nothing\
                """)
                    .setParameter("id", row.previewId)
                    .setParameter("now", now)
                    .executeUpdate();
        }
    }

    static void restore(EntityManager entities, ItemRow row, int version, Instant now) {
        List<?> found = entities.createNativeQuery("""
            delete from drive_version where item_id = :id and version = :version
            returning object_id, label, size, type, sha256\
            """)
                .setParameter("id", row.id)
                .setParameter("version", version)
                .getResultList();
        found.stream()
                .map(Object[].class::cast)
                .forEach(earlier -> replace(
                        entities,
                        row,
                        new Content(
                                (UUID) earlier[0],
                                (String) earlier[1],
                                (Long) earlier[2],
                                (String) earlier[3],
                                (String) earlier[4],
                                0,
                                Optional.empty()),
                        now));
    }

    /** @return bytes of those that are deleted */
    static long dropOld(EntityManager entities, UUID item, int kept, Instant now) {
        List<?> dropped = entities.createNativeQuery("""
            with old as (
                delete from drive_version where item_id = :id and version <= (
                    select version from drive_version where item_id = :id order by version desc offset :kept limit 1)
                returning object_id, label, size
            ), noted as (
                insert into drive_gone (object_id, target_id, label, since)
                select o.object_id, d.target_id, o.label, cast(:now as timestamptz)
                from old o, drive_item i join drive d on d.id = i.drive_id where i.id = :id
                on conflict do nothing
            )
            select cast(coalesce(sum(size), 0) as bigint) from old\
            """, Long.class)
                .setParameter("id", item)
                .setParameter("kept", kept)
                .setParameter("now", now)
                .getResultList();
        return (Long) dropped.getFirst();
    }
}
