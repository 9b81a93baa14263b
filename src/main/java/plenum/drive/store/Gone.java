package plenum.drive.store;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;

/** Notes objects that rows refer to which are about to be deleted. A copy may still refer to them: that is looked at before they are deleted. */
final class Gone {
    /** An item and all that is in it, thrown away or not. */
    static final String DOWN = """
        with recursive down as (
            select id from drive_item where id = :id
            union all
            select c.id from drive_item c join down on c.parent_id = down.id
        )
        """;

    /** In its drive at whatever depth. */
    static final String OF_SUBTREE = """
        with recursive items as (
            select i.* from drive_item i where i.id = :id
            union all
            select c.* from drive_item c join items on c.parent_id = items.id
        )
        """;

    /** In all drives that somebody alone owns. */
    static final String OF_ACCOUNT = """
        with items as (
            select i.* from drive_item i join drive d on d.id = i.drive_id where d.account_id = :id
        )
        """;

    private Gone() {}

    static void note(EntityManager entities, String items, UUID id, Instant now) {
        entities.createNativeQuery(items + """
            insert into drive_gone (object_id, target_id, label, since)
            select distinct on (object_id) object_id, target_id, label, cast(:now as timestamptz) from (
                select i.object_id, d.target_id, i.label from items i join drive d on d.id = i.drive_id where not i.folder
                union all
                select v.object_id, d.target_id, v.label from drive_version v
                    join items i on i.id = v.item_id join drive d on d.id = i.drive_id
                union all
                select i.preview_id, null, '' from items i where i.preview_id is not null
            ) as objects
            on conflict do nothing\
            """)
                .setParameter("id", id)
                .setParameter("now", now)
                .executeUpdate();
    }
}
