package plenum.meeting.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import plenum.meeting.CodeTries;
import plenum.meeting.GuessLimits;
import plenum.meeting.GuessLimits.Counted;
import plenum.platform.NetworkAddress;

/** Wrong codes in PostgreSQL, a row for each: there are no more than the server's budget allows. */
@ApplicationScoped
@Transactional
public class StoredCodeTries implements CodeTries {
    /** Any number that no other lock has. */
    private static final long LOCK = 1_110_001;

    private final GuessLimits limits = GuessLimits.STANDARD;

    @PersistenceContext
    EntityManager entities;

    @Inject
    InstantSource clock;

    @Inject
    AddressKey key;

    @Override
    public Answer take(String address) {
        Networks networks = networks(address);
        Instant now = clock.instant();
        // first without the lock: a flood that is refused holds nobody up
        Optional<Refused> refused = limits.refuse(count(networks, now));
        if (refused.isPresent()) {
            return refused.get();
        }
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(:lock)", Integer.class)
                .setParameter("lock", LOCK)
                .getSingleResult();
        Counted counted = count(networks, now);
        refused = limits.refuse(counted);
        return refused.isPresent() ? refused.get() : insert(networks, now, limits.isReserved(counted));
    }

    @Override
    public void giveBack(Granted right) {
        entities.createNativeQuery("delete from code_try where id = :id")
                .setParameter("id", right.id())
                .executeUpdate();
    }

    @Override
    public int forget(Instant before) {
        return entities.createNativeQuery("delete from code_try where at < :before")
                .setParameter("before", before)
                .executeUpdate();
    }

    private Counted count(Networks networks, Instant now) {
        Tuple counted = (Tuple) with(networks, entities.createNativeQuery("""
                        select count(*) filter (where address_hash = :address), count(*) filter (where subnet_hash = :subnet),
                               count(*) filter (where site_hash = :site), count(*),
                               count(*) filter (where region_hash = :region and reserved)
                        from code_try where at > :since""", Tuple.class))
                .setParameter("since", now.minus(GuessLimits.WINDOW))
                .getSingleResult();
        return new Counted(
                counted.get(0, Long.class),
                counted.get(1, Long.class),
                counted.get(2, Long.class),
                counted.get(3, Long.class),
                counted.get(4, Long.class));
    }

    private Granted insert(Networks networks, Instant now, boolean reserved) {
        Object id = with(networks, entities.createNativeQuery("""
                        insert into code_try (at, address_hash, subnet_hash, site_hash, region_hash, reserved)
                        values (:now, :address, :subnet, :site, :region, :reserved) returning id""", Long.class))
                .setParameter("now", now)
                .setParameter("reserved", reserved)
                .getSingleResult();
        return new Granted((Long) id);
    }

    private static Query with(Networks networks, Query query) {
        return query.setParameter("address", networks.address)
                .setParameter("subnet", networks.subnet)
                .setParameter("site", networks.site)
                .setParameter("region", networks.region);
    }

    private Networks networks(String address) {
        List<String> around = NetworkAddress.around(address);
        return new Networks(
                key.hash(around.getFirst()),
                key.hash(around.get(Math.max(0, around.size() - 2))),
                key.hash(around.getLast()),
                key.hash(NetworkAddress.region(address)));
    }

    /** Their hashes. */
    private record Networks(byte[] address, byte[] subnet, byte[] site, byte[] region) {}
}
