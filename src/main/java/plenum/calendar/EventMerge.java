package plenum.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import plenum.mail.MailAddress;

/**
 * What was changed from one state of an event to another, for events that have much in common with it. When and where it is kept, and how it is repeated, is not part of it.
 *
 * @param wins whether the change counts where the other event has something of its own, too
 */
record EventMerge(Event before, Event after, boolean wins) {
    Event onto(Event own) {
        return new Event(
                own.id(),
                own.calendar(),
                own.uid(),
                details(own.details()),
                own.time(),
                own.repetition(),
                own.instead(),
                merged(own.meeting(), before.meeting(), after.meeting()),
                guests(own),
                merged(own.rooms(), before.rooms(), after.rooms()),
                own.sequence(),
                own.changedAt());
    }

    private Event.Details details(Event.Details own) {
        Event.Details old = before.details();
        Event.Details now = after.details();
        return new Event.Details(
                merged(own.title(), old.title(), now.title()),
                merged(own.description(), old.description(), now.description()),
                merged(own.place(), old.place(), now.place()),
                merged(own.busy(), old.busy(), now.busy()),
                merged(own.hidden(), old.hidden(), now.hidden()),
                merged(own.reminders(), old.reminders(), now.reminders()),
                merged(own.mails(), old.mails(), now.mails()),
                merged(own.colour(), old.colour(), now.colour()));
    }

    private <T> T merged(T own, T old, T now) {
        if (now.equals(old)) {
            return own;
        }
        return wins || own.equals(old) ? now : own;
    }

    /** Those of its own, less those who were taken out, and those who were added. */
    private List<Guest> guests(Event own) {
        Set<MailAddress> was = addresses(before);
        Set<MailAddress> is = addresses(after);
        Set<MailAddress> there = addresses(own);
        List<Guest> guests = new ArrayList<>(own.guests().stream()
                .filter(guest -> !was.contains(guest.email()) || is.contains(guest.email()))
                .toList());
        after.guests().stream()
                .filter(guest -> !was.contains(guest.email()) && !there.contains(guest.email()))
                .forEach(guests::add);
        return guests;
    }

    static Set<MailAddress> addresses(Event event) {
        return event.guests().stream().map(Guest::email).collect(Collectors.toSet());
    }
}
