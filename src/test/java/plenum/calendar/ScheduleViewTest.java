package plenum.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.primefaces.model.ScheduleEvent;

@Tag("calendar")
class ScheduleViewTest {
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 12, 7, 0, 0);

    private final Agenda.Entry entry = entry();
    private final ScheduleView view = new ScheduleView(ZURICH, span -> List.of(entry));

    @Test
    void anEventIsFoundWhileTheSpanIsAskedForAgain() {
        view.loadEvents(MONDAY, MONDAY.plusDays(7));
        String id = view.getEvents().getFirst().getId();
        view.clear();
        ScheduleEvent<?> found = view.getEvent(id);
        assertThat(view.entry(found)).contains(entry);
        assertThat(found.getStartDate()).isEqualTo(MONDAY.plusHours(9));
    }

    @Test
    void whatIsNoLongerThereIsNoEntry() {
        view.loadEvents(MONDAY, MONDAY.plusDays(7));
        assertThat(view.getEvent("gone")).isNull();
        assertThat(view.entry(null)).isEmpty();
    }

    private static Agenda.Entry entry() {
        LocalDateTime nine = MONDAY.plusHours(9);
        EventTime time = new EventTime(nine, Duration.ofHours(1), ZURICH, false);
        Event event = new Event(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "uid",
                new Event.Details("Plan", "", "", true, false, List.of(), List.of(), Optional.empty()),
                time,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0,
                Instant.EPOCH);
        return new Agenda.Entry(event, time, nine, Optional.empty(), Optional.empty());
    }
}
