package plenum.calendar.store;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import plenum.calendar.Calendar;
import plenum.calendar.Event;
import plenum.calendar.EventTime;
import plenum.calendar.Guest;
import plenum.calendar.ReminderTimes;
import plenum.calendar.Repetition;
import plenum.meeting.MeetingLetters;

/** A row of {@code calendar_event}; Hibernate fills the fields. */
@Entity
@NullUnmarked
@Table(name = "calendar_event")
class EventRow {
    @Id
    UUID id;

    UUID calendarId;
    String uid;
    String title;
    String description;
    String place;
    boolean busy;
    boolean hidden;
    int[] reminders;
    int[] mailReminders;

    @Enumerated(EnumType.STRING)
    Calendar.Colour colour;

    LocalDateTime localStart;
    long lengthSeconds;
    String zone;
    boolean wholeDays;
    String rule;
    LocalDateTime[] exceptStarts;
    LocalDateTime insteadOf;
    Instant startsAt;
    Instant endsAt;
    String meetingLetters;
    Instant nextReminder;
    int sequence;
    Instant changedAt;

    protected EventRow() {
        // for Hibernate
    }

    EventRow(Event event, Instant now) {
        id = event.id();
        calendarId = event.calendar();
        uid = event.uid();
        title = event.details().title();
        description = event.details().description();
        place = event.details().place();
        busy = event.details().busy();
        hidden = event.details().hidden();
        reminders = seconds(event.details().reminders());
        mailReminders = seconds(event.details().mails());
        colour = event.details().colour().orElse(null);
        localStart = event.time().start();
        lengthSeconds = event.time().length().toSeconds();
        zone = event.time().zone().getId();
        wholeDays = event.time().wholeDays();
        rule = event.repetition().map(Repetition::rule).orElse(null);
        exceptStarts = event.repetition()
                .map(repetition -> repetition.except().stream().sorted().toArray(LocalDateTime[]::new))
                .orElseGet(() -> new LocalDateTime[0]);
        insteadOf = event.instead().orElse(null);
        startsAt = event.time().interval().start();
        endsAt = event.repetition()
                .map(repetition -> repetition.end(event.time()))
                .orElseGet(() -> Optional.of(event.time().interval().end()))
                .orElse(null);
        meetingLetters = event.meeting().map(MeetingLetters::text).orElse(null);
        nextReminder = ReminderTimes.next(event, now).orElse(null);
        sequence = event.sequence();
        changedAt = event.changedAt();
    }

    private static int[] seconds(List<Duration> reminders) {
        return reminders.stream().mapToInt(before -> (int) before.toSeconds()).toArray();
    }

    private static List<Duration> durations(int[] seconds) {
        return Arrays.stream(seconds).mapToObj(Duration::ofSeconds).toList();
    }

    Event toEvent(List<Guest> guests, Set<UUID> rooms) {
        return new Event(
                id,
                calendarId,
                uid,
                new Event.Details(
                        title,
                        description,
                        place,
                        busy,
                        hidden,
                        durations(reminders),
                        durations(mailReminders),
                        Optional.ofNullable(colour)),
                new EventTime(localStart, Duration.ofSeconds(lengthSeconds), ZoneId.of(zone), wholeDays),
                Optional.ofNullable(rule).map(text -> new Repetition(text, Set.of(exceptStarts))),
                Optional.ofNullable(insteadOf),
                Optional.ofNullable(meetingLetters).map(MeetingLetters::new),
                guests,
                rooms,
                sequence,
                changedAt);
    }
}
