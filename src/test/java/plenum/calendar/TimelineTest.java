package plenum.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.calendar.EventTime.Interval;
import plenum.calendar.FreeSlots.Hours;
import plenum.calendar.Timeline.Bar;
import plenum.calendar.Timeline.Kind;

@Tag("calendar")
class TimelineTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate TUESDAY = LocalDate.of(2026, 12, 1);

    @Test
    void aDayIsAsWideAsUsualHoursAndWhatIsWanted() {
        assertThat(Timeline.of(TUESDAY, BERLIN, span("2026-12-01T10:00", "2026-12-01T11:00")))
                .isEqualTo(new Timeline(TUESDAY, BERLIN, 7, 19));
        assertThat(Timeline.of(TUESDAY, BERLIN, span("2026-12-01T19:30", "2026-12-01T20:10")))
                .isEqualTo(new Timeline(TUESDAY, BERLIN, 7, 21));
        assertThat(Timeline.of(TUESDAY, BERLIN, span("2026-11-30T22:00", "2026-12-02T02:00")))
                .isEqualTo(new Timeline(TUESDAY, BERLIN, 0, 24));
        assertThat(Timeline.of(TUESDAY, BERLIN, span("2026-12-05T03:00", "2026-12-05T04:00")))
                .as("another day")
                .isEqualTo(new Timeline(TUESDAY, BERLIN, 7, 19));
        for (int hour = 0; hour < 24; hour++) {
            LocalDateTime start = TUESDAY.atTime(hour, 0);
            Timeline line = Timeline.of(
                    TUESDAY, BERLIN, span(start.toString(), start.plusHours(1).toString()));
            assertThat(line.from()).isBetween(0, Math.min(7, hour));
            assertThat(line.to()).isBetween(Math.max(19, hour + 1), 24);
            int step = line.marks().get(1) - line.marks().get(0);
            assertThat(line.marks().getLast() + step).as("marks fill the width").isEqualTo(line.to());
        }
    }

    @Test
    void spansAreDrawnWhereTheyAreWithinTheDay() {
        Timeline line = new Timeline(TUESDAY, BERLIN, 7, 19);
        assertThat(line.bars(
                        Kind.BUSY,
                        List.of(
                                span("2026-12-01T06:00", "2026-12-01T07:30"),
                                span("2026-12-01T10:45", "2026-12-01T11:45"),
                                span("2026-12-01T18:00", "2026-12-02T09:00"),
                                span("2026-12-03T10:00", "2026-12-03T11:00"))))
                .containsExactly(
                        new Bar(Kind.BUSY, 420, 30), new Bar(Kind.BUSY, 645, 60), new Bar(Kind.BUSY, 1080, 60));
    }

    @Test
    void hoursOfSomebodyElsewhereAreShownInTheReadersZone() {
        Timeline line = new Timeline(TUESDAY, BERLIN, 0, 24);
        Hours newYork = new Hours(
                ZoneId.of("America/New_York"), Set.of(DayOfWeek.TUESDAY), LocalTime.of(9, 0), LocalTime.of(17, 0));
        assertThat(line.bars(Kind.OFF, line.off(List.of(newYork))))
                .containsExactly(new Bar(Kind.OFF, 0, 15 * 60), new Bar(Kind.OFF, 23 * 60, 60));
        Hours never = new Hours(BERLIN, Set.of(DayOfWeek.SUNDAY), LocalTime.of(9, 0), LocalTime.of(17, 0));
        assertThat(line.bars(Kind.OFF, line.off(List.of(never)))).containsExactly(new Bar(Kind.OFF, 0, 24 * 60));
        assertThat(line.off(List.of())).as("every hour will do").isEmpty();
    }

    private static Interval span(String from, String to) {
        return new Interval(
                LocalDateTime.parse(from).atZone(BERLIN).toInstant(),
                LocalDateTime.parse(to).atZone(BERLIN).toInstant());
    }
}
