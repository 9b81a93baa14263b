package plenum.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A repetition as the form of an event offers it. Rules of other programs that it cannot say are kept as they are for as long as nobody chooses
 * another.
 *
 * @param frequency {@code DAILY}, {@code WORKDAYS}, {@code WEEKLY}, {@code MONTHLY} (same day), {@code WEEKDAY} (such as each second Monday of
 *     a month), {@code YEARLY}, or a whole rule
 * @param interval every how many; 1 to 99
 * @param days of a week; none for that of the start
 */
record RepeatChoice(String frequency, int interval, Set<DayOfWeek> days, End end) {
    static final String NEVER = "NEVER";
    static final List<String> OFFERED = List.of(NEVER, "DAILY", "WORKDAYS", "WEEKLY", "MONTHLY", "WEEKDAY", "YEARLY");
    private static final int MOST = 99;
    private static final Pattern PART = Pattern.compile("([A-Z]+)=([^;]+)");
    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    /**
     * When it is over: after a day, after a number of times, or never.
     *
     * @param until the last day
     * @param times 1 to 999
     */
    record End(Optional<LocalDate> until, Optional<Integer> times) {
        static final int MOST_TIMES = 999;
        static final End NONE = new End(Optional.empty(), Optional.empty());

        static End after(LocalDate day) {
            return new End(Optional.of(day), Optional.empty());
        }

        static End after(int times) {
            return new End(Optional.empty(), Optional.of(times));
        }

        private boolean fits(LocalDate start) {
            return until.filter(last -> last.isBefore(start)).isEmpty()
                    && times.filter(count -> count < 1 || count > MOST_TIMES).isEmpty();
        }

        private String rule() {
            return until.map(last -> ";UNTIL=" + last.format(DAY)).orElse("")
                    + times.map(count -> ";COUNT=" + count).orElse("");
        }
    }

    Optional<Repetition> repetition(EventTime time) {
        if (interval < 1 || interval > MOST || !end.fits(time.start().toLocalDate())) {
            return Optional.empty();
        }
        String every = interval == 1 ? "" : ";INTERVAL=" + interval;
        String rule =
                switch (frequency) {
                    case "DAILY", "MONTHLY", "YEARLY" -> "FREQ=" + frequency + every;
                    case "WEEKLY" ->
                        "FREQ=WEEKLY" + every + daysBesides(time.start().getDayOfWeek());
                    case "WORKDAYS" -> "FREQ=WEEKLY" + every + ";BYDAY=" + names(WORKDAYS);
                    case "WEEKDAY" ->
                        "FREQ=MONTHLY" + every + ";BYDAY=" + nth(time.start().toLocalDate());
                    default -> frequency.replaceAll(";(UNTIL|COUNT|INTERVAL)=[^;]*", "") + every;
                };
        return Repetition.parse(rule + end.rule(), time.zone());
    }

    /** The day of the start alone needs no word. */
    private String daysBesides(DayOfWeek start) {
        return days.isEmpty() || days.equals(Set.of(start)) ? "" : ";BYDAY=" + names(days);
    }

    static RepeatChoice of(Repetition repetition, EventTime time) {
        Matcher parts = PART.matcher(repetition.rule());
        Map<String, String> named =
                parts.results().collect(Collectors.toMap(part -> part.group(1), part -> part.group(2)));
        int interval = Integer.parseInt(named.getOrDefault("INTERVAL", "1"));
        End end = new End(
                Optional.ofNullable(named.get("UNTIL")).map(text -> LocalDate.parse(text.substring(0, 8), DAY)),
                Optional.ofNullable(named.get("COUNT")).map(Integer::parseInt));
        Set<DayOfWeek> days = days(named.getOrDefault("BYDAY", ""));
        return new RepeatChoice(frequency(repetition, named, days, time), interval, days, end);
    }

    private static String frequency(
            Repetition repetition, Map<String, String> named, Set<DayOfWeek> days, EventTime time) {
        boolean plain = named.entrySet().stream()
                .allMatch(part -> part.getKey().matches("FREQ|INTERVAL|UNTIL|COUNT|BYDAY")
                        || (part.getKey().equals("WKST") && part.getValue().equals("MO")));
        String frequency = named.getOrDefault("FREQ", "");
        String byDay = named.getOrDefault("BYDAY", "");
        if (plain && frequency.equals("WEEKLY") && days.equals(WORKDAYS)) {
            return "WORKDAYS";
        }
        if (plain && (byDay.isEmpty() || (frequency.equals("WEEKLY") && !days.isEmpty()))) {
            return frequency;
        }
        boolean nth = byDay.equals(nth(time.start().toLocalDate()));
        return plain && frequency.equals("MONTHLY") && nth ? "WEEKDAY" : repetition.rule();
    }

    /** None where it names something else, such as the second Monday. */
    private static Set<DayOfWeek> days(String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String name : text.split(",", -1)) {
            Optional<DayOfWeek> day = Arrays.stream(DayOfWeek.values())
                    .filter(one -> name(one).equals(name))
                    .findFirst();
            if (day.isEmpty()) {
                return Set.of();
            }
            days.add(day.get());
        }
        return days;
    }

    private static String names(Set<DayOfWeek> days) {
        return days.stream().sorted().map(RepeatChoice::name).collect(Collectors.joining(","));
    }

    private static String name(DayOfWeek day) {
        return day.name().substring(0, 2).toUpperCase(Locale.ROOT);
    }

    /** Such as {@code 2MO}; {@code -1MO} for a fifth, which not every month has. */
    private static String nth(LocalDate day) {
        int week = (day.getDayOfMonth() - 1) / 7 + 1;
        return (week > 4 ? "-1" : Integer.toString(week)) + name(day.getDayOfWeek());
    }
}
