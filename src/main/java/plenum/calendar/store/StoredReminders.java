package plenum.calendar.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import plenum.calendar.Reminders;

/** Reminders in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredReminders implements Reminders {
    @PersistenceContext
    EntityManager entities;

    @Override
    public List<UUID> due(Instant now, int most) {
        List<?> rows = entities.createNativeQuery(
                        "select id from calendar_event where next_reminder <= :now order by next_reminder")
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
        return rows.stream().map(UUID.class::cast).toList();
    }

    @Override
    public Optional<Instant> lock(UUID event, Instant now) {
        List<?> rows = entities.createNativeQuery(
                        "select next_reminder from calendar_event where id = :id and next_reminder <= :now for no key update")
                .setParameter("id", event)
                .setParameter("now", now)
                .getResultList();
        return rows.stream().map(Instant.class::cast).findFirst();
    }

    @Override
    public void setNext(UUID event, Optional<Instant> next) {
        entities.createNativeQuery(
                        "update calendar_event set next_reminder = cast(:next as timestamptz) where id = :id")
                .setParameter("id", event)
                .setParameter("next", next.orElse(null))
                .executeUpdate();
    }

    @Override
    public boolean give(Given reminder) {
        return entities.createNativeQuery("""
            insert into calendar_reminder (event_id, account_id, starts_at, ends_at, before_seconds, by_mail, seen)
            values (:event, :account, :start, :end, :before, :mail, false) on conflict do nothing\
            """)
                        .setParameter("event", reminder.event())
                        .setParameter("account", reminder.account())
                        .setParameter("start", reminder.start())
                        .setParameter("end", reminder.end())
                        .setParameter("before", (int) reminder.before().toSeconds())
                        .setParameter("mail", reminder.mail())
                        .executeUpdate()
                == 1;
    }

    @Override
    public List<Given> of(UUID account, Instant now, int most) {
        List<?> rows = entities.createNativeQuery("""
            select event_id, starts_at, ends_at, min(before_seconds) from calendar_reminder
            where account_id = :account and not seen and not by_mail and ends_at > :now
            group by event_id, starts_at, ends_at order by starts_at\
            """)
                .setParameter("account", account)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Given(
                        (UUID) row[0],
                        account,
                        (Instant) row[1],
                        (Instant) row[2],
                        Duration.ofSeconds(((Number) row[3]).longValue()),
                        false))
                .toList();
    }

    @Override
    public Map<UUID, Set<String>> waiting(Set<UUID> accounts, Instant now) {
        List<?> rows = entities.createNativeQuery("""
            select account_id, concat(event_id, ' ', starts_at) from calendar_reminder
            where account_id = any (:accounts) and not seen and not by_mail and ends_at > :now\
            """)
                .setParameter("accounts", accounts.toArray(UUID[]::new))
                .setParameter("now", now)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .collect(Collectors.groupingBy(
                        row -> (UUID) row[0], Collectors.mapping(row -> (String) row[1], Collectors.toSet())));
    }

    @Override
    public void seen(UUID account, UUID event, Instant start) {
        entities.createNativeQuery("""
            update calendar_reminder set seen = true
            where account_id = :account and event_id = :event and starts_at = :start and not by_mail\
            """)
                .setParameter("account", account)
                .setParameter("event", event)
                .setParameter("start", start)
                .executeUpdate();
    }

    @Override
    public int forget(Instant before) {
        return entities.createNativeQuery("delete from calendar_reminder where ends_at < :before")
                .setParameter("before", before)
                .executeUpdate();
    }
}
