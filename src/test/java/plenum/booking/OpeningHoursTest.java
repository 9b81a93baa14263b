package plenum.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("booking")
class OpeningHoursTest {
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");

    /** 7 December 2026 is a Monday. */
    private static Span span(String from, String to) {
        return new Span(
                LocalDateTime.parse("2026-12-" + from).atZone(ZURICH).toInstant(),
                LocalDateTime.parse("2026-12-" + to).atZone(ZURICH).toInstant());
    }

    @ParameterizedTest
    @CsvSource({
        "07T08:00, 07T18:00, true",
        "07T07:59, 07T09:00, false",
        "07T17:30, 07T18:01, false",
        "07T17:30, 08T09:00, false",
        "12T09:00, 12T10:00, false"
    })
    void hoursOfADay(String from, String to, boolean open) {
        OpeningHours hours = new OpeningHours(
                ZURICH, Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY), LocalTime.of(8, 0), LocalTime.of(18, 0));
        assertThat(hours.hold(span(from, to))).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({"07T22:00, 08T02:00, true", "08T22:00, 09T00:00, true", "08T22:00, 09T00:01, false"})
    void allDayOfSomeDays(String from, String to, boolean open) {
        OpeningHours hours =
                new OpeningHours(ZURICH, Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY), LocalTime.MIN, LocalTime.MIN);
        assertThat(hours.hold(span(from, to))).isEqualTo(open);
        assertThat(OpeningHours.always(ZURICH).hold(span(from, to))).isTrue();
    }
}
