package plenum.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import plenum.account.Account;
import plenum.account.Accounts;
import plenum.mail.MailAddress;

/** Changes a part of a series, or all of it, as {@link Planner} changes single events. What was changed for one time stays as far as that time does. */
@ApplicationScoped
@Transactional
public class SeriesPlanner {
    @Inject
    Calendars calendars;

    @Inject
    Planner planner;

    @Inject
    Attachments attachments;

    @Inject
    Accounts accounts;

    @Inject
    EventRooms rooms;

    /** Which of a series is changed. */
    public enum Extent {
        THIS,
        FOLLOWING,
        ALL
    }

    /**
     * What becomes of an event that replaces one time of the series.
     *
     * @param next empty when the series has no such time any more
     * @param plain whether only answers tell it from that time
     */
    private record Fate(Event old, Optional<Event> next, boolean plain) {}

    /** The series that an event is, or of which it replaces a time; empty for one that takes place once. */
    public Optional<Event> seriesOf(Event event) {
        return event.repetition().isPresent()
                ? Optional.of(event)
                : event.instead().flatMap(start -> calendars.byUid(event.calendar(), event.uid()).stream()
                        .filter(other -> other.repetition().isPresent())
                        .findFirst());
    }

    /**
     * Stores another state of a part of a series.
     *
     * @param start of the one that was changed, as the series has it
     * @param wanted that one as it is to be, with the rule that holds from it on; as the series, or as an event that replaces this start already
     * @throws plenum.booking.RefusedBookingException when a room of it cannot be had; nothing is stored then
     */
    public Event save(Account by, Event series, LocalDateTime start, Event wanted, Extent extent) {
        planner.require(by, series.calendar());
        Optional<Event> replacing = wanted.instead().flatMap(old -> calendars.event(wanted.id()));
        if (replacing.isPresent()) {
            return saveReplacing(by, series, replacing.get(), wanted, extent);
        }
        return switch (extent) {
            case THIS -> alone(by, series, start, wanted);
            case FOLLOWING ->
                rule(series).hasBefore(series.time(), start)
                        ? following(by, series, start, wanted)
                        : all(by, series, start, wanted);
            case ALL -> all(by, series, start, wanted);
        };
    }

    /** What is changed for more than the one time is what was changed in it, and not all in which it differs from the series. */
    private Event saveReplacing(Account by, Event series, Event old, Event wanted, Extent extent) {
        boolean plain = SeriesChange.isPlain(old, series);
        Event one = wanted.withRepetition(Optional.empty());
        if (extent == Extent.THIS) {
            return planner.save(by, one);
        }
        if (!plain) {
            planner.save(by, one);
        }
        LocalDateTime start = old.instead().orElseThrow();
        EventTime usual = series.time().at(start);
        Event change = new EventMerge(old, wanted, true)
                .onto(series)
                .withTime(wanted.time().equals(old.time()) ? usual : wanted.time())
                .withRepetition(wanted.repetition())
                .withCalendar(wanted.calendar());
        return save(by, series, start, change, extent);
    }

    private Event alone(Account by, Event series, LocalDateTime start, Event wanted) {
        UUID id = UUID.randomUUID();
        Event one = wanted.as(id, id.toString()).withRepetition(Optional.empty());
        if (wanted.calendar().equals(series.calendar())) {
            one = one.insteadOf(series.calendar(), series.uid(), start);
        } else {
            delete(by, series, start, Extent.THIS);
        }
        return withFilesOf(series, planner.save(by, one));
    }

    private Event all(Account by, Event series, LocalDateTime start, Event wanted) {
        Duration shift = Duration.between(start, wanted.time().start());
        EventTime first = wanted.time().at(series.time().start().plus(shift));
        Event whole = moved(wanted, first, series.time(), rule(series).except());
        return withReplacing(by, new SeriesChange(series, whole), () -> planner.save(by, whole));
    }

    private Event following(Account by, Event series, LocalDateTime start, Event wanted) {
        Repetition rule = rule(series);
        Event before = series.withTime(series.time().at(start));
        UUID id = UUID.randomUUID();
        Event next = wanted.as(id, id.toString())
                .withRepetition(wanted.repetition()
                        .map(other -> other.hasCountOf(rule) ? other.from(series.time(), start) : other));
        Event following = moved(next, wanted.time(), before.time(), rule.except());
        return withReplacing(by, new SeriesChange(before, following), () -> {
            planner.save(by, series.withRepetition(Optional.of(rule.endingBefore(start))));
            return withFilesOf(series, planner.save(by, following, Optional.of(known(before, following))));
        });
    }

    /** What stays the same for those who come to both: their answers hold if the time does. Whoever is left out of what follows knows from the shorter series. */
    private static Event known(Event before, Event following) {
        Set<MailAddress> still = EventMerge.addresses(following);
        return before.withGuests(before.guests().stream()
                .filter(guest -> still.contains(guest.email()))
                .toList());
    }

