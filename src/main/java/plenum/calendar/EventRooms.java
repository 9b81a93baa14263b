package plenum.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import plenum.account.Account;
import plenum.booking.Bookable;
import plenum.booking.Bookables;
import plenum.booking.Bookings;
import plenum.booking.OpeningHours;
import plenum.booking.RoomBooking;
import plenum.booking.Span;
import plenum.calendar.EventTime.Interval;

/** The rooms and things of events: which times of an event they are taken for, and which are free while one edits. */
@ApplicationScoped
public class EventRooms {
    @Inject
    Calendars calendars;

    @Inject
    Bookables bookables;

    @Inject
    Bookings bookings;

    @Inject
    RoomBooking booking;

    /**
     * Books what a stored event takes, in the caller's transaction. One that replaces a start of a series frees that start's first.
     *
     * @throws plenum.booking.RefusedBookingException when it cannot be had
     */
    void keep(Account by, Event event) {
        List<Event> series = event.instead().isEmpty()
                ? List.of()
                : calendars.byUid(event.calendar(), event.uid()).stream()
                        .filter(other -> other.repetition().isPresent())
                        .toList();
        boolean booked = series.stream().anyMatch(one -> isBookedBy(one, event));
        if (booked) {
            // which rooms it is in has to be known before the series takes them for it
            booking.keep(by, wish(event));
        }
        series.forEach(one -> booking.keep(by, wish(one)));
        if (!booked) {
            booking.keep(by, wish(event));
        }
    }

    /** Books the times of a series that came nearer; returns those that are taken. */
    List<Span> extend(Account by, Event series) {
        return booking.extend(by, wish(series));
    }

    private RoomBooking.Wish wish(Event event) {
        return new RoomBooking.Wish(
                event.id(), event.details().hidden() ? "" : event.details().title(), event.rooms(), times(event));
    }

    private List<Span> times(Event event) {
        if (event.rooms().isEmpty()) {
            return List.of();
        }
        List<Event> all = calendars.byUid(event.calendar(), event.uid());
        if (event.repetition().isEmpty()) {
            boolean booked = all.stream().anyMatch(series -> isBookedBy(series, event));
            return booked ? List.of() : List.of(span(event.time().interval()));
        }
        Span horizon = booking.horizon();
        Set<LocalDateTime> replaced = all.stream()
                .filter(other -> !isBookedBy(event, other))
                .flatMap(other -> other.instead().stream())
                .collect(Collectors.toSet());
        return event.occurrences(new Interval(horizon.start(), horizon.end())).stream()
                .filter(time -> !replaced.contains(time.start()))
                .map(time -> span(time.interval()))
                .toList();
    }

    /** What takes place when its series does, and in the same rooms, needs no booking of its own: an answer to one time must not ask a keeper again. */
    private static boolean isBookedBy(Event series, Event replacing) {
        return series.repetition().isPresent()
                && series.rooms().equals(replacing.rooms())
                && replacing
                        .instead()
                        .filter(start -> series.time().at(start).equals(replacing.time()))
                        .isPresent();
    }

    /** As which event the rooms of one are booked. */
    private Optional<UUID> holder(Optional<UUID> event) {
        return event.flatMap(calendars::event).map(found -> calendars.byUid(found.calendar(), found.uid()).stream()
                .filter(series -> isBookedBy(series, found))
                .findFirst()
                .orElse(found)
                .id());
    }

    private static Span span(Interval interval) {
        return new Span(interval.start(), interval.end());
    }

    /** As somebody who is needed, for the search for a free time; empty when it is gone. */
    Optional<FreeSlots.Guest> asGuest(UUID room, Interval span, Optional<UUID> except) {
        return times(room, span, except).map(times -> new FreeSlots.Guest(true, times.hours(), times.busy()));
    }

    /** When it is open and taken; empty when it is gone. */
    Optional<Availability.Times> times(UUID room, Interval span, Optional<UUID> except) {
        Optional<UUID> own = holder(except);
        return bookables
                .byId(room)
                .map(found -> new Availability.Times(
                        found.shown(),
                        true,
                        hours(found.terms().hours()),
                        bookings.during(room, new Span(span.start(), span.end())).stream()
                                .filter(taken -> own.isEmpty() || !taken.event().equals(own))
                                .map(taken -> new Interval(
                                        taken.during().start(), taken.during().end()))
                                .toList()));
    }

    private static List<FreeSlots.Hours> hours(OpeningHours hours) {
        boolean allDay = hours.from().equals(hours.to());
        boolean always = allDay && hours.days().size() == 7;
        return always
                ? List.of()
                : List.of(new FreeSlots.Hours(
                        hours.zone(), hours.days(), hours.from(), allDay ? LocalTime.MAX : hours.to()));
    }

    /** What somebody may book, and what is chosen already. */
    List<RoomChoice.Row> rows(Account reader, Optional<Interval> time, Optional<UUID> event, RoomChoice choice) {
        List<Bookable> all = reader.isAdmin() ? bookables.all() : bookables.bookableBy(reader.id());
        Set<UUID> ids = all.stream().map(Bookable::id).collect(Collectors.toSet());
        Optional<Span> span = time.map(EventRooms::span);
        Set<UUID> taken =
                span.map(when -> bookings.taken(ids, when, holder(event))).orElse(Set.of());
        return all.stream()
                .map(one -> new RoomChoice.Row(
                        one.id(),
                        one.shown(),
                        one.capacity(),
                        one.equipment(),
                        !taken.contains(one.id())
                                && span.filter(when -> !one.terms().hours().hold(when))
                                        .isEmpty(),
                        one.terms().keeper().isPresent(),
                        choice.chosen().contains(one.id())))
                .toList();
    }

    /** Where rooms are, for an event that says nothing else about its place. */
    String place(Set<UUID> rooms) {
        String all = rooms.stream()
                .flatMap(room -> bookables.byId(room).stream())
                .filter(room -> room.capacity() > 0)
                .map(Bookable::shown)
                .sorted()
                .collect(Collectors.joining("; "));
        return all.substring(0, Math.min(all.length(), Event.Details.LONGEST_PLACE));
    }
}
