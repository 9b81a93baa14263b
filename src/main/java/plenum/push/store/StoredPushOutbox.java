package plenum.push.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import plenum.push.PushDevices.Subscription;
import plenum.push.PushOutbox;

/** Waiting notices in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredPushOutbox implements PushOutbox {
    @PersistenceContext
    EntityManager entities;

    @Override
    public void put(UUID account, String topic, String payload, Instant now, Instant until) {
        entities.createNativeQuery("""
            insert into push_message (id, subscription_id, topic, payload, written_at, next_at, expires_at)
            select gen_random_uuid(), s.id, cast(:topic as text), cast(:payload as text), cast(:now as timestamptz),
                cast(:now as timestamptz), cast(:until as timestamptz)
            from push_subscription s where s.account_id = :account
            on conflict (subscription_id, topic) do update set id = excluded.id, payload = excluded.payload, attempts = 0,
                written_at = excluded.written_at, next_at = excluded.next_at, expires_at = excluded.expires_at\
            """)
                .setParameter("topic", topic)
                .setParameter("payload", payload)
                .setParameter("now", now)
                .setParameter("until", until)
                .setParameter("account", account)
                .executeUpdate();
    }

    @Override
    public List<Waiting> due(Instant now, int most) {
        List<?> rows = entities.createNativeQuery("""
            select m.id, s.id as device, s.endpoint, s.p256dh, s.auth, m.topic, m.payload, m.attempts, m.expires_at
            from push_message m join push_subscription s on s.id = m.subscription_id join account a on a.id = s.account_id
            where m.next_at <= :now and m.expires_at > :now and a.state = 'ACTIVE' order by m.next_at, m.id limit :most\
            """)
                .setParameter("now", now)
                .setParameter("most", most)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Waiting(
                        (UUID) row[0],
                        (UUID) row[1],
                        new Subscription((String) row[2], (byte[]) row[3], (byte[]) row[4]),
                        (String) row[5],
                        (String) row[6],
                        ((Number) row[7]).intValue(),
                        (Instant) row[8]))
                .toList();
    }

    @Override
    public void taken(Waiting message, Instant now) {
        drop(message.id());
        entities.createNativeQuery("update push_subscription set last_used_at = :now where id = :id")
                .setParameter("now", now)
                .setParameter("id", message.device())
                .executeUpdate();
    }

    @Override
    public void postpone(UUID message, Instant until) {
        entities.createNativeQuery("update push_message set attempts = attempts + 1, next_at = :until where id = :id")
                .setParameter("until", until)
                .setParameter("id", message)
                .executeUpdate();
    }

    @Override
    public void drop(UUID message) {
        entities.createNativeQuery("delete from push_message where id = :id")
                .setParameter("id", message)
                .executeUpdate();
    }

    @Override
    public void endDevice(UUID device) {
        entities.createNativeQuery("delete from push_subscription where id = :id")
                .setParameter("id", device)
                .executeUpdate();
    }

    @Override
    public void forget(Instant now) {
        entities.createNativeQuery("delete from push_message where expires_at <= :now")
                .setParameter("now", now)
                .executeUpdate();
    }
}
