package plenum.reaction.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import plenum.reaction.Hands;

/** Raised hands in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredHands implements Hands {

    @PersistenceContext
    EntityManager entities;

    @Override
    public Instant raise(UUID meeting, UUID participant, Instant at) {
        RaisedHandRow up = entities.find(RaisedHandRow.class, participant);
        if (up == null) {
            up = new RaisedHandRow(meeting, participant, at.truncatedTo(ChronoUnit.MILLIS));
            entities.persist(up);
        }
        return up.raisedAt;
    }

    @Override
    public void lower(UUID participant) {
        entities.createQuery("delete from RaisedHandRow h where h.participant = :participant")
                .setParameter("participant", participant)
                .executeUpdate();
    }

    @Override
    public void lowerAll(Collection<UUID> participants) {
        entities.createQuery("delete from RaisedHandRow h where h.participant in :participants")
                .setParameter("participants", participants)
                .executeUpdate();
    }

    @Override
    public List<RaisedHand> of(UUID meeting) {
        return entities.createQuery(
                        "select h from RaisedHandRow h where h.meetingId = :meeting order by h.raisedAt, h.participant",
                        RaisedHandRow.class)
                .setParameter("meeting", meeting)
                .getResultStream()
                .map(row -> new RaisedHand(row.participant, row.raisedAt))
                .toList();
    }

    @Override
    public int forget(Instant before) {
        return entities.createQuery("delete from RaisedHandRow h where h.raisedAt < :before")
                .setParameter("before", before)
                .executeUpdate();
    }
}
