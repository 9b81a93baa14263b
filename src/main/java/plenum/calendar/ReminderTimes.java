package plenum.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import plenum.calendar.EventTime.Interval;

/** When an event's people are reminded. Asks nobody and knows no database. */
public final class ReminderTimes {
    /** Whoever is invited to a meeting is told so long before it, whatever the organiser has set. */
    static final Duration MEETING = Duration.ofMinutes(5);

    /** A rule with larger gaps is looked at again after this. */
    private static final Duration FAR = Duration.ofDays(400);

    private ReminderTimes() {}

    /** One that is due: of which time, and how long before it. */
    public record Due(EventTime time, Duration before, boolean mail) {
        public Instant at() {
            return time.interval().start().minus(before);
        }
    }

    /** Those whose moment is after {@code from} and not after {@code to}, in order. */
    static List<Due> between(Event event, Instant from, Instant to) {
        List<Due> due = new ArrayList<>();
        all(event).forEach(kind -> {
            Instant first = from.plus(kind.before());
            Instant last = to.plus(kind.before());
            if (first.isBefore(last)) {
                event.occurrences(new Interval(first, last.plusSeconds(1))).stream()
                        .map(time -> new Due(time, kind.before(), kind.mail()))
                        .filter(one -> one.at().isAfter(from) && !one.at().isAfter(to))
                        .forEach(due::add);
            }
        });
        due.sort(Comparator.comparing(Due::at));
        return due;
    }

    /** The next moment after this; empty when there is none any more. */
    public static Optional<Instant> next(Event event, Instant after) {
        Instant end = after.plus(FAR);
        Optional<Instant> found = all(event)
                .flatMap(kind -> event.occurrences(new Interval(after, end.plus(kind.before()))).stream()
                        .map(time -> time.interval().start().minus(kind.before())))
                .filter(at -> at.isAfter(after))
                .min(Comparator.naturalOrder());
        boolean goesOn = event.repetition().isPresent()
                && event.repetition()
                        .flatMap(rule -> rule.end(event.time()))
                        .filter(over -> !over.isAfter(end))
                        .isEmpty();
        boolean later =
                event.repetition().isEmpty() && event.time().interval().start().isAfter(end);
        return found.or(
                () -> (goesOn || later) && all(event).findAny().isPresent() ? Optional.of(end) : Optional.empty());
    }

    private record Kind(Duration before, boolean mail) {}

    private static Stream<Kind> all(Event event) {
        Set<Duration> shown = new HashSet<>(event.details().reminders());
        if (event.meeting().isPresent()) {
            shown.add(MEETING);
        }
        return Stream.concat(
                shown.stream().map(before -> new Kind(before, false)),
                event.details().mails().stream().map(before -> new Kind(before, true)));
    }
}
