package plenum.push.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import plenum.push.PushDevices;

/** Subscribed browsers in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredPushDevices implements PushDevices {
    @PersistenceContext
    EntityManager entities;

    @Override
    public UUID add(UUID account, UUID session, Subscription subscription, String name, Instant now) {
        entities.createNativeQuery(
                        "delete from push_subscription where endpoint_hash = :hash and account_id <> :account")
                .setParameter("hash", subscription.hash())
                .setParameter("account", account)
                .executeUpdate();
        entities.createNativeQuery("""
            insert into push_subscription (id, account_id, session_id, endpoint, endpoint_hash, p256dh, auth, name, created_at)
            values (:id, :account, :session, :endpoint, :hash, :key, :auth, :name, :now)
            on conflict (endpoint_hash) do update set session_id = excluded.session_id, p256dh = excluded.p256dh,
                auth = excluded.auth, name = excluded.name\
            """)
                .setParameter("id", UUID.randomUUID())
                .setParameter("account", account)
                .setParameter("session", session)
                .setParameter("endpoint", subscription.endpoint())
                .setParameter("hash", subscription.hash())
                .setParameter("key", subscription.p256dh())
                .setParameter("auth", subscription.auth())
                .setParameter("name", name)
                .setParameter("now", now)
                .executeUpdate();
        entities.createNativeQuery("""
            delete from push_subscription where account_id = :account and endpoint_hash <> :hash and id in (
                select id from push_subscription where account_id = :account order by created_at desc, id offset :most)\
            """)
                .setParameter("account", account)
                .setParameter("hash", subscription.hash())
                .setParameter("most", MOST)
                .executeUpdate();
        return (UUID) entities.createNativeQuery("select id from push_subscription where endpoint_hash = :hash")
                .setParameter("hash", subscription.hash())
                .getSingleResult();
    }

    @Override
    public List<Device> of(UUID account) {
        List<?> rows =
                entities.createNativeQuery("""
            select id, endpoint_hash, name, created_at, last_used_at from push_subscription
            where account_id = :account order by created_at, id\
            """).setParameter("account", account).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Device(
                        (UUID) row[0], (byte[]) row[1], (String) row[2], (Instant) row[3], Optional.ofNullable((Instant)
                                row[4])))
                .toList();
    }

    @Override
    public boolean remove(UUID account, UUID id) {
        return entities.createNativeQuery("delete from push_subscription where id = :id and account_id = :account")
                        .setParameter("id", id)
                        .setParameter("account", account)
                        .executeUpdate()
                > 0;
    }

    @Override
    public boolean remove(UUID account, byte[] endpointHash) {
        return entities.createNativeQuery(
                                "delete from push_subscription where endpoint_hash = :hash and account_id = :account")
                        .setParameter("hash", endpointHash)
                        .setParameter("account", account)
                        .executeUpdate()
                > 0;
    }

    @Override
    public void removeAll(UUID account) {
        entities.createNativeQuery("delete from push_subscription where account_id = :account")
                .setParameter("account", account)
                .executeUpdate();
    }
}
