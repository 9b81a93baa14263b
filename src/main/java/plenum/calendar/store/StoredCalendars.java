package plenum.calendar.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import plenum.calendar.Answer;
import plenum.calendar.Calendar;
import plenum.calendar.Calendars;
import plenum.calendar.Event;
import plenum.calendar.EventTime;
import plenum.calendar.EventsChanged;
import plenum.calendar.Guest;
import plenum.mail.MailAddress;
import plenum.platform.SecretToken;

/** Calendars in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredCalendars implements Calendars {
    private static final String WITHIN = " e.startsAt < :to and (e.endsAt is null or e.endsAt > :from)";

    @PersistenceContext
    EntityManager entities;

    @Inject
    InstantSource clock;

    @Inject
    jakarta.enterprise.event.Event<EventsChanged> changes;

    @Override
    public List<Calendar> of(UUID account) {
        return entities.createQuery(
                        "select c from CalendarRow c where c.accountId = :account order by c.createdAt, c.id",
                        CalendarRow.class)
                .setParameter("account", account)
                .getResultStream()
                .map(CalendarRow::toCalendar)
                .toList();
    }

    @Override
    public Optional<Calendar> calendar(UUID id) {
        return Optional.ofNullable(entities.find(CalendarRow.class, id)).map(CalendarRow::toCalendar);
    }

    @Override
    public void store(Calendar calendar) {
        CalendarRow row = entities.find(CalendarRow.class, calendar.id());
        if (row == null) {
            row = new CalendarRow();
            row.id = calendar.id();
            row.accountId = calendar.owner();
            row.createdAt = clock.instant();
        }
        row.name = calendar.name();
        row.colour = calendar.colour();
        row.organisation = calendar.organisation();
        entities.persist(row);
    }

    @Override
    public void delete(UUID calendar) {
        changes.fire(ConcernedAccounts.ofCalendar(entities, calendar));
        entities.createQuery("delete from CalendarRow c where c.id = :id")
                .setParameter("id", calendar)
                .executeUpdate();
    }

    @Override
    public List<Event> events(Collection<UUID> calendars, EventTime.Interval span, int most) {
        return calendars.isEmpty()
                ? List.of()
                : withGuests(entities.createQuery(
                                "select e from EventRow e where e.calendarId in (:calendars) and" + WITHIN
                                        + " order by e.startsAt, e.id",
                                EventRow.class)
                        .setParameter("calendars", calendars)
                        .setParameter("from", span.start())
                        .setParameter("to", span.end())
                        .setMaxResults(most)
                        .getResultList());
    }

    @Override
    public List<Event> invitedTo(MailAddress email, EventTime.Interval span, int most) {
        return withGuests(entities.createQuery(
                        "select e from EventRow e join GuestRow g on g.eventId = e.id where g.email = :email and g.answer <> :no and"
                                + WITHIN + " order by e.startsAt, e.id",
                        EventRow.class)
                .setParameter("email", email.text())
                .setParameter("no", Answer.NO)
                .setParameter("from", span.start())
                .setParameter("to", span.end())
                .setMaxResults(most)
                .getResultList());
    }

    @Override
    public Map<UUID, Set<LocalDateTime>> replaced(Collection<UUID> series) {
        return ReplacedTimes.of(entities, series);
    }

    @Override
    public List<Event> all(UUID calendar) {
        return withGuests(entities.createQuery(
                        "select e from EventRow e where e.calendarId = :calendar order by e.startsAt, e.id",
                        EventRow.class)
                .setParameter("calendar", calendar)
                .getResultList());
    }

    @Override
    public Optional<Event> event(UUID id) {
        EventRow row = entities.find(EventRow.class, id);
        return row == null
                ? Optional.empty()
                : withGuests(List.of(row)).stream().findFirst();
    }

    @Override
    public List<Event> byUid(UUID calendar, String uid) {
        return withGuests(entities.createQuery(
                        "select e from EventRow e where e.calendarId = :calendar and e.uid = :uid order by e.startsAt",
                        EventRow.class)
                .setParameter("calendar", calendar)
                .setParameter("uid", uid)
                .getResultList());
    }

    @Override
    public List<Event> invited(String uid, MailAddress guest) {
        return withGuests(entities.createQuery(
                        "select e from EventRow e join GuestRow g on g.eventId = e.id where e.uid = :uid and g.email = :email",
                        EventRow.class)
                .setParameter("uid", uid)
                .setParameter("email", guest.text())
                .getResultList());
    }

    @Override
    public void store(Event event) {
        Set<UUID> calendars = new HashSet<>(Set.of(event.calendar()));
        EventRow before = entities.find(EventRow.class, event.id());
        if (before != null) {
            calendars.add(before.calendarId);
        }
        entities.merge(new EventRow(event, clock.instant()));
        entities.flush();
        changes.fire(ConcernedAccounts.of(entities, event.id(), calendars, event.guests()));
        String[] invited =
                event.guests().stream().map(guest -> guest.email().text()).toArray(String[]::new);
        entities.createNativeQuery("delete from calendar_guest where event_id = :event and email <> all (:invited)")
                .setParameter("event", event.id())
                .setParameter("invited", invited)
                .executeUpdate();
        event.guests().forEach(guest -> entities.merge(new GuestRow(event.id(), guest)));
    }

    @Override
    public void delete(Event event) {
        changes.fire(ConcernedAccounts.of(entities, event.id(), Set.of(event.calendar()), List.of()));
        entities.createQuery("delete from EventRow e where e.id = :id")
                .setParameter("id", event.id())
                .executeUpdate();
    }

    @Override
    public void answered(UUID event, MailAddress guest, Answer answer) {
        GuestRow row = entities.find(GuestRow.class, new GuestRow.Key(event, guest.text()));
        if (row != null) {
            row.answer = answer;
            changes.fire(ConcernedAccounts.of(entities, event, Set.of(), List.of()));
        }
    }

    @Override
    public void addLink(Invitation invitation, byte[] tokenHash) {
        entities.flush();
        entities.createNativeQuery(
                        "insert into calendar_answer_link (token_hash, event_id, email) values (:hash, :event, :email)")
                .setParameter("hash", tokenHash)
                .setParameter("event", invitation.event())
                .setParameter("email", invitation.guest().text())
                .executeUpdate();
    }

    @Override
    public Optional<Invitation> invitation(SecretToken token) {
        List<?> rows = entities.createNativeQuery(
                        "select event_id, email from calendar_answer_link where token_hash = :hash")
                .setParameter("hash", token.hash())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Invitation((UUID) row[0], new MailAddress((String) row[1])))
                .findFirst();
    }

    @Override
    public void setFeed(UUID calendar, Optional<byte[]> hash) {
        CalendarRow row = entities.find(CalendarRow.class, calendar);
        if (row != null) {
            row.feedHash = hash.orElse(null);
        }
    }

    @Override
    public boolean hasFeed(UUID calendar) {
        CalendarRow row = entities.find(CalendarRow.class, calendar);
        return row != null && row.feedHash != null;
    }

    @Override
    public Optional<Calendar> byFeed(SecretToken token) {
        return entities.createQuery("select c from CalendarRow c where c.feedHash = :hash", CalendarRow.class)
                .setParameter("hash", token.hash())
                .getResultStream()
                .findFirst()
                .map(CalendarRow::toCalendar);
    }

    private List<Event> withGuests(List<EventRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<Guest>> guests = entities.createQuery(
                        "select g from GuestRow g where g.eventId in (:events) order by g.email", GuestRow.class)
                .setParameter("events", rows.stream().map(row -> row.id).toList())
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> row.eventId, Collectors.mapping(GuestRow::toGuest, Collectors.toList())));
        Map<UUID, Set<UUID>> rooms = rooms(rows);
        return rows.stream()
                .map(row -> row.toEvent(guests.getOrDefault(row.id, List.of()), rooms.getOrDefault(row.id, Set.of())))
                .toList();
    }

    private Map<UUID, Set<UUID>> rooms(List<EventRow> rows) {
        List<?> wished = entities.createNativeQuery(
                        "select event_id, bookable_id from booking_wish where event_id in (:events)")
                .setParameter("events", rows.stream().map(row -> row.id).toList())
                .getResultList();
        return wished.stream()
                .map(Object[].class::cast)
                .collect(Collectors.groupingBy(
                        row -> (UUID) row[0], Collectors.mapping(row -> (UUID) row[1], Collectors.toSet())));
    }
}
