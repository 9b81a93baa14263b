package plenum.meeting.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import plenum.meeting.Blocks;
import plenum.meeting.Caller;
import plenum.meeting.Meeting;
import plenum.platform.SecretToken;

/** Blocks in PostgreSQL, without the addresses themselves. */
@ApplicationScoped
@Transactional
public class StoredBlocks implements Blocks {

    @PersistenceContext
    EntityManager entities;

    @Inject
    InstantSource clock;

    @Inject
    AddressKey key;

    @Override
    public void block(Meeting meeting, Caller caller) {
        entities.createNativeQuery("""
                        insert into meeting_block (meeting_id, browser_hash, address_hash, blocked_at)
                        values (:meeting, :browser, :address, :now) on conflict do nothing""")
                .setParameter("meeting", meeting.id())
                .setParameter("browser", SecretToken.hash(caller.browser()))
                .setParameter("address", key.hash(caller.address()))
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    @Override
    public Standing of(Meeting meeting, Caller caller) {
        byte[] browser = SecretToken.hash(caller.browser());
        @SuppressWarnings("unchecked")
        List<byte[]> known = entities.createNativeQuery("""
                        select browser_hash from meeting_block
                        where meeting_id = :meeting and (browser_hash = :browser or address_hash = :address)""", byte[].class)
                .setParameter("meeting", meeting.id())
                .setParameter("browser", browser)
                .setParameter("address", key.hash(caller.address()))
                .getResultList();
        boolean same = !caller.browser().isEmpty() && known.stream().anyMatch(hash -> Arrays.equals(hash, browser));
        if (same) {
            return Standing.BLOCKED;
        }
        return known.isEmpty() ? Standing.CLEAR : Standing.SUSPECT;
    }
}
