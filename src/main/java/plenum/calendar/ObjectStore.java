package plenum.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import plenum.account.Account;
import plenum.calendar.Access.Act;
import plenum.calendar.CalendarObjects.CalendarObject;

/**
 * Stores and deletes whole objects for programs outside: each call is one transaction, in which the calendar changes for nobody else, so that
 * a condition that holds at its beginning holds at its end. Guests are told like those of any other change.
 */
@ApplicationScoped
@Transactional
public class ObjectStore {
    @Inject
    Calendars calendars;

    @Inject
    CalendarObjects objects;

    @Inject
    CalendarShares shares;

    @Inject
    CalendarFiles files;

    @Inject
    Planner planner;

    /** What came of it. */
    public enum Outcome {
        CREATED,
        CHANGED,
        DELETED,
        /** The caller knows an older state, or expects none. */
        CONFLICT,
        /** The same event has another name here. */
        KNOWN,
        FORBIDDEN,
        MISSING,
        /** It is no event, or more than one. */
        UNREADABLE
    }

    /**
     * What the caller expects.
     *
     * @param revision of the object; empty when any will do
     * @param absent whether there must be none
     * @param scheduleTag of the object as its organiser left it, see {@link #scheduleTag}; empty when any will do
     */
    public record Condition(Optional<Long> revision, boolean absent, Optional<String> scheduleTag) {
        boolean holds(Optional<CalendarObject> there, Optional<String> tag) {
            return !(absent && there.isPresent())
                    && (revision.isEmpty()
                            || there.map(CalendarObject::revision).equals(revision))
                    && (scheduleTag.isEmpty() || scheduleTag.equals(tag));
        }
    }

    private boolean holds(Condition condition, UUID calendar, Optional<CalendarObject> there) {
        return condition.holds(there, there.map(object -> scheduleTag(calendar, object.uid())));
    }

    /** Changes with what the organiser does, and not with answers of guests (RFC 6638 section 3.2.10). */
    public String scheduleTag(UUID calendar, String uid) {
        return calendars.byUid(calendar, uid).stream()
                .map(event -> event.sequence() + "-" + event.changedAt().toEpochMilli())
                .sorted()
                .reduce("", (all, one) -> all.isEmpty() ? one : all + "." + one);
    }

    /** @throws plenum.booking.RefusedBookingException when a room that the event has cannot be had at its new time; nothing is stored then */
    public Outcome put(Account by, UUID calendar, String name, String text, Condition condition) {
        Optional<SeenCalendar> seen = shares.seenBy(by, calendar).filter(one -> one.may(Act.READ));
        if (seen.isEmpty()) {
            return Outcome.MISSING;
        }
        if (!seen.get().may(Act.CHANGE)) {
            return Outcome.FORBIDDEN;
        }
        objects.lock(calendar);
        Optional<CalendarObject> there = objects.byName(calendar, name).filter(object -> !object.gone());
        if (!holds(condition, calendar, there)) {
            return Outcome.CONFLICT;
        }
        List<Event> read;
        try {
            read = files.read(by, calendar, text).events();
        } catch (EventReader.UnreadableException e) {
            return Outcome.UNREADABLE;
        }
        if (read.isEmpty() || read.stream().map(Event::uid).distinct().count() > 1) {
            return Outcome.UNREADABLE;
        }
        String uid = read.getFirst().uid();
        if (there.filter(object -> !object.uid().equals(uid)).isPresent()) {
            return Outcome.KNOWN;
        }
        Optional<CalendarObject> known = objects.byUid(calendar, uid);
        if (known.filter(object -> !object.gone() && !object.name().equals(name))
                .isPresent()) {
            return Outcome.KNOWN;
        }
        List<Event> before = calendars.byUid(calendar, uid);
        if (before.stream().anyMatch(event -> event.details().hidden())
                && !seen.get().may(Act.SEE_HIDDEN)) {
            return Outcome.FORBIDDEN;
        }
        objects.name(calendar, uid, name);
        before.stream()
                .filter(old -> read.stream().noneMatch(event -> event.instead().equals(old.instead())))
                .forEach(calendars::delete);
        read.stream()
                .sorted(Comparator.comparing(event -> event.instead().isPresent()))
                .forEach(event -> planner.save(by, files.merged(event)));
        return there.isPresent() ? Outcome.CHANGED : Outcome.CREATED;
    }

    public Outcome delete(Account by, UUID calendar, String name, Condition condition) {
        Optional<SeenCalendar> seen = shares.seenBy(by, calendar).filter(one -> one.may(Act.READ));
        if (seen.isEmpty()) {
            return Outcome.MISSING;
        }
        objects.lock(calendar);
        Optional<CalendarObject> there = objects.byName(calendar, name).filter(object -> !object.gone());
        if (there.isEmpty()) {
            return Outcome.MISSING;
        }
        if (!holds(condition, calendar, there)) {
            return Outcome.CONFLICT;
        }
        List<Event> events = calendars.byUid(calendar, there.get().uid());
        boolean hidden = events.stream().anyMatch(event -> event.details().hidden());
        if (!seen.get().may(Act.CHANGE) || (hidden && !seen.get().may(Act.SEE_HIDDEN))) {
            return Outcome.FORBIDDEN;
        }
        events.stream()
                .filter(event -> event.instead().isEmpty())
                .findFirst()
                .or(() -> events.stream().findFirst())
                .ifPresent(event -> planner.delete(by, event));
        return Outcome.DELETED;
    }

    /** An object as a file, as its reader may see it; empty when it is not there. */
    public Optional<String> text(SeenCalendar seen, CalendarObject object) {
        List<Event> events = calendars.byUid(seen.calendar().id(), object.uid()).stream()
                .sorted(Comparator.comparing(event -> event.instead().isPresent()))
                .map(seen::show)
                .toList();
        return events.isEmpty() ? Optional.empty() : Optional.of(files.write(seen.calendar(), events));
    }

    /** Which objects have something that takes place in a span. */
    public List<CalendarObject> within(SeenCalendar seen, EventTime.Interval span) {
        return objects.all(seen.calendar().id()).stream()
                .filter(object -> calendars.byUid(seen.calendar().id(), object.uid()).stream()
                        .anyMatch(event -> !event.occurrences(span).isEmpty()))
                .toList();
    }
}
