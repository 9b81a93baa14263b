package plenum.meeting.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import plenum.meeting.Meeting;
import plenum.meeting.PasswordTries;

/** Wrong passwords in PostgreSQL, for an hour. */
@ApplicationScoped
@Transactional
public class StoredPasswordTries implements PasswordTries {
    private static final Duration WINDOW = Duration.ofHours(1);

    @PersistenceContext
    EntityManager entities;

    @Inject
    InstantSource clock;

    /** One statement: two tries at once cannot both be the tenth. */
    @Override
    public boolean take(Meeting meeting, String address) {
        Instant now = clock.instant();
        entities.createNativeQuery("delete from password_tries where last_at < :gone")
                .setParameter("gone", now.minus(WINDOW))
                .executeUpdate();
        return entities.createNativeQuery("""
                        insert into password_tries as t (meeting_id, address_hash, tries, last_at)
                        values (:meeting, :address, 1, :now)
                        on conflict (meeting_id, address_hash)
                        do update set tries = t.tries + 1, last_at = :now where t.tries < :most""")
                        .setParameter("meeting", meeting.id())
                        .setParameter("address", SecretToken.hash(address))
                        .setParameter("now", now)
                        .setParameter("most", PER_HOUR)
                        .executeUpdate()
                == 1;
    }

    @Override
    public void giveBack(Meeting meeting, String address) {
        int kept = entities.createNativeQuery(
                        "update password_tries set tries = tries - 1 where meeting_id = :meeting and address_hash = :address and tries > 1")
                .setParameter("meeting", meeting.id())
                .setParameter("address", SecretToken.hash(address))
                .executeUpdate();
        if (kept == 0) {
            entities.createNativeQuery(
                            "delete from password_tries where meeting_id = :meeting and address_hash = :address")
                    .setParameter("meeting", meeting.id())
                    .setParameter("address", SecretToken.hash(address))
                    .executeUpdate();
        }
    }
}
