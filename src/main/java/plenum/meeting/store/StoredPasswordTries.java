package plenum.meeting.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import plenum.meeting.GuessLimits;
import plenum.meeting.Meeting;
import plenum.meeting.PasswordTries;
import plenum.platform.NetworkAddress;

/** Wrong passwords in PostgreSQL, for an hour: a row for the address, and one for each network around it. */
@ApplicationScoped
@Transactional
public class StoredPasswordTries implements PasswordTries {
    private static final Duration WINDOW = Duration.ofHours(1);

    private static final String TAKE = """
            with network (hash, most) as (values ROWS)
            insert into password_tries as t (meeting_id, address_hash, tries, last_at)
            select :meeting, network.hash, 1, :now from network
            where not exists (select 1 from network n
                              join password_tries p on p.meeting_id = :meeting and p.address_hash = n.hash
                              where p.tries >= n.most)
            on conflict (meeting_id, address_hash) do update set tries = t.tries + 1, last_at = :now
            where t.tries < (select n.most from network n where n.hash = t.address_hash)""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    InstantSource clock;

    @Inject
    AddressKey key;

    /** One statement: two tries at once cannot both be the tenth. */
    @Override
    public boolean take(Meeting meeting, String address) {
        Instant now = clock.instant();
        forget(now.minus(WINDOW));
        List<String> networks = NetworkAddress.around(address);
        Query take = entities.createNativeQuery(TAKE.replace("ROWS", rows(networks.size())))
                .setParameter("meeting", meeting.id())
                .setParameter("now", now);
        for (int step = 0; step < networks.size(); step++) {
            take.setParameter("network" + step, key.hash(networks.get(step)));
        }
        return take.executeUpdate() == networks.size();
    }

    @Override
    public void giveBack(Meeting meeting, String address) {
        List<byte[]> networks =
                NetworkAddress.around(address).stream().map(key::hash).toList();
        for (String change : List.of(
                "delete from password_tries where tries = 1",
                "update password_tries set tries = tries - 1 where true")) {
            entities.createNativeQuery(change + " and meeting_id = :meeting and address_hash in (:networks)")
                    .setParameter("meeting", meeting.id())
                    .setParameter("networks", networks)
                    .executeUpdate();
        }
    }

    @Override
    public int forget(Instant before) {
        return entities.createNativeQuery("delete from password_tries where last_at < :before")
                .setParameter("before", before)
                .executeUpdate();
    }

    /** Each network with the wrong ones that it may have. */
    private static String rows(int networks) {
        return IntStream.range(0, networks)
                .mapToObj(step -> "(cast(:network" + step + " as bytea), " + most(step, networks) + ")")
                .collect(Collectors.joining(", "));
    }

    private static int most(int step, int networks) {
        if (step == 0) {
            return PER_HOUR;
        }
        return step == networks - 1 ? GuessLimits.STANDARD.site() : GuessLimits.STANDARD.subnet();
    }
}
