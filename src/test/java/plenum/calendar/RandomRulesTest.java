package plenum.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Recur;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.calendar.EventTime.Interval;

/**
 * Rules at random: what we say takes place in a span, asked in local time, is what the library says of the whole series in the zone's own time. The
 * same rules each time.
 */
@Tag("calendar")
class RandomRulesTest {
    private static final int RULES = 10_000;
    private static final int YEARS = 10;
    private static final List<ZoneId> ZONES = List.of(ZoneId.of("Europe/Zurich"), ZoneId.of("America/New_York"));
    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private final Random random = new Random(5545);

    @Test
    void tenThousandRulesAgreeWithTheLibrary() {
        int held = 0;
        for (int i = 0; i < RULES; i++) {
            held += agree(ZONES.get(i % ZONES.size()));
        }
        assertThat(held).as("times that were compared").isGreaterThan(RULES);
    }

    /** Returns how many times of a random rule were compared. */
    private int agree(ZoneId zone) {
        // no clock is changed after four
        LocalDateTime start =
                FIRST.plusDays(random.nextInt(365)).atTime(4 + random.nextInt(20), 15 * random.nextInt(4));
        EventTime first = new EventTime(start, Duration.ofMinutes(15 + random.nextInt(600)), zone, false);
        String rule = rule(start.toLocalDate());
        Repetition ours = Repetition.parse(rule, zone).orElseThrow(() -> new AssertionError(rule));
        List<ZonedDateTime> all = new Recur<ZonedDateTime>(ours.inUtc(zone))
                .getDates(first.begin(), first.begin(), first.begin().plusYears(YEARS));
        int compared = 0;
        for (Interval span : spans(zone)) {
            List<LocalDateTime> expected = all.stream()
                    .filter(at -> new Interval(at.toInstant(), at.toInstant().plus(first.length())).overlaps(span))
                    .map(ZonedDateTime::toLocalDateTime)
                    .toList();
            assertThat(ours.starts(first, span))
                    .as("%s from %s in %s", rule, first, span)
                    .isEqualTo(expected);
            compared += expected.size();
        }
        return compared;
    }

    /** The weeks of both changes of clocks in one of the years, and a month of another. */
    private List<Interval> spans(ZoneId zone) {
        int year = FIRST.getYear() + 1 + random.nextInt(YEARS - 2);
        boolean american = zone.getId().startsWith("America");
        LocalDate spring = american ? sunday(year, 3, 2) : last(year, 3);
        LocalDate autumn = american ? sunday(year, 11, 1) : last(year, 10);
        LocalDate any = FIRST.plusDays(random.nextInt(365 * (YEARS - 1)));
        return List.of(
                span(spring.minusDays(3), spring.plusDays(4), zone),
                span(autumn.minusDays(3), autumn.plusDays(4), zone),
                span(any, any.plusDays(30), zone));
    }

    private static LocalDate sunday(int year, int month, int number) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(number, DayOfWeek.SUNDAY));
    }

    private static LocalDate last(int year, int month) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.SUNDAY));
    }

    private static Interval span(LocalDate from, LocalDate to, ZoneId zone) {
        Instant begin = from.atStartOfDay(zone).toInstant();
        return new Interval(begin, to.atStartOfDay(zone).toInstant());
    }

    private String rule(LocalDate first) {
        List<String> parts = new ArrayList<>();
        int kind = random.nextInt(7);
        switch (kind) {
            case 0 -> parts.add("FREQ=DAILY");
            case 1 -> parts.add("FREQ=WEEKLY");
            case 2 -> parts.add("FREQ=WEEKLY;BYDAY=" + days(""));
            case 3 ->
                parts.add("FREQ=MONTHLY;BYMONTHDAY=" + (random.nextBoolean() ? "" : "-") + (1 + random.nextInt(28)));
            case 4 ->
                parts.add("FREQ=MONTHLY;BYDAY="
                        + List.of("1", "2", "3", "4", "-1").get(random.nextInt(5)) + DAYS.get(random.nextInt(7)));
            case 5 -> parts.add("FREQ=YEARLY");
            default ->
                parts.add("FREQ=YEARLY;BYMONTH=" + (1 + random.nextInt(12)) + ";BYDAY=" + (1 + random.nextInt(4))
                        + DAYS.get(random.nextInt(7)));
        }
        parts.add("INTERVAL=" + (kind == 0 ? 2 + random.nextInt(20) : 1 + random.nextInt(4)));
        switch (random.nextInt(3)) {
            case 0 -> parts.add("COUNT=" + (1 + random.nextInt(200)));
            case 1 ->
                parts.add("UNTIL="
                        + first.plusDays(random.nextInt(365 * YEARS)).toString().replace("-", "") + "T220000Z");
            default -> {
                /* it goes on */
            }
        }
        if (kind == 2) {
            parts.add("WKST=" + (random.nextBoolean() ? "MO" : "SU"));
        }
        return String.join(";", parts);
    }

    private String days(String number) {
        return random.ints(1 + random.nextInt(4), 0, 7)
                .distinct()
                .sorted()
                .mapToObj(day -> number + DAYS.get(day))
                .collect(Collectors.joining(","));
    }
}
