package plenum.booking;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * When something can be used.
 *
 * @param from and {@code to}: the same for the whole day
 */
public record OpeningHours(ZoneId zone, Set<DayOfWeek> days, LocalTime from, LocalTime to) {
    public OpeningHours {
        days = Set.copyOf(days);
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("hours end after they begin");
        }
    }

    public static OpeningHours always(ZoneId zone) {
        return new OpeningHours(zone, EnumSet.allOf(DayOfWeek.class), LocalTime.MIN, LocalTime.MIN);
    }

    private boolean allDay() {
        return from.equals(to);
    }

    /** Whether all of a span is within them; only what is open all day on each day can be used over night. */
    public boolean hold(Span span) {
        ZonedDateTime begin = span.start().atZone(zone);
        ZonedDateTime end = span.end().atZone(zone);
        if (allDay()) {
            return begin.toLocalDate()
                    .datesUntil(end.minusNanos(1).toLocalDate().plusDays(1))
                    .allMatch(day -> days.contains(day.getDayOfWeek()));
        }
        return days.contains(begin.getDayOfWeek())
                && begin.toLocalDate().equals(end.toLocalDate())
                && !begin.toLocalTime().isBefore(from)
                && !end.toLocalTime().isAfter(to);
    }
}
