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
import plenum.meeting.MeetingLetters;

@Tag("calendar")
class ReminderTimesTest {
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
    private static final Duration TEN = Duration.ofMinutes(10);
    private static final Duration DAY = Duration.ofDays(1);

    private static Event event(String rule, boolean meeting, List<Duration> shown, List<Duration> mails) {
        UUID id = UUID.randomUUID();
        return new Event(
                id,
                UUID.randomUUID(),
                id.toString(),
                new Event.Details("Title", "", "", true, false, shown, mails),
                new EventTime(LocalDateTime.parse("2026-12-07T09:00"), Duration.ofHours(1), ZURICH, false),
                Repetition.parse(rule, ZURICH),
                Optional.empty(),
                meeting ? Optional.of(new MeetingLetters("abcdefghijkmnpqrst")) : Optional.empty(),
                List.of(),
                0,
                Instant.EPOCH);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZURICH).toInstant();
    }

    @Test
    void theNextIsTheNearestOfAllKinds() {
        Event event = event("", false, List.of(TEN), List.of(DAY));
        assertThat(ReminderTimes.next(event, at("2026-12-01T00:00"))).contains(at("2026-12-06T09:00"));
        assertThat(ReminderTimes.next(event, at("2026-12-06T09:00"))).contains(at("2026-12-07T08:50"));
        assertThat(ReminderTimes.next(event, at("2026-12-07T08:50"))).isEmpty();
        assertThat(ReminderTimes.next(event("", false, List.of(), List.of()), at("2026-12-01T00:00")))
                .isEmpty();
    }

    @Test
    void betweenTwoLooksEachIsFoundOnce() {
        Event event = event("FREQ=DAILY", false, List.of(TEN), List.of(TEN));
        Instant first = at("2026-12-07T08:49");
        Instant second = at("2026-12-07T08:50");
        Instant third = at("2026-12-07T08:51");
        assertThat(ReminderTimes.between(event, first, second)).hasSize(2);
        assertThat(ReminderTimes.between(event, second, third)).isEmpty();
        assertThat(ReminderTimes.between(event, first, at("2026-12-09T12:00"))).hasSize(6);
    }

    @Test
    void aMeetingIsTheBeginningOfItsOwnReminder() {
        Event event = event("FREQ=WEEKLY", true, List.of(), List.of());
        assertThat(ReminderTimes.next(event, at("2026-12-07T08:55"))).contains(at("2026-12-14T08:55"));
    }

    @Test
    void clocksThatChangeMoveNoReminder() {
        Event event = event("FREQ=MONTHLY", false, List.of(TEN), List.of());
        assertThat(ReminderTimes.next(event, at("2027-03-20T00:00"))).contains(at("2027-04-07T08:50"));
    }

    @Test
    void whatIsFarAwayIsLookedAtAgain() {
        Instant now = at("2026-12-07T10:00");
        Event rare = event("FREQ=YEARLY;INTERVAL=4", false, List.of(TEN), List.of());
        assertThat(ReminderTimes.next(rare, now)).contains(now.plus(Duration.ofDays(400)));
        Event over = event("FREQ=DAILY;COUNT=1", false, List.of(TEN), List.of());
        assertThat(ReminderTimes.next(over, now)).isEmpty();
    }
}
