package plenum.timer.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.it.AwaitSchema;
import plenum.it.Deployments;
import plenum.meeting.Meetings;
import plenum.meeting.store.Schema;
import plenum.timer.MeetingTimer;
import plenum.timer.MeetingTimer.Part;
import plenum.timer.MeetingTimers;

@Tag("timer")
@ExtendWith(ArquillianExtension.class)
class StoredMeetingTimersIT {
    private static final Instant END = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private static final List<Part> PARTS = List.of(
            new Part(Optional.of("Grüße & Fragen"), Duration.ofMinutes(10)),
            new Part(Optional.empty(), Duration.ofSeconds(1)));

    @Inject
    MeetingTimers timers;

    @Inject
    Meetings meetings;

    @Inject
    Schema schema;

    private UUID meeting;

    @Deployment
    static WebArchive application() {
        return Deployments.application();
    }

    @BeforeEach
    void createMeeting() {
        AwaitSchema.of(schema);
        meeting = meetings.create("Timer").meeting().id();
    }

    @Test
    void keepsATimerThatRunsAndOneThatIsPaused() {
        MeetingTimer running = new MeetingTimer(PARTS, 1, Optional.of(END), Duration.ZERO);
        timers.store(meeting, running);
        assertEquals(Optional.of(running), timers.of(meeting));
        MeetingTimer paused = new MeetingTimer(PARTS, 0, Optional.empty(), Duration.ofMillis(1234));
        timers.store(meeting, paused);
        assertEquals(Optional.of(paused), timers.of(meeting));
    }

    @Test
    void forgetsWhatIsTakenAway() {
        timers.store(meeting, new MeetingTimer(PARTS, 0, Optional.of(END), Duration.ZERO));
        timers.delete(meeting);
        assertEquals(Optional.empty(), timers.of(meeting));
    }
}
