package plenum.calendar;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import plenum.mail.MailAddress;

/**
 * What a change of a series means for the events that replace one of its times: they stay, and follow the series in all that they have in common with it.
 *
 * @param before from the start on that was changed
 * @param after likewise
 */
record SeriesChange(Event before, Event after) {
    /**
     * An event that replaces a time of the series as it was, as the one that replaces a time of the series as it is.
     *
     * @return empty when the series has no such time any more
     */
    Optional<Event> carried(Event replacing) {
        LocalDateTime old = replacing.instead().orElseThrow();
        LocalDateTime start = old.plus(shift());
        boolean there = after.repetition()
                .filter(rule -> rule.hasStart(after.time(), start))
                .isPresent();
        if (!there) {
            return Optional.empty();
        }
        Event own = new Event(
                replacing.id(),
                after.calendar(),
                after.uid(),
                details(replacing.details()),
                changed(replacing.time(), before.time().at(old), after.time().at(start)),
                Optional.empty(),
                Optional.of(start),
                changed(replacing.meeting(), before.meeting(), after.meeting()),
                guests(replacing),
                changed(replacing.rooms(), before.rooms(), after.rooms()),
                replacing.sequence(),
                replacing.changedAt());
        return Optional.of(own);
    }

    /** How far the series moved, by its own clock. */
    Duration shift() {
        return Duration.between(before.time().start(), after.time().start());
    }

    /** Whether nothing but answers tells an event from the time of the series that it replaces. */
    static boolean isPlain(Event replacing, Event series) {
        Event usual = series.occurrence(replacing.id(), replacing.instead().orElseThrow());
        return !replacing.differsForGuests(usual)
                && replacing.details().equals(usual.details())
                && replacing.rooms().equals(usual.rooms())
                && addresses(replacing).equals(addresses(usual));
    }

    private Event.Details details(Event.Details own) {
        Event.Details old = before.details();
        Event.Details now = after.details();
        return new Event.Details(
                changed(own.title(), old.title(), now.title()),
                changed(own.description(), old.description(), now.description()),
                changed(own.place(), old.place(), now.place()),
                changed(own.busy(), old.busy(), now.busy()),
                changed(own.hidden(), old.hidden(), now.hidden()),
                changed(own.reminders(), old.reminders(), now.reminders()),
                changed(own.mails(), old.mails(), now.mails()),
                changed(own.colour(), old.colour(), now.colour()));
    }

    private static <T> T changed(T own, T old, T now) {
        return own.equals(old) ? now : own;
    }

    /** Those of its own, less those who are taken out of the series, and those who come to it. */
    private List<Guest> guests(Event replacing) {
        Set<MailAddress> was = addresses(before);
        Set<MailAddress> is = addresses(after);
        Set<MailAddress> own = addresses(replacing);
        List<Guest> guests = new ArrayList<>(replacing.guests().stream()
                .filter(guest -> !was.contains(guest.email()) || is.contains(guest.email()))
                .toList());
        after.guests().stream()
                .filter(guest -> !was.contains(guest.email()) && !own.contains(guest.email()))
                .forEach(guests::add);
        return guests;
    }

    private static Set<MailAddress> addresses(Event event) {
        return event.guests().stream().map(Guest::email).collect(Collectors.toSet());
    }
}
