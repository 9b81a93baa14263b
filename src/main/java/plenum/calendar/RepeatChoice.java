package plenum.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
 * @param until the last day
 */
record RepeatChoice(String frequency, int interval, Optional<LocalDate> until) {
    static final String NEVER = "NEVER";
    static final List<String> OFFERED = List.of(NEVER, "DAILY", "WORKDAYS", "WEEKLY", "MONTHLY", "WEEKDAY", "YEARLY");
    private static final int MOST = 99;
    private static final Pattern PART = Pattern.compile("([A-Z]+)=([^;]+)");
    private static final String WORKDAYS = "MO,TU,WE,TH,FR";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    Optional<Repetition> repetition(EventTime time) {
        if (interval < 1
                || interval > MOST
                || until.filter(last -> last.isBefore(time.start().toLocalDate()))
                        .isPresent()) {
            return Optional.empty();
        }
        String every = interval == 1 ? "" : ";INTERVAL=" + interval;
        String end = until.map(last -> ";UNTIL=" + last.format(DAY)).orElse("");
        String rule =
                switch (frequency) {
                    case "DAILY", "WEEKLY", "MONTHLY", "YEARLY" -> "FREQ=" + frequency + every;
                    case "WORKDAYS" -> "FREQ=WEEKLY" + every + ";BYDAY=" + WORKDAYS;
                    case "WEEKDAY" ->
                        "FREQ=MONTHLY" + every + ";BYDAY=" + nth(time.start().toLocalDate());
                    default -> frequency.replaceAll(";(UNTIL|INTERVAL)=[^;]*", "") + every;
                };
        return Repetition.parse(rule + end, time.zone());
    }

    static RepeatChoice of(Repetition repetition, EventTime time) {
        Matcher parts = PART.matcher(repetition.rule());
        Map<String, String> named =
                parts.results().collect(Collectors.toMap(part -> part.group(1), part -> part.group(2)));
        int interval = Integer.parseInt(named.getOrDefault("INTERVAL", "1"));
        Optional<LocalDate> until =
                Optional.ofNullable(named.get("UNTIL")).map(text -> LocalDate.parse(text.substring(0, 8), DAY));
        boolean plain = named.keySet().stream().allMatch(name -> name.matches("FREQ|INTERVAL|UNTIL|BYDAY"));
        String days = named.getOrDefault("BYDAY", "");
        String frequency = named.getOrDefault("FREQ", "");
        String choice = repetition.rule();
        if (plain && days.isEmpty()) {
            choice = frequency;
        } else if (plain && frequency.equals("WEEKLY") && days.equals(WORKDAYS)) {
            choice = "WORKDAYS";
        } else if (plain
                && frequency.equals("MONTHLY")
                && days.equals(nth(time.start().toLocalDate()))) {
            choice = "WEEKDAY";
        }
        return new RepeatChoice(choice, interval, until);
    }

    /** Such as {@code 2MO}; {@code -1MO} for a fifth, which not every month has. */
    private static String nth(LocalDate day) {
        int week = (day.getDayOfMonth() - 1) / 7 + 1;
        String name = day.getDayOfWeek()
                .getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                .substring(0, 2)
                .toUpperCase(Locale.ROOT);
        return (week > 4 ? "-1" : Integer.toString(week)) + name;
    }
}
