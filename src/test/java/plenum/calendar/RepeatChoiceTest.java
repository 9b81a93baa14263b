package plenum.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.calendar.RepeatChoice.End;

@Tag("calendar")
class RepeatChoiceTest {
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
    /** The second Monday of December. */
    private static final LocalDateTime START = LocalDateTime.parse("2026-12-14T09:00");

    private static final EventTime TIME = new EventTime(START, Duration.ofHours(1), ZURICH, false);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DAILY    | 1 | ''      | FREQ=DAILY",
                "WORKDAYS | 1 | ''      | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
                "WEEKLY   | 2 | 4 1     | FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH",
                "WEEKLY   | 1 | ''      | FREQ=WEEKLY",
                "MONTHLY  | 1 | ''      | FREQ=MONTHLY",
                "WEEKDAY  | 3 | ''      | FREQ=MONTHLY;INTERVAL=3;BYDAY=2MO",
                "YEARLY   | 1 | ''      | FREQ=YEARLY"
            })
    void eachChoiceIsARuleAndTheSameChoiceAgain(String frequency, int interval, String days, String rule) {
        Set<DayOfWeek> chosen = days.isEmpty()
                ? Set.of()
                : Set.copyOf(List.of(days.split(" ")).stream()
                        .map(Integer::valueOf)
                        .map(DayOfWeek::of)
                        .toList());
        Repetition repetition = new RepeatChoice(frequency, interval, chosen, End.after(12))
                .repetition(TIME)
                .orElseThrow();
        assertThat(repetition.rule()).isEqualTo(rule + ";COUNT=12");
        RepeatChoice again = RepeatChoice.of(repetition, TIME);
        assertThat(again.frequency()).isEqualTo(frequency);
        assertThat(again.repetition(TIME)).contains(repetition);
    }

    @Test
    void itEndsAfterADayOrANumberOfTimesThatMakeSense() {
        LocalDate first = START.toLocalDate();
        assertThat(daily(End.after(first))).isPresent();
        assertThat(daily(End.after(first.minusDays(1)))).isEmpty();
        assertThat(daily(End.after(1))).isPresent();
        assertThat(daily(End.after(0))).isEmpty();
        assertThat(daily(End.after(999))).isPresent();
        assertThat(daily(End.after(1000))).isEmpty();
    }

    private static Optional<Repetition> daily(End end) {
        return new RepeatChoice("DAILY", 1, Set.of(), end).repetition(TIME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=MONTHLY;BYMONTHDAY=14,28",
                "FREQ=MONTHLY;BYDAY=MO",
                "FREQ=WEEKLY;WKST=SU;BYDAY=MO",
                "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1"
            })
    void aRuleThatTheFormCannotSayStays(String rule) {
        Repetition repetition = Repetition.parse(rule, ZURICH).orElseThrow();
        RepeatChoice choice = RepeatChoice.of(repetition, TIME);
        assertThat(choice.frequency()).isEqualTo(rule);
        assertThat(choice.repetition(TIME)).contains(repetition);
    }

    @Test
    void theDayOfTheStartIsOfferedAndGoesWithIt() {
        EventForm form = EventForm.of(TIME, UUID.randomUUID());
        form.getRepeat().setFrequency("WEEKLY");
        assertThat(form.getRepeat().getDays()).containsExactly(1);
        form.setStart("2026-12-15T09:00");
        form.startMoved();
        assertThat(form.getRepeat().getDays()).containsExactly(2);
        form.getRepeat().setDays(List.of(2, 4));
        form.setStart("2026-12-16T09:00");
        form.startMoved();
        assertThat(form.getRepeat().getDays()).containsExactly(2, 4);
    }

    @Test
    void aRuleOfWhichNothingWasChangedStaysAsItIsWritten() {
        Event series = series("FREQ=WEEKLY;UNTIL=20261231T120000");
        EventForm form = EventForm.of(series, TIME);
        assertThat(form.repetition(TIME, series, TIME)).isEqualTo(series.repetition());
        form.getRepeat().setLastDay("2026-12-30");
        assertThat(form.repetition(TIME, series, TIME).orElseThrow().rule())
                .isEqualTo("FREQ=WEEKLY;UNTIL=20261230T235959");
        EventForm moved = EventForm.of(series, TIME);
        moved.setStart("2026-12-15T09:00");
        moved.startMoved();
        assertThat(moved.repetition(moved.time().orElseThrow(), series, TIME)
                        .orElseThrow()
                        .rule())
                .isEqualTo("FREQ=WEEKLY;UNTIL=20261231T235959");
    }

    @Test
    void theSameWeekdayOfAMonthIsThatOfTheNewTime() {
        Event series = series("FREQ=MONTHLY;BYDAY=2MO");
        EventForm form = EventForm.of(series, TIME);
        form.setStart("2026-12-15T09:00");
        form.startMoved();
        assertThat(form.repetition(form.time().orElseThrow(), series, TIME)
                        .orElseThrow()
                        .rule())
                .isEqualTo("FREQ=MONTHLY;BYDAY=3TU");
    }

    private static Event series(String rule) {
        return new Event(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "uid",
                new Event.Details("Title", "", "", true, false, List.of()),
                TIME,
                Repetition.parse(rule, ZURICH),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0,
                Instant.EPOCH);
    }
}