    /** A series that begins where its rule has a start; what was left out stays left out. */
    private static Event moved(Event series, EventTime first, EventTime before, Set<LocalDateTime> except) {
        EventTime time = series.repetition().map(rule -> rule.firstOf(first)).orElse(first);
        Duration shift = Duration.between(before.start(), time.start());
        Set<LocalDateTime> left =
                except.stream().map(start -> start.plus(shift)).collect(Collectors.toSet());
        return series.withTime(time).withRepetition(series.repetition().map(rule -> rule.without(left)));
    }

    private static Repetition rule(Event series) {
        return series.repetition().orElseThrow();
    }

    private Event withFilesOf(Event series, Event part) {
        attachments.copy(series.id(), part.id());
        return part;
    }

    private Event withReplacing(Account by, SeriesChange change, Supplier<Event> store) {
        boolean reset = change.after().isMovedFrom(change.before());
        List<Fate> fates = fates(change);
        // before the series itself: there is one for each start, and no room is taken for a start that is replaced
        for (Fate fate : fates) {
            if (fate.next().isEmpty() || (fate.plain() && reset)) {
                calendars.delete(fate.old());
            } else {
                fate.next()
                        .flatMap(Event::instead)
                        .map(start -> fate.old()
                                .insteadOf(
                                        change.after().calendar(),
                                        change.after().uid(),
                                        start))
                        .ifPresent(calendars::store);
            }
        }
        Event saved = store.get();
        Account organiser = planner.require(by, saved.calendar());
        fates.forEach(fate -> settle(by, organiser, fate, reset));
        return saved;
    }

    /** In an order in which none takes the start of another that has not moved yet. */
    private List<Fate> fates(SeriesChange change) {
        Comparator<Fate> byStart =
                Comparator.comparing(fate -> fate.old().instead().orElseThrow());
        return replacing(change.before(), change.before().time().start()).stream()
                .map(old -> new Fate(old, change.carried(old), SeriesChange.isPlain(old, change.before())))
                .sorted(change.shift().isNegative() ? byStart : byStart.reversed())
                .toList();
    }

    private List<Event> replacing(Event series, LocalDateTime from) {
        return calendars.byUid(series.calendar(), series.uid()).stream()
                .filter(event ->
                        event.instead().filter(start -> !start.isBefore(from)).isPresent())
                .toList();
    }

    private void settle(Account by, Account organiser, Fate fate, boolean reset) {
        Event old = fate.old();
        if (fate.next().isEmpty()) {
            planner.cancel(organiser, old, guest -> !fate.plain());
            return;
        }
        Event next = fate.next().get();
        if (!fate.plain()) {
            if (!next.uid().equals(old.uid())) {
                planner.cancel(organiser, old, guest -> true);
            }
            planner.save(by, next, Optional.of(old));
        } else if (!reset) {
            calendars.store(next);
            rooms.keep(by, next);
        }
    }

    /** Deletes a part of a series. */
    public void delete(Account by, Event series, LocalDateTime start, Extent extent) {
        Account organiser = planner.require(by, series.calendar());
        Repetition rule = rule(series);
        boolean whole = extent == Extent.ALL || (extent == Extent.FOLLOWING && !rule.hasBefore(series.time(), start));
        if (whole) {
            planner.delete(by, series);
        } else if (extent == Extent.THIS) {
            planner.save(by, series.withRepetition(Optional.of(rule.without(start))));
        } else {
            for (Event replacing : replacing(series, start)) {
                calendars.delete(replacing);
                planner.cancel(organiser, replacing, guest -> !SeriesChange.isPlain(replacing, series));
            }
            planner.save(by, series.withRepetition(Optional.of(rule.endingBefore(start))));
        }
    }

    /**
     * What a guest says about one time of a series; their answer to the others stays as it is.
     *
     * @param start as the series has it; nothing happens where it has none
     */
    public void answer(Calendars.Invitation invitation, LocalDateTime start, Answer answer) {
        calendars
                .event(invitation.event())
                .flatMap(series -> part(series, start))
                .ifPresent(one -> calendars.answered(one.id(), invitation.guest(), answer));
    }

    private Optional<Event> part(Event series, LocalDateTime start) {
        Optional<Event> known = replacing(series, start).stream()
                .filter(event -> event.instead().filter(start::equals).isPresent())
                .findFirst();
        boolean there = series.repetition()
                .filter(rule -> rule.hasStart(series.time(), start))
                .isPresent();
        if (known.isPresent() || !there) {
            return known;
        }
        Event one = series.occurrence(UUID.randomUUID(), start);
        calendars.store(one);
        calendars
                .calendar(series.calendar())
                .flatMap(calendar -> accounts.byId(calendar.owner()))
                .ifPresent(owner -> rooms.keep(owner, one));
        return Optional.of(withFilesOf(series, one));
    }
}
