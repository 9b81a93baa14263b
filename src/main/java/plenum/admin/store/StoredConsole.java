package plenum.admin.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.util.List;
import plenum.admin.FleetBook;
import plenum.admin.OneAtATime;

/** Media servers and the admins' turns in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredConsole implements FleetBook, OneAtATime {
    /** Of the advisory lock; any number that nobody else uses. */
    private static final long TURN = 0x506c656e756dL;

    @PersistenceContext
    EntityManager entities;

    @Override
    public List<Entry> all() {
        List<?> rows = entities.createNativeQuery(
                        "select url, drained, removed from media_server order by url", Object[].class)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Entry(URI.create((String) row[0]), (Boolean) row[1], (Boolean) row[2]))
                .toList();
    }

    @Override
    public void save(Entry entry) {
        entities.createNativeQuery("""
            insert into media_server (url, drained, removed) values (:url, :drained, :removed)
            on conflict (url) do update set drained = excluded.drained, removed = excluded.removed\
            """)
                .setParameter("url", entry.url().toString())
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
}
