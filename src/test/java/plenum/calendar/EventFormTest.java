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

@Tag("calendar")
class EventFormTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final EventTime TIME =
            new EventTime(LocalDateTime.of(2026, 12, 1, 10, 0), Duration.ofMinutes(90), NEW_YORK, false);

    @Test
    void anEventOfAnotherZoneStaysWhereItIs() {
        EventForm form = EventForm.of(event(), TIME);
        assertThat(form.getZone()).isEqualTo("America/New_York");
        assertThat(form.time()).contains(TIME);
        form.setZone("Europe/Berlin");
        assertThat(form.time().orElseThrow().begin()).isEqualTo("2026-12-01T10:00+01:00[Europe/Berlin]");
        form.setZone("Nowhere/Else");
        assertThat(form.getZone()).isEqualTo("Europe/Berlin");
    }

    @Test
    void theEndFollowsTheStart() {
        EventForm form = EventForm.of(TIME, UUID.randomUUID());
        form.setStart("2026-12-02T14:00");
        form.startMoved();
        assertThat(form.getEnd()).isEqualTo("2026-12-02T15:30");
        form.setEnd("2026-12-02T14:30");
        form.endMoved();
        form.setStart("2026-12-03T09:00");
        form.startMoved();
        assertThat(form.getEnd()).isEqualTo("2026-12-03T09:30");
        form.setEnd("2026-12-03T08:00");
        form.endMoved();
        assertThat(form.time()).as("it is refused as it is").isEmpty();
        form.setStart("");
        form.startMoved();
        assertThat(form.getEnd()).isEqualTo("2026-12-03T08:00");
    }

    @Test
    void daysFollowToo() {
        EventForm form = EventForm.of(TIME, UUID.randomUUID());
        form.setWholeDays(true);
        form.setEnd("2026-12-03");
        form.endMoved();
        form.setStart("2026-12-10");
        form.startMoved();
        assertThat(form.getEnd()).isEqualTo("2026-12-12");
        form.setWholeDays(false);
        assertThat(form.getStart()).isEqualTo("2026-12-10T00:00");
        assertThat(form.time()).isPresent();
    }

    @Test
    void theColourIsKept() {
        EventForm form = EventForm.of(event(), TIME);
        assertThat(form.details("").colour()).contains(Calendar.Colour.ROSE);
        form.setColour(null);
        assertThat(form.details("").colour()).isEmpty();
    }

    private static Event event() {
        return new Event(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "uid",
                new Event.Details(
                        "Title", "", "", true, false, List.of(), List.of(), Optional.of(Calendar.Colour.ROSE)),
                TIME,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0,
                Instant.EPOCH);
    }
}
