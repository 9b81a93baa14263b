package plenum.conference;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import plenum.meeting.Attendance;
import plenum.meeting.Attendances;
import plenum.meeting.Meeting;
import plenum.meeting.MeetingCode;
import plenum.meeting.MeetingLetters;
import plenum.meeting.Role;
import plenum.platform.Settings;
import plenum.platform.Settings.MeetingLimits;

/** A whole meeting with everything around it faked; whatever is posted happens at once. */
final class LiveMeeting {
    static final Duration GRACE = Duration.ofSeconds(60);

    final FakeTimers time = new FakeTimers();
    final FakeMedia media = new FakeMedia();
    final Set<UUID> givenUp = new HashSet<>();
    final Conferences conferences;
    private final Map<String, Attendance> places = new HashMap<>();
    private final Meeting meeting = new Meeting(
            UUID.randomUUID(),
            "Jour fixe",
            new MeetingCode("0010002003"),
            new MeetingLetters("abcdefghijkmnpqrst"),
            Instant.EPOCH);

    LiveMeeting() {
        this(100);
    }

    LiveMeeting(int participants) {
        MeetingLimits limits = new MeetingLimits(GRACE, participants, 4, 2);
        Settings settings = new Settings(Optional.empty(), "node", List.of(), List.of(), false, limits);
        conferences = new Conferences(new Surroundings(settings, new Places(), media, time, time, Runnable::run));
    }

    Person join(String name) {
        return join(name, Role.PARTICIPANT);
    }

    Person join(String name, Role role) {
        Attendance attendance = new Attendance(UUID.randomUUID(), meeting.id(), name, role);
        places.put(name, attendance);
        return enter(attendance);
    }

    /** Comes in once more, as with the resume token. */
    Person resume(String name) {
        return enter(places.get(name));
    }

    private Person enter(Attendance attendance) {
        FakeOutbox outbox = new FakeOutbox();
        Entry[] entry = new Entry[1];
        Arrival arrival = new Arrival(attendance, "token", "https://meet.example/m/x", true, true, outbox);
        conferences.enter(meeting, arrival, answer -> entry[0] = answer);
        return new Person(attendance, outbox, entry[0]);
    }

    private final class Places implements Attendances {
        @Override
        public Taken take(Meeting in, String name, Role role) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Attendance> byToken(Meeting in, String resumeToken) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void giveUp(UUID participant, Instant decidedAt) {
            givenUp.add(participant);
        }
    }

    /** Somebody with a tab. */
    record Person(Attendance attendance, FakeOutbox outbox, Entry entry) {
        String id() {
            return attendance.id().toString();
        }

        Presence presence() {
            return ((Entry.Entered) entry).presence();
        }

        Conference conference() {
            return presence().conference();
        }

        Participant participant() {
            return presence().participant();
        }

        Stage stage() {
            return conference().stage();
        }

        void vanish() {
            conference().lost(presence());
        }
    }
}
