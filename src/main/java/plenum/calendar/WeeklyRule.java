package plenum.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rule of certain days in every or every n-th week (RFC 5545 section 3.3.10). Nearly all series are such, and a free slot for many people asks for hundreds
 * of them: arithmetic takes a hundredth of the library's time.
 *
 * @param days in the order of the week; empty for the day of the first start
 * @param until none begins later; null for no end
 */
record WeeklyRule(
        int interval,
        List<DayOfWeek> days,
        DayOfWeek weekStart,
        @Nullable LocalDateTime until) {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
    private static final Map<String, DayOfWeek> NAMES = Arrays.stream(DayOfWeek.values())
            .collect(Collectors.toUnmodifiableMap(day -> day.name().substring(0, 2), day -> day));

    /** In any order of parts, as {@link Repetition#parse} has found them. */
    private static final Pattern FORM = Pattern.compile(
            "FREQ=WEEKLY(;(INTERVAL=[1-9]\\d{0,2}|(BYDAY|WKST)=(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*|UNTIL=\\d{8}T\\d{6}))*");

    /** @return empty for any other rule, and for one that ends after a number of times */
    static Optional<WeeklyRule> of(String rule) {
        if (!FORM.matcher(rule).matches()) {
            return Optional.empty();
        }
        Map<String, String> parts = Arrays.stream(rule.split(";", -1))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> part[1], (first, second) -> second));
        DayOfWeek begin = NAMES.getOrDefault(parts.getOrDefault("WKST", "MO"), DayOfWeek.MONDAY);
        List<DayOfWeek> days = Arrays.stream(parts.getOrDefault("BYDAY", "").split(",", -1))
                .flatMap(name -> Optional.ofNullable(NAMES.get(name)).stream())
                .distinct()
                .sorted(Comparator.comparingInt(day -> place(day, begin)))
                .toList();
        String until = parts.get("UNTIL");
        return Optional.of(new WeeklyRule(
                Integer.parseInt(parts.getOrDefault("INTERVAL", "1")),
                days,
                begin,
                until == null ? null : LocalDateTime.parse(until, STAMP)));
    }

    private static int place(DayOfWeek day, DayOfWeek begin) {
        return Math.floorMod(day.getValue() - begin.getValue(), DayOfWeek.values().length);
    }

    /** Those of a series from one time to another, both included, in order. */
    List<LocalDateTime> starts(LocalDateTime first, LocalDateTime from, LocalDateTime to, int most) {
        LocalDateTime begin = from.isBefore(first) ? first : from;
        LocalDateTime end = until != null && until.isBefore(to) ? until : to;
        List<DayOfWeek> each = days.isEmpty() ? List.of(first.getDayOfWeek()) : days;
        LocalDate firstWeek = first.toLocalDate().with(TemporalAdjusters.previousOrSame(weekStart));
        long before = ChronoUnit.WEEKS.between(firstWeek, begin.toLocalDate()) / interval * interval;
        List<LocalDateTime> starts = new ArrayList<>();
        for (LocalDate week = firstWeek.plusWeeks(before);
                !week.isAfter(end.toLocalDate());
                week = week.plusWeeks(interval)) {
            for (DayOfWeek day : each) {
                LocalDateTime start = week.plusDays(place(day, weekStart)).atTime(first.toLocalTime());
                if (start.isAfter(end) || starts.size() >= most) {
                    return starts;
                }
                if (!start.isBefore(begin)) {
                    starts.add(start);
                }
            }
        }
        return starts;
    }
}
