package plenum.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import plenum.account.Account;
import plenum.account.Accounts;
import plenum.booking.Bookings.TakenException;
import plenum.booking.RefusedBookingException.Reason;
import plenum.mail.Letter;
import plenum.mail.MailOutbox;
import plenum.platform.SiteAddress;

/**
 * Books rooms and things for events, at all times of a series up to a horizon, which {@link #extend} moves. In the caller's transaction: what is
 * refused undoes it. Two bookings never overlap; the database holds that, whoever writes.
 */
@ApplicationScoped
@Transactional
public class RoomBooking {
    /** How far the times of a series are booked. */
    public static final Duration HORIZON = Duration.ofDays(366);

    @Inject
    Bookables bookables;

    @Inject
    Bookings bookings;

    @Inject
    Accounts accounts;

    @Inject
    MailOutbox outbox;

    @Inject
    SiteAddress site;

    @Inject
    InstantSource clock;

    /**
     * What an event takes.
     *
     * @param title empty when it is hidden
     * @param times up to the horizon, those that are over included; none for an event whose series takes them
     */
    public record Wish(UUID event, String title, Set<UUID> bookables, List<Span> times) {}

    /** The span that series are booked in now. */
    public Span horizon() {
        return new Span(clock.instant(), clock.instant().plus(HORIZON));
    }

    /**
     * Books what an event wants and gives back the rest.
     *
     * @throws RefusedBookingException when one of them cannot be had
     */
    public void keep(Account by, Wish wish) {
        Set<UUID> before = bookings.wanted(wish.event());
        Set<UUID> all = new TreeSet<>(before);
        all.addAll(wish.bookables());
        if (all.isEmpty()) {
            return;
        }
        bookings.lock(all);
        List<Booking> had = bookings.of(wish.event());
        for (UUID each : all) {
            if (wish.bookables().contains(each)) {
                book(by, wish, each, had, before.contains(each));
            } else {
                bookings.remove(wish.event(), each);
                bookings.removeWanted(wish.event(), each);
            }
        }
    }

    private void book(Account by, Wish wish, UUID id, List<Booking> had, boolean again) {
        Bookable bookable =
                bookables.byId(id).orElseThrow(() -> new RefusedBookingException(Reason.GONE, "", Optional.empty()));
        boolean allowed = again
                || wish.times().isEmpty()
                || by.isAdmin()
                || bookables.bookableBy(by.id()).stream()
                        .anyMatch(one -> one.id().equals(id));
        if (!allowed) {
            throw new RefusedBookingException(Reason.NOT_ALLOWED, bookable.name(), Optional.empty());
        }
        Instant now = clock.instant();
        List<Span> times =
                wish.times().stream().filter(span -> span.end().isAfter(now)).toList();
        times.stream()
                .filter(span -> !bookable.terms().hours().hold(span))
                .findFirst()
                .ifPresent(span -> {
                    throw new RefusedBookingException(Reason.CLOSED, bookable.name(), Optional.of(span.start()));
                });
        bookings.remove(wish.event(), id);
        times.stream()
                .filter(span ->
                        !bookings.taken(List.of(id), span, Optional.empty()).isEmpty())
                .findFirst()
                .ifPresent(span -> {
                    throw new RefusedBookingException(Reason.TAKEN, bookable.name(), Optional.of(span.start()));
                });
        boolean free = bookable.terms()
                .keeper()
                .filter(keeper -> !keeper.equals(by.id()))
                .isEmpty();
        List<Booking> wanted = times.stream()
                .map(span -> booking(bookable, by, wish, span, free || wasConfirmed(had, id, span)))
                .toList();
        try {
            bookings.add(wanted);
        } catch (TakenException e) {
            throw new RefusedBookingException(
                    Reason.TAKEN,
                    bookable.name(),
                    times.stream().map(Span::start).findFirst());
        }
        bookings.setWanted(wish.event(), id, horizon().end());
        if (wanted.stream().anyMatch(booking -> !booking.confirmed())) {
            tellKeeper(bookable, by, wish);
        }
    }

