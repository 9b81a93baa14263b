package plenum.meeting.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import plenum.meeting.AddressTries;

/** Wrong codes in PostgreSQL, each for an hour. */
@ApplicationScoped
@Transactional
public class StoredAddressTries implements AddressTries {
    private static final Duration WINDOW = Duration.ofHours(1);

    @PersistenceContext
    EntityManager entities;

    @Inject
    InstantSource clock;

    /** One statement: two tries at once cannot both be the tenth. */
    @Override
    public Optional<Try> take(String address) {
        // as exact as PostgreSQL is, so that it can be found again
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant gone = now.minus(WINDOW);
        entities.createNativeQuery("delete from address_tries where last_at < :gone")
                .setParameter("gone", gone)
                .executeUpdate();
        int counted = entities.createNativeQuery("""
                        insert into address_tries as t (address_hash, tried_at, last_at)
                        values (:address, array[cast(:now as timestamptz)], :now)
                        on conflict (address_hash) do update
                        set tried_at = array(select a from unnest(t.tried_at) as a where a >= :gone) || excluded.tried_at,
                            last_at = excluded.last_at
                        where (select count(*) from unnest(t.tried_at) as a where a >= :gone) < :most""")
                .setParameter("address", SecretToken.hash(address))
                .setParameter("now", now)
                .setParameter("gone", gone)
                .setParameter("most", PER_HOUR)
                .executeUpdate();
        return counted == 1 ? Optional.of(new Try(address, now)) : Optional.empty();
    }

    @Override
    public void giveBack(Try right) {
        entities.createNativeQuery("""
                        update address_tries set tried_at = array_remove(tried_at, cast(:at as timestamptz))
                        where address_hash = :address""")
                .setParameter("at", right.at())
                .setParameter("address", SecretToken.hash(right.address()))
                .executeUpdate();
    }
}
