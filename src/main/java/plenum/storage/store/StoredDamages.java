package plenum.storage.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import plenum.storage.Damages;
import plenum.storage.StorageException.Reason;

/** Damaged objects in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredDamages implements Damages {
    @PersistenceContext
    EntityManager entities;

    @Override
    public List<Damage> all(int most) {
        List<?> rows = entities.createNativeQuery(
                        "select object_id, reason, found_at from storage_damage order by found_at desc, object_id")
                .setMaxResults(most)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Damage((UUID) row[0], Reason.valueOf((String) row[1]), (Instant) row[2]))
                .toList();
    }

    @Override
    public void found(UUID object, Reason reason, Instant at) {
        entities.createNativeQuery("""
            insert into storage_damage (object_id, reason, found_at) values (:id, :reason, :now)
            on conflict (object_id) do update set reason = excluded.reason\
            """)
                .setParameter("id", object)
                .setParameter("reason", reason.name())
                .setParameter("now", at)
                .executeUpdate();
    }

    @Override
    public void mended(UUID object) {
        entities.createNativeQuery("delete from storage_damage where object_id = :id")
                .setParameter("id", object)
                .executeUpdate();
    }
}