    private static boolean wasConfirmed(List<Booking> had, UUID bookable, Span span) {
        return had.stream()
                .anyMatch(old -> old.bookable().equals(bookable)
                        && old.confirmed()
                        && old.during().equals(span));
    }

    private static Booking booking(Bookable bookable, Account by, Wish wish, Span span, boolean confirmed) {
        return new Booking(
                UUID.randomUUID(),
                bookable.id(),
                Optional.of(wish.event()),
                Optional.of(by.id()),
                wish.title(),
                span,
                confirmed);
    }

    private void tellKeeper(Bookable bookable, Account by, Wish wish) {
        bookable.terms()
                .keeper()
                .flatMap(accounts::byId)
                .ifPresent(keeper -> outbox.put(new Letter(
                        keeper.email(),
                        keeper.language(),
                        "room-asked",
                        List.of(by.name().text(), bookable.name(), wish.title().isEmpty() ? "–" : wish.title()),
                        Optional.of(site.page("/calendar")))));
    }

    /**
     * Books the times of a series that came nearer.
     *
     * @return those that somebody else has
     */
    public List<Span> extend(Account by, Wish wish) {
        List<Span> lost = new ArrayList<>();
        bookings.lock(new TreeSet<>(wish.bookables()));
        List<Booking> had = bookings.of(wish.event());
        for (UUID id : wish.bookables()) {
            Optional<Bookable> bookable = bookables.byId(id);
            List<Booking> more = new ArrayList<>();
            for (Span span : wish.times()) {
                boolean there = had.stream()
                        .anyMatch(
                                old -> old.bookable().equals(id) && old.during().equals(span));
                if (there || bookable.isEmpty() || !span.end().isAfter(clock.instant())) {
                    continue;
                }
                if (bookings.taken(List.of(id), span, Optional.empty()).isEmpty()) {
                    more.add(booking(bookable.get(), by, wish, span, true));
                } else {
                    lost.add(span);
                }
            }
            bookings.add(more);
            bookings.setWanted(wish.event(), id, horizon().end());
        }
        lost.sort(Comparator.comparing(Span::start));
        return lost;
    }

    /** Takes something at its door, from now. False when it is taken before then. */
    public boolean bookNow(Bookable bookable, Duration length) {
        bookings.lock(List.of(bookable.id()));
        Instant now = clock.instant();
        Span span = new Span(now, now.plus(length));
        if (!bookable.terms().hours().hold(span)
                || !bookings.taken(List.of(bookable.id()), span, Optional.empty())
                        .isEmpty()) {
            return false;
        }
        bookings.add(List.of(
                new Booking(UUID.randomUUID(), bookable.id(), Optional.empty(), Optional.empty(), "", span, true)));
        return true;
    }

    /** What waits for an answer of somebody. */
    public List<Booking> waitingFor(Account keeper, int most) {
        return bookings.waiting(keeper.id(), keeper.isAdmin(), most);
    }

    /** A keeper's answer; whoever asked is told by mail. Others' answers do nothing. */
    public void answer(Account by, UUID booking, boolean allowed) {
        bookings.byId(booking)
                .ifPresent(asked -> bookables.byId(asked.bookable()).ifPresent(bookable -> {
                    boolean mine = by.isAdmin()
                            || bookable.terms().keeper().filter(by.id()::equals).isPresent();
                    if (!mine || asked.confirmed() || asked.event().isEmpty()) {
                        return;
                    }
                    UUID event = asked.event().get();
                    if (allowed) {
                        bookings.confirm(event, bookable.id());
                    } else {
                        bookings.remove(event, bookable.id());
                        bookings.removeWanted(event, bookable.id());
                    }
                    asked.by()
                            .flatMap(accounts::byId)
                            .ifPresent(asker -> outbox.put(new Letter(
                                    asker.email(),
                                    asker.language(),
                                    allowed ? "room-allowed" : "room-refused",
                                    List.of(bookable.name(), asked.title().isEmpty() ? "–" : asked.title()),
                                    Optional.of(site.page("/calendar")))));
                }));
    }
}
