package plenum.calendar.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import plenum.calendar.EventTime;
import plenum.calendar.Proposals;
import plenum.mail.MailAddress;

/** Proposals in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredProposals implements Proposals {
    @PersistenceContext
    EntityManager entities;

    @Inject
    InstantSource clock;

    @Override
    public void keep(Proposal proposal) {
        entities.createNativeQuery("""
            insert into calendar_proposal (event_id, email, local_start, length_seconds, zone, words, made_at)
            values (:event, :email, :start, :length, :zone, :words, :now)
            on conflict (event_id, email) do update set local_start = excluded.local_start,
                length_seconds = excluded.length_seconds, zone = excluded.zone, words = excluded.words, made_at = excluded.made_at\
            """)
                .setParameter("event", proposal.event())
                .setParameter("email", proposal.guest().text())
                .setParameter("start", proposal.time().start())
                .setParameter("length", proposal.time().length().toSeconds())
                .setParameter("zone", proposal.time().zone().getId())
                .setParameter("words", proposal.words())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    @Override
    public List<Proposal> of(UUID event) {
        List<?> rows =
                entities.createNativeQuery("""
            select email, local_start, length_seconds, zone, words from calendar_proposal where event_id = :event order by made_at\
            """).setParameter("event", event).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Proposal(
                        event,
                        new MailAddress((String) row[0]),
                        new EventTime(
                                local(row[1]),
                                Duration.ofSeconds(((Number) row[2]).longValue()),
                                ZoneId.of((String) row[3]),
                                false),
                        (String) row[4]))
                .toList();
    }

    private static LocalDateTime local(Object value) {
        return value instanceof Timestamp stamp ? stamp.toLocalDateTime() : (LocalDateTime) value;
    }

    @Override
    public void forget(UUID event) {
        entities.createNativeQuery("delete from calendar_proposal where event_id = :event")
                .setParameter("event", event)
                .executeUpdate();
    }
}
