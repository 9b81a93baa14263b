package plenum.calendar.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import plenum.calendar.Attachments;

/** Attachments in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredAttachments implements Attachments {
    @PersistenceContext
    EntityManager entities;

    @Override
    public List<Attachment> of(UUID event) {
        List<?> rows = entities.createNativeQuery(
                        "select item_id, account_id, name from calendar_attachment where event_id = :event order by lower(name), item_id")
                .setParameter("event", event)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Attachment((UUID) row[0], (UUID) row[1], (String) row[2]))
                .toList();
    }

    @Override
    public void set(UUID event, List<Attachment> attachments) {
        entities.flush();
        entities.createNativeQuery("delete from calendar_attachment where event_id = :event")
                .setParameter("event", event)
                .executeUpdate();
        attachments.stream().limit(MOST).forEach(one -> entities.createNativeQuery("""
                    insert into calendar_attachment (event_id, item_id, account_id, name)
                    select :event, i.id, :owner, :name from drive_item i where i.id = :item\
                    """)
                .setParameter("event", event)
                .setParameter("item", one.item())
                .setParameter("owner", one.owner())
                .setParameter("name", one.name())
                .executeUpdate());
    }

    @Override
    public void copy(UUID from, UUID to) {
        entities.flush();
        entities.createNativeQuery("""
            insert into calendar_attachment (event_id, item_id, account_id, name)
            select :to, item_id, account_id, name from calendar_attachment where event_id = :from on conflict do nothing\
            """)
                .setParameter("from", from)
                .setParameter("to", to)
                .executeUpdate();
    }
}
