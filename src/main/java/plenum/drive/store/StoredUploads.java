package plenum.drive.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import plenum.drive.FileName;
import plenum.drive.Uploads;

/** Uploads in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredUploads implements Uploads {
    private static final String SELECT =
            "select id, account_id, drive_id, parent_id, name, size, begun_at from drive_upload ";

    @PersistenceContext
    EntityManager entities;

    @Inject
    InstantSource clock;

    /** Holds the drive's row, so that two at once do not both take the last room. */
    @Override
    public boolean begin(Upload upload, long limit) {
        List<?> used = entities.createNativeQuery("select used from drive where id = :id for update", Long.class)
                .setParameter("id", upload.drive())
                .getResultList();
        long pending = (Long) entities.createNativeQuery(
                        "select cast(coalesce(sum(size), 0) as bigint) from drive_upload where drive_id = :id",
                        Long.class)
                .setParameter("id", upload.drive())
                .getSingleResult();
        if (used.isEmpty() || upload.size() > limit - (Long) used.getFirst() - pending) {
            return false;
        }
        entities.createNativeQuery("""
            insert into drive_upload (id, account_id, drive_id, parent_id, name, size, begun_at, used_at)
            values (:id, :account, :drive, cast(:parent as uuid), :name, :size, :begun, :begun)\
            """)
                .setParameter("id", upload.id())
                .setParameter("account", upload.account())
                .setParameter("drive", upload.drive())
                .setParameter("parent", upload.parent().orElse(null))
                .setParameter("name", upload.name().text())
                .setParameter("size", upload.size())
                .setParameter("begun", upload.begunAt())
                .executeUpdate();
        return true;
    }

    @Override
    public Optional<Upload> find(UUID id, UUID account) {
        return uploads(entities.createNativeQuery(SELECT + "where id = :id and account_id = :account")
                        .setParameter("id", id)
                        .setParameter("account", account))
                .findFirst();
    }

    @Override
    public List<Upload> of(UUID account) {
        return uploads(entities.createNativeQuery(SELECT + "where account_id = :account order by begun_at desc, id")
                        .setParameter("account", account)
                        .setMaxResults(1000))
                .toList();
    }

    @Override
    public void used(UUID id) {
        entities.createNativeQuery("update drive_upload set used_at = :now where id = :id")
                .setParameter("now", clock.instant())
                .setParameter("id", id)
                .executeUpdate();
    }

    @Override
    public void drop(UUID id) {
        entities.createNativeQuery("delete from drive_upload where id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    @Override
    public List<UUID> before(Instant instant, int most) {
        List<?> ids = entities.createNativeQuery("select id from drive_upload where used_at < :before", UUID.class)
                .setParameter("before", instant)
                .setMaxResults(most)
                .getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    private static Stream<Upload> uploads(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Upload(
                        (UUID) row[0],
                        (UUID) row[1],
                        (UUID) row[2],
                        Optional.ofNullable((UUID) row[3]),
                        new FileName((String) row[4]),
                        (Long) row[5],
                        (Instant) row[6]));
    }
}
