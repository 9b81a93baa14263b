package plenum.booking.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import plenum.booking.Booking;
import plenum.booking.Bookings;
import plenum.booking.Span;

/** Bookings in PostgreSQL, whose exclusion constraint refuses two at a time. */
@ApplicationScoped
@Transactional
public class StoredBookings implements Bookings {
    private static final String SELECT = """
        select b.id, b.bookable_id, b.event_id, b.account_id, b.title, lower(b.during) as begins, upper(b.during) as ends, b.confirmed
        from booking b
        """;

    @PersistenceContext
    EntityManager entities;

    @Override
    public void lock(Collection<UUID> bookables) {
        if (!bookables.isEmpty()) {
            entities.createNativeQuery("select id from bookable where id in (:ids) order by id for no key update")
                    .setParameter("ids", bookables)
                    .getResultList();
        }
    }

    @Override
    public List<Booking> of(UUID event) {
        return bookings(entities.createNativeQuery(SELECT + "where b.event_id = :event order by b.during")
                        .setParameter("event", event))
                .toList();
    }

    @Override
    public List<Booking> during(UUID bookable, Span span) {
        return bookings(within(
                                SELECT
                                        + "where b.bookable_id = :bookable and b.during && tstzrange(cast(:from as timestamptz), cast(:to as timestamptz)) order by b.during",
                                span)
                        .setParameter("bookable", bookable))
                .toList();
    }

    @Override
    public Set<UUID> taken(Collection<UUID> bookables, Span span, Optional<UUID> exceptEvent) {
        if (bookables.isEmpty()) {
            return Set.of();
        }
        List<?> rows = within("""
                select distinct b.bookable_id from booking b where b.bookable_id in (:bookables)
                    and b.during && tstzrange(cast(:from as timestamptz), cast(:to as timestamptz))
                    and b.event_id is distinct from cast(:except as uuid)\
                """, span)
                .setParameter("bookables", bookables)
                .setParameter("except", exceptEvent.orElseGet(() -> new UUID(0, 0)))
                .getResultList();
        Set<UUID> taken = new HashSet<>();
        rows.forEach(id -> taken.add((UUID) id));
        return taken;
    }

    private Query within(String query, Span span) {
        return entities.createNativeQuery(query)
                .setParameter("from", span.start())
                .setParameter("to", span.end());
    }

    @Override
    public void add(List<Booking> bookings) {
        try {
            bookings.forEach(this::add);
        } catch (PersistenceException e) {
            throw new TakenException(e);
        }
    }

    private void add(Booking booking) {
        entities.createNativeQuery("""
            insert into booking (id, bookable_id, event_id, account_id, title, during, confirmed)
            values (:id, :bookable, cast(:event as uuid), cast(:by as uuid), :title,
                tstzrange(cast(:from as timestamptz), cast(:to as timestamptz)), :confirmed)\
            """)
                .setParameter("id", booking.id())
                .setParameter("bookable", booking.bookable())
                .setParameter("event", booking.event().orElse(null))
                .setParameter("by", booking.by().orElse(null))
                .setParameter("title", booking.title())
                .setParameter("from", booking.during().start())
                .setParameter("to", booking.during().end())
                .setParameter("confirmed", booking.confirmed())
                .executeUpdate();
    }

    @Override
    public void remove(UUID event, UUID bookable) {
        change("delete from booking where event_id = :event and bookable_id = :bookable", event, bookable);
    }

    @Override
    public void removeOne(UUID booking) {
        entities.createNativeQuery("delete from booking where id = :id")
                .setParameter("id", booking)
                .executeUpdate();
    }

    @Override
    public Optional<Booking> byId(UUID booking) {
        return bookings(entities.createNativeQuery(SELECT + "where b.id = :id").setParameter("id", booking))
                .findFirst();
    }

    @Override
    public List<Booking> waiting(UUID keeper, boolean admin, int most) {
        return bookings(entities.createNativeQuery("""
            select distinct on (b.event_id, b.bookable_id) b.id, b.bookable_id, b.event_id, b.account_id, b.title,
                lower(b.during) as begins, upper(b.during) as ends, b.confirmed
            from booking b join bookable k on k.id = b.bookable_id
            where not b.confirmed and (k.keeper_id = :keeper or :admin) order by b.event_id, b.bookable_id, b.during\
            """)
                        .setParameter("keeper", keeper)
                        .setParameter("admin", admin)
                        .setMaxResults(most))
                .toList();
    }

    @Override
    public void confirm(UUID event, UUID bookable) {
        change(
                "update booking set confirmed = true where event_id = :event and bookable_id = :bookable",
                event,
                bookable);
    }

    @Override
    public Set<UUID> wanted(UUID event) {
        List<?> rows = entities.createNativeQuery("select bookable_id from booking_wish where event_id = :event")
                .setParameter("event", event)
                .getResultList();
        Set<UUID> wanted = new HashSet<>();
        rows.forEach(id -> wanted.add((UUID) id));
        return wanted;
    }

    @Override
    public void setWanted(UUID event, UUID bookable, Instant until) {
        entities.createNativeQuery("""
            insert into booking_wish (event_id, bookable_id, booked_to) values (:event, :bookable, :until)
            on conflict (event_id, bookable_id) do update set booked_to = excluded.booked_to\
            """)
                .setParameter("event", event)
                .setParameter("bookable", bookable)
                .setParameter("until", until)
                .executeUpdate();
    }

    @Override
    public void removeWanted(UUID event, UUID bookable) {
        change("delete from booking_wish where event_id = :event and bookable_id = :bookable", event, bookable);
    }

    private void change(String statement, UUID event, UUID bookable) {
        entities.createNativeQuery(statement)
                .setParameter("event", event)
                .setParameter("bookable", bookable)
                .executeUpdate();
    }

    @Override
    public List<UUID> endingBefore(Instant horizon, int most) {
        List<?> rows = entities.createNativeQuery("""
            select distinct w.event_id from booking_wish w join calendar_event e on e.id = w.event_id
            where w.booked_to < :horizon and e.rule is not null and (e.ends_at is null or e.ends_at > w.booked_to)\
            """)
                .setParameter("horizon", horizon)
                .setMaxResults(most)
                .getResultList();
        return rows.stream().map(UUID.class::cast).toList();
    }

    @Override
    public int forget(Instant before) {
        return entities.createNativeQuery("delete from booking where upper(during) < :before")
                .setParameter("before", before)
                .executeUpdate();
    }

    private static Stream<Booking> bookings(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Booking(
                        (UUID) row[0],
                        (UUID) row[1],
                        Optional.ofNullable((UUID) row[2]),
                        Optional.ofNullable((UUID) row[3]),
                        (String) row[4],
                        new Span((Instant) row[5], (Instant) row[6]),
                        (Boolean) row[7]));
    }
}
