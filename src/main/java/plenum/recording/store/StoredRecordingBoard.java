package plenum.recording.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import plenum.recording.Recording;
import plenum.recording.RecordingBoard;

/** All recordings in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredRecordingBoard implements RecordingBoard {
    private static final String WANTED = "where (cast(:state as text) is null or r.state = :state) ";

    @PersistenceContext
    EntityManager entities;

    @Override
    public List<Entry> entries(Optional<Recording.State> state, int first, int most) {
        List<?> rows = entities.createNativeQuery("""
            select r.id, r.name, a.email, r.started_at, r.state, r.trouble, coalesce(r.bytes, 0), coalesce(r.millis, 0)
            from recording r join account a on a.id = r.owner_id
            """ + WANTED + "order by r.started_at desc, r.id")
                .setParameter("state", state.map(Enum::name).orElse(null))
                .setFirstResult(first)
                .setMaxResults(most)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(StoredRecordingBoard::entry)
                .toList();
    }

    private static Entry entry(Object... row) {
        return new Entry(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (Instant) row[3],
                Recording.State.valueOf((String) row[4]),
                (String) row[5],
                ((Number) row[6]).longValue(),
                ((Number) row[7]).longValue());
    }

    @Override
    public int count(Optional<Recording.State> state) {
        return ((Number) entities.createNativeQuery("select count(*) from recording r " + WANTED, Long.class)
                        .setParameter("state", state.map(Enum::name).orElse(null))
                        .getSingleResult())
                .intValue();
    }

    @Override
    public long bytes() {
        return ((Number) entities.createNativeQuery(
                                "select cast(coalesce(sum(bytes), 0) as bigint) from recording", Long.class)
                        .getSingleResult())
                .longValue();
    }

    @Override
    public int troubled() {
        return ((Number) entities.createNativeQuery("select count(*) from recording where trouble <> ''", Long.class)
                        .getSingleResult())
                .intValue();
    }
}
