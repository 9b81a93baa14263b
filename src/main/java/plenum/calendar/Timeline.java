package plenum.calendar;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import plenum.calendar.EventTime.Interval;

/**
 * One day of several people and rooms, side by side, in one zone. Places are minutes of the day as clocks show them. Asks nobody and knows no
 * database.
 *
 * @param from the first hour that is drawn
 * @param to the hour before which it ends; 24 at most
 */
public record Timeline(LocalDate day, ZoneId zone, int from, int to) {
    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;
    private static final int USUAL_FROM = 7;
    private static final int USUAL_TO = 19;

    /** @param from minute of the day @param length in minutes */
    public record Bar(Kind kind, int from, int length) implements Serializable {
        /** For its class in the style sheet. */
        public String style() {
            return "times-" + kind.name().toLowerCase(Locale.ROOT);
        }
    }

    public enum Kind {
        /** They do not work then. */
        OFF,
        BUSY,
        /** The time that is asked for. */
        WANTED
    }

    /** A day wide enough for usual hours and for what is wanted. */
    static Timeline of(LocalDate day, ZoneId zone, Interval wanted) {
        Timeline whole = new Timeline(day, zone, 0, 24);
        int first = USUAL_FROM;
        int last = USUAL_TO;
        for (Bar bar : whole.bars(Kind.WANTED, List.of(wanted))) {
            first = Math.min(first, bar.from() / HOUR);
            last = Math.max(last, (bar.from() + bar.length() + HOUR - 1) / HOUR);
        }
        while ((last - first) % step(last - first) != 0) {
            first -= last < 24 ? 0 : 1;
            last += last < 24 ? 1 : 0;
        }
        return new Timeline(day, zone, first, last);
    }

    /** Between two hours of the scale: as many as a phone has room for. */
    private static int step(int hours) {
        return hours > 14 ? 3 : 2;
    }

    Interval span() {
        return new Interval(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** What is drawn of spans; what is not within it is left out. */
    List<Bar> bars(Kind kind, List<Interval> spans) {
        List<Bar> bars = new ArrayList<>();
        for (Interval span : spans) {
            int start = Math.max(minute(span.start()), from * HOUR);
            int end = Math.min(minute(span.end()), to * HOUR);
            if (start < end) {
                bars.add(new Bar(kind, start, end - start));
            }
        }
        return bars;
    }

    private int minute(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        if (local.toLocalDate().isBefore(day)) {
            return 0;
        }
        return local.toLocalDate().isAfter(day) ? DAY : local.toLocalTime().toSecondOfDay() / HOUR;
    }

    /** When they do not work on this day, as they have it in their own zones. */
    List<Interval> off(List<FreeSlots.Hours> hours) {
        List<Interval> off = new ArrayList<>();
        for (FreeSlots.Hours known : hours) {
            Instant free = span().start();
            for (Interval work : known.during(span())) {
                if (free.isBefore(work.start())) {
                    off.add(new Interval(free, work.start()));
                }
                free = work.end();
            }
            if (free.isBefore(span().end())) {
                off.add(new Interval(free, span().end()));
            }
        }
        return off;
    }

    /** The hours of the scale, at equal distances over the whole width. */
    List<Integer> marks() {
        return IntStream.iterate(from, hour -> hour < to, hour -> hour + step(to - from))
                .boxed()
                .toList();
    }
}
