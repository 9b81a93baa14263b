package plenum.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import plenum.calendar.EventTime.Interval;

/** Finds times at which everybody who is needed can come. Asks nobody and knows no database: busy times and hours are given to it. */
public final class FreeSlots {
    /** Slots begin at these minutes, or when somebody gets free. */
    private static final Duration GRID = Duration.ofMinutes(15);

    private FreeSlots() {}

    /**
     * When somebody works.
     *
     * @param days on which they do
     * @param from in their zone
     * @param to after {@code from}
     */
    public record Hours(ZoneId zone, Set<DayOfWeek> days, LocalTime from, LocalTime to) {
        public Hours {
            days = Set.copyOf(days);
        }

        public static Hours usual(ZoneId zone) {
            return new Hours(
                    zone,
                    Set.of(
                            DayOfWeek.MONDAY,
                            DayOfWeek.TUESDAY,
                            DayOfWeek.WEDNESDAY,
                            DayOfWeek.THURSDAY,
                            DayOfWeek.FRIDAY),
                    LocalTime.of(8, 0),
                    LocalTime.of(18, 0));
        }

        /** Each time of work that touches a span, in order. */
        List<Interval> during(Interval span) {
            LocalDate last = span.end().atZone(zone).toLocalDate();
            return span.start()
                    .atZone(zone)
                    .toLocalDate()
                    .minusDays(1)
                    .datesUntil(last.plusDays(1))
                    .filter(day -> days.contains(day.getDayOfWeek()))
                    .map(day -> new Interval(
                            day.atTime(from).atZone(zone).toInstant(),
                            day.atTime(to).atZone(zone).toInstant()))
                    .filter(span::overlaps)
                    .toList();
        }

        boolean hold(Interval slot) {
            LocalDate day = slot.start().atZone(zone).toLocalDate();
            return days.contains(day.getDayOfWeek())
                    && new Interval(
                                    day.atTime(from).atZone(zone).toInstant(),
                                    day.atTime(to).atZone(zone).toInstant())
                            .holds(slot);
        }
    }

    /**
     * Somebody who should come.
     *
     * @param needed without them there is no slot; others are counted
     * @param hours empty when theirs are not known, and every hour will do
     */
    public record Guest(boolean needed, List<Hours> hours, List<Interval> busy) {
        public Guest {
            hours = List.copyOf(hours);
            busy = List.copyOf(busy);
        }

        boolean works(Interval slot) {
            return hours.stream().allMatch(known -> known.hold(slot));
        }

        boolean canCome(Interval slot) {
            return works(slot) && busy.stream().noneMatch(slot::overlaps);
        }
    }

    /**
     * A time that fits.
     *
     * @param others of those who are not needed, how many can come
     */
    public record Slot(Interval time, int others) {}

    /**
     * The next slots, in the order of time; none overlaps another.
     *
     * @param from not before this
     * @param to none ends after this
     * @param most how many
     */
    public static List<Slot> next(List<Guest> guests, Duration length, Instant from, Instant to, int most) {
        List<Guest> needed = guests.stream().filter(Guest::needed).toList();
        List<Interval> blocked = union(needed);
        List<Slot> found = new ArrayList<>();
        int next = 0;
        Instant start = from;
        while (found.size() < most && !start.plus(length).isAfter(to)) {
            Interval slot = new Interval(start, start.plus(length));
            while (next < blocked.size() && !blocked.get(next).end().isAfter(start)) {
                next++;
            }
            if (next < blocked.size() && blocked.get(next).overlaps(slot)) {
                start = blocked.get(next).end();
                continue;
            }
            if (needed.stream().allMatch(guest -> guest.works(slot))) {
                found.add(new Slot(slot, others(guests, slot)));
                start = slot.end();
            } else {
                start = onGrid(start);
            }
        }
        return found;
    }

    /** When at least one of them is busy: spans in order that do not touch. */
    private static List<Interval> union(List<Guest> guests) {
        List<Interval> all = guests.stream()
                .flatMap(guest -> guest.busy().stream())
                .sorted(Comparator.comparing(Interval::start))
                .toList();
        List<Interval> joined = new ArrayList<>();
        for (Interval busy : all) {
            Interval last = joined.isEmpty() ? null : joined.getLast();
            if (last == null || last.end().isBefore(busy.start())) {
                joined.add(busy);
            } else if (busy.end().isAfter(last.end())) {
                joined.set(joined.size() - 1, new Interval(last.start(), busy.end()));
            }
        }
        return joined;
    }

    private static int others(List<Guest> guests, Interval slot) {
        return (int) guests.stream()
                .filter(guest -> !guest.needed() && guest.canCome(slot))
                .count();
    }

    /** The next quarter of an hour. */
    private static Instant onGrid(Instant start) {
        long grid = GRID.toSeconds();
        return Instant.ofEpochSecond((start.getEpochSecond() / grid + 1) * grid);
    }
}
