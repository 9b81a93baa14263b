package plenum.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.calendar.EventTime.Interval;

@Tag("calendar")
class RepetitionTest {
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
    private static final EventTime AT_NINE =
            new EventTime(LocalDateTime.parse("2026-10-19T09:00"), Duration.ofHours(1), ZURICH, false);

    private static Repetition rule(String text) {
        return Repetition.parse(text, ZURICH).orElseThrow();
    }

    private static Interval days(String from, String to) {
        return new Interval(
                LocalDate.parse(from).atStartOfDay(ZURICH).toInstant(),
                LocalDate.parse(to).atStartOfDay(ZURICH).toInstant());
    }

    @Test
    void aWeeklyEventStaysAtNineWhenClocksChange() {
        List<LocalDateTime> starts = rule("FREQ=WEEKLY").starts(AT_NINE, days("2026-10-19", "2026-11-03"));
        assertEquals(3, starts.size());
        assertTrue(starts.stream().allMatch(start -> start.getHour() == 9));
        assertEquals(
                Instant.parse("2026-10-19T07:00:00Z"),
                AT_NINE.at(starts.getFirst()).interval().start());
        assertEquals(
                Instant.parse("2026-10-26T08:00:00Z"),
                AT_NINE.at(starts.get(1)).interval().start());
    }

    @Test
    void anEndInUtcIsUnderstoodAndWrittenAgain() {
        Repetition daily = rule("FREQ=DAILY;UNTIL=20261021T070000Z");
        assertEquals(
                List.of("2026-10-19T09:00", "2026-10-20T09:00", "2026-10-21T09:00"),
                daily.starts(AT_NINE, days("2026-10-01", "2026-12-01")).stream()
                        .map(LocalDateTime::toString)
                        .toList());
        assertEquals("FREQ=DAILY;UNTIL=20261021T070000Z", daily.inUtc(ZURICH));
        assertEquals(Optional.of(Instant.parse("2026-10-21T08:00:00Z")), daily.end(AT_NINE));
    }

    @Test
    void whatIsLeftOutDoesNotTakePlace() {
        Repetition without = rule("FREQ=DAILY;COUNT=3").without(LocalDateTime.parse("2026-10-20T09:00"));
        assertEquals(
                2, without.starts(AT_NINE, days("2026-10-01", "2026-12-01")).size());
    }

    @Test
    void aSeriesEndsBeforeAStart() {
        Repetition shorter = rule("FREQ=DAILY;COUNT=10").endingBefore(LocalDateTime.parse("2026-10-22T09:00"));
        assertEquals(
                3, shorter.starts(AT_NINE, days("2026-10-01", "2026-12-01")).size());
    }

    @Test
    void theLastFridayOfAMonthIsFound() {
        EventTime friday = new EventTime(LocalDateTime.parse("2026-10-30T15:00"), Duration.ofHours(1), ZURICH, false);
        assertEquals(
                List.of("2026-10-30T15:00", "2026-11-27T15:00", "2026-12-25T15:00"),
                rule("FREQ=MONTHLY;BYDAY=-1FR").starts(friday, days("2026-10-01", "2027-01-01")).stream()
                        .map(LocalDateTime::toString)
                        .toList());
    }

    @Test
    void whatGoesOnForVeryLongDoesNotEndTooEarly() {
        Instant end = rule("FREQ=DAILY;UNTIL=20460101T080000Z").end(AT_NINE).orElseThrow();
        assertTrue(end.isAfter(Instant.parse("2046-01-01T08:00:00Z")));
        assertEquals(Optional.empty(), rule("FREQ=DAILY;COUNT=9000").end(AT_NINE));
    }

    @Test
    void oneThatIsEndlessHasNoEnd() {
        assertEquals(Optional.empty(), rule("FREQ=YEARLY;INTERVAL=2").end(AT_NINE));
    }

    @Test
    void oneThatBeganBeforeASpanAndEndsInItIsInIt() {
        EventTime night = new EventTime(LocalDateTime.parse("2026-10-19T23:00"), Duration.ofHours(2), ZURICH, false);
        assertEquals(
                List.of(LocalDateTime.parse("2026-10-20T23:00"), LocalDateTime.parse("2026-10-21T23:00")),
                rule("FREQ=DAILY").starts(night, days("2026-10-21", "2026-10-22")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HELLO",
                "FREQ=SECONDLY",
                "FREQ=HOURLY",
                "FREQ=WEEKLY;BYDAY=XX",
                "FREQ=DAILY;UNTIL=20269999",
                "FREQ=DAILY;UNTIL=99",
                "FREQ=DAILY\nX:1",
                "BYDAY=MO"
            })
    void whatIsNoRuleIsRefused(String text) {
        assertEquals(Optional.empty(), Repetition.parse(text, ZURICH));
    }
}
