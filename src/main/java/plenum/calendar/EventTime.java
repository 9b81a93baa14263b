package plenum.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When an event takes place, for the first time if it is repeated. Kept as the local time that was meant: a weekly event at nine stays at nine
 * when clocks change.
 *
 * @param start at midnight when it is for whole days
 * @param length between one minute and 366 days; whole days when it is for whole days
 */
public record EventTime(LocalDateTime start, Duration length, ZoneId zone, boolean wholeDays) {
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    public EventTime {
        if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("an event takes a minute to a year");
        }
        if (wholeDays
                && (!start.toLocalDate().atStartOfDay().equals(start)
                        || length.toSeconds() % Duration.ofDays(1).toSeconds() != 0)) {
            throw new IllegalArgumentException("whole days begin and end at midnight");
        }
    }

    /** From one time of the clock to another; across a change of clocks it takes what passes between them. */
    public static EventTime between(LocalDateTime start, LocalDateTime end, ZoneId zone) {
        return new EventTime(start, Duration.between(start.atZone(zone), end.atZone(zone)), zone, false);
    }

    /** @param last the last day, not the one after it */
    public static EventTime days(LocalDate first, LocalDate last, ZoneId zone) {
        Duration length =
                Duration.between(first.atStartOfDay(), last.plusDays(1).atStartOfDay());
        return new EventTime(first.atStartOfDay(), length, zone, true);
    }

    public ZonedDateTime begin() {
        return start.atZone(zone);
    }

    /** Days are counted by the calendar; hours are those that pass. */
    public ZonedDateTime end() {
        return wholeDays ? start.plus(length).atZone(zone) : begin().plus(length);
    }

    public Interval interval() {
        return new Interval(begin().toInstant(), end().toInstant());
    }

    /** The same at another local time. */
    public EventTime at(LocalDateTime other) {
        return new EventTime(other, length, zone, wholeDays);
    }

    /**
     * A span of time.
     *
     * @param end after the start; not part of it
     */
    public record Interval(Instant start, Instant end) {
        public Interval {
            if (!start.isBefore(end)) {
                throw new IllegalArgumentException("a span ends after it begins");
            }
        }

        public boolean overlaps(Interval other) {
            return start.isBefore(other.end) && other.start.isBefore(end);
        }

        public boolean holds(Interval other) {
            return !other.start.isBefore(start) && !other.end.isAfter(end);
        }
    }
}
