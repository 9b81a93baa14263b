package plenum.account.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import plenum.account.AppPasswords;

/** Passwords of programs in PostgreSQL, as hashes. */
@ApplicationScoped
@Transactional
public class StoredAppPasswords implements AppPasswords {
    private static final Duration NOTED = Duration.ofHours(1);

    @PersistenceContext
    EntityManager entities;

    @Override
    public void add(AppPassword password, byte[] hash) {
        entities.createNativeQuery("""
            insert into app_password (id, account_id, name, token_hash, created_at)
            values (:id, :account, :name, :hash, :now)\
            """)
                .setParameter("id", password.id())
                .setParameter("account", password.account())
                .setParameter("name", password.name())
                .setParameter("hash", hash)
                .setParameter("now", password.created())
                .executeUpdate();
    }

    @Override
    public List<AppPassword> of(UUID account) {
        List<?> rows =
                entities.createNativeQuery("""
            select id, account_id, name, created_at, used_at from app_password
            where account_id = :account order by created_at, id\
            """).setParameter("account", account).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new AppPassword(
                        (UUID) row[0], (UUID) row[1], (String) row[2], (Instant) row[3], Optional.ofNullable((Instant)
                                row[4])))
                .toList();
    }

    @Override
    public void remove(UUID account, UUID id) {
        entities.createNativeQuery("delete from app_password where id = :id and account_id = :account")
                .setParameter("id", id)
                .setParameter("account", account)
                .executeUpdate();
    }

    @Override
    public Optional<UUID> use(byte[] hash, Instant now) {
        List<?> rows = entities.createNativeQuery("select account_id from app_password where token_hash = :hash")
                .setParameter("hash", hash)
                .getResultList();
        if (!rows.isEmpty()) {
            entities.createNativeQuery(
                            "update app_password set used_at = :now where token_hash = :hash and (used_at is null or used_at < :noted)")
                    .setParameter("now", now)
                    .setParameter("noted", now.minus(NOTED))
                    .setParameter("hash", hash)
                    .executeUpdate();
        }
        return rows.stream().map(UUID.class::cast).findFirst();
    }
}
