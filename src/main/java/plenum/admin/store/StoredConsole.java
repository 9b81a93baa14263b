package plenum.admin.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import plenum.admin.Figures;
import plenum.admin.FleetBook;
import plenum.admin.OneAtATime;

/** Media servers, the admins' turns and numbers in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredConsole implements FleetBook, OneAtATime, Figures {
    /** Of the advisory lock; any number that nobody else uses. */
    private static final long TURN = 0x506c656e756dL;

    @PersistenceContext
    EntityManager entities;

    @Override
    public List<Entry> all() {
        List<?> rows = entities.createNativeQuery(
                        "select url, query, drained, removed from media_server order by url", Object[].class)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Entry(
                        URI.create(row[0] + (row[1] == null ? "" : "?" + row[1])), (Boolean) row[2], (Boolean) row[3]))
                .toList();
    }

    @Override
    public void save(Entry entry) {
        String[] parts = entry.url().toString().split("\\?", 2);
        entities.createNativeQuery("""
            insert into media_server (url, query, drained, removed) values (:url, cast(:query as text), :drained, :removed)
            on conflict (url) do update set query = coalesce(excluded.query, media_server.query),
                drained = excluded.drained, removed = excluded.removed\
            """)
                .setParameter("url", parts[0])
                .setParameter("query", parts.length > 1 ? parts[1] : null)
                .setParameter("drained", entry.drained())
                .setParameter("removed", entry.removed())
                .executeUpdate();
    }

    @Override
    public void take() {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(:turn)", Integer.class)
                .setParameter("turn", TURN)
                .getResultList();
    }

    @Override
    public long databaseBytes() {
        return number(entities.createNativeQuery("select pg_database_size(current_database())", Long.class)
                .getSingleResult());
    }

    @Override
    public long fileBytes() {
        return number(entities.createNativeQuery("select cast(coalesce(sum(used), 0) as bigint) from drive", Long.class)
                .getSingleResult());
    }

    @Override
    public long failedMails(Instant since) {
        return number(entities.createNativeQuery(
                        "select count(*) from mail where state in ('FAILED', 'BOUNCED') and done_at >= :since",
                        Long.class)
                .setParameter("since", since)
                .getSingleResult());
    }

    @Override
    public long failedJobs(Instant since) {
        return number(
                entities.createNativeQuery("select count(*) from job_failed where failed_at >= :since", Long.class)
                        .setParameter("since", since)
                        .getSingleResult());
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
