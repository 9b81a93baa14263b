package plenum.calendar;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;

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
        boolean usual = replacing.time().equals(before.time().at(old));
        EventTime time = usual ? after.time().at(start) : replacing.time();
        return Optional.of(new EventMerge(before, after, false)
                .onto(replacing)
                .withTime(time)
                .insteadOf(after.calendar(), after.uid(), start));
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
                && EventMerge.addresses(replacing).equals(EventMerge.addresses(usual));
    }
}
