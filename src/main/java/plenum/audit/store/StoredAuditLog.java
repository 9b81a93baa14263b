package plenum.audit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import plenum.audit.AuditLine;
import plenum.audit.AuditLog;

/** The audit in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredAuditLog implements AuditLog {
    private static final int BATCH = 1000;

    @PersistenceContext
    EntityManager entities;

    @Override
    public void write(AuditLine line) {
        entities.persist(new AuditRow(line));
    }

    @Override
    public List<AuditLine> of(UUID meeting) {
        return entities.createQuery(
                        "select a from AuditRow a where a.meetingId = :meeting order by a.id", AuditRow.class)
                .setParameter("meeting", meeting)
                .getResultStream()
                .map(AuditRow::toLine)
                .toList();
    }

    @Override
    public int forget(Instant before) {
        return entities.createNativeQuery(
                        "delete from audit where id in (select id from audit where at < :before order by at limit :batch)")
                .setParameter("before", before)
                .setParameter("batch", BATCH)
                .executeUpdate();
    }
}
