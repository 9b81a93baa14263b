package plenum.account.store;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.Tries;
import plenum.platform.Settings;

/**
 * Failed tries in PostgreSQL, each for an hour. Names and network addresses are stored as keyed hashes whose key is not in the database.
 */
@ApplicationScoped
@Transactional
@NullUnmarked
public class StoredTries implements Tries {
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    @PersistenceContext
    EntityManager entities;

    @Inject
    InstantSource clock;

    @Inject
    RandomGenerator random;

    @Inject
    Settings settings;

    byte[] key;

    /** Without a secret of the server's, the key is this process's own: what was counted before a restart is not found again. */
    @PostConstruct
    void makeKey() {
        byte[] own = new byte[KEY_BYTES];
        random.nextBytes(own);
        key = settings.services()
                .accounts()
                .secret()
                .map(secret -> code(secret, "tries"))
                .orElse(own);
    }

    /** One statement for each name: two tries at once cannot both be the last. A name that is full gives back those before it. */
    @Override
    public Optional<Try> take(List<Limit> limits) {
        // as exact as PostgreSQL is, so that it can be found again
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        entities.createNativeQuery("delete from account_try where last_at < :gone")
                .setParameter("gone", now.minus(WINDOW))
                .executeUpdate();
        for (int i = 0; i < limits.size(); i++) {
            if (!count(limits.get(i), now)) {
                limits.subList(0, i).forEach(limit -> giveBack(limit.name(), now));
                return Optional.empty();
            }
        }
        return Optional.of(new Try(limits.stream().map(Limit::name).toList(), now));
    }

    @Override
    public void giveBack(Try right) {
        right.names().forEach(name -> giveBack(name, right.at()));
    }

    @Override
    public void forget(String name) {
        entities.createNativeQuery("delete from account_try where name_hash = :name")
                .setParameter("name", code(key, name))
                .executeUpdate();
    }

    private boolean count(Limit limit, Instant now) {
        return entities.createNativeQuery("""
            insert into account_try as t (name_hash, tried_at, last_at)
            values (:name, array[cast(:now as timestamptz)], :now)
            on conflict (name_hash) do update
            set tried_at = array(select a from unnest(t.tried_at) as a where a >= :gone) || excluded.tried_at,
                last_at = excluded.last_at
            where (select count(*) from unnest(t.tried_at) as a where a >= :gone) < :most\
            """)
                        .setParameter("name", code(key, limit.name()))
                        .setParameter("now", now)
                        .setParameter("gone", now.minus(WINDOW))
                        .setParameter("most", limit.most())
                        .executeUpdate()
                == 1;
    }

    private void giveBack(String name, Instant at) {
        entities.createNativeQuery("""
            update account_try set tried_at = array_remove(tried_at, cast(:at as timestamptz))
            where name_hash = :name\
            """)
                .setParameter("at", at)
                .setParameter("name", code(key, name))
                .executeUpdate();
    }

    private static byte[] code(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }
}
