package plenum.conference;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import plenum.door.DoorServices;
import plenum.door.DoorTopic;
import plenum.door.PasswordChanges;
import plenum.meeting.Attendance;
import plenum.meeting.Caller;
import plenum.meeting.KeyCheck;
import plenum.meeting.Meeting;
import plenum.meeting.MeetingCode;
import plenum.meeting.MeetingLetters;
import plenum.meeting.PasswordHashing;
import plenum.meeting.Role;
import plenum.meeting.RoomRules;
import plenum.meeting.RoomSwitch;
import plenum.moderation.ModerationTopic;
import plenum.platform.HashingSlots;
import plenum.platform.Settings;
import plenum.platform.Settings.MeetingLimits;
import plenum.platform.TurnRelay;
import plenum.protocol.ClientMessage;
import plenum.protocol.DoorMessages;
import plenum.protocol.Failed;
import plenum.protocol.ModerationMessages;
import plenum.protocol.Outbox;
import plenum.protocol.ServerMessage;
import plenum.protocol.SessionMessages;
import plenum.protocol.StreamMessages;
import plenum.stream.AllFeeds;
import plenum.stream.StreamServices;
import plenum.stream.StreamTopic;

/** A whole meeting with everything around it faked; whatever is posted happens at once, unless it is held. */
public final class LiveMeeting {
    public static final Caller ANYWHERE = new Caller("", "192.0.2.1");
    public static final Duration GRACE = Duration.ofSeconds(60);

    public final FakeTimers time = new FakeTimers();
    public final FakeMedia media = new FakeMedia();
    public final AllFeeds feeds = new AllFeeds();
    public final Conferences conferences;
    public final FakeRecords records = new FakeRecords();
    /** Whatever is posted happens at once, unless a test holds it. */
    public final Steps steps = new Steps();

    private final Map<String, Attendance> places = new HashMap<>();
    private final Meeting meeting;
    public final FakeHouseRules house;
    private final Function<FakeTimers, List<TopicKind<?>>> topics;

    private static Meeting meeting(RoomRules rules) {
        return new Meeting(
                UUID.randomUUID(),
                "Jour fixe",
                new MeetingCode("0010002003"),
                new MeetingLetters("abcdefghijkmnpqrst"),
                Instant.EPOCH,
                rules,
                Optional.empty());
    }

    public LiveMeeting() {
        this(100);
    }

    public LiveMeeting(int participants) {
        this(participants, RoomRules.standard());
    }

    /** With these switches turned on, besides those that are on anyway. */
    public LiveMeeting(RoomSwitch... on) {
        this(
                100,
                Arrays.stream(on).reduce(RoomRules.standard(), (rules, which) -> rules.with(which, true), (a, b) -> a));
    }

    /** With a topic, which is made with the clock of the meeting. */
    public static <A extends ClientMessage> LiveMeeting with(
            Class<A> messages, BiFunction<Conference, FakeTimers, Topic<A>> begin) {
        return new LiveMeeting(
                100,
                meeting(RoomRules.standard()),
                clock -> List.of(new TopicKind<>(messages, conference -> begin.apply(conference, clock))));
    }

    /** An end-to-end encrypted one, with a topic. */
    public static <A extends ClientMessage> LiveMeeting encrypted(
            Class<A> messages, Function<Conference, Topic<A>> begin) {
        Meeting open = meeting(RoomRules.standard());
        Meeting encrypted = new Meeting(
                open.id(),
                open.name(),
                open.code(),
                open.letters(),
                open.createdAt(),
                open.rules(),
                open.password(),
                Optional.of(new KeyCheck("a".repeat(22), "b".repeat(22))));
        return new LiveMeeting(200, encrypted, clock -> List.of(new TopicKind<>(messages, begin)));
    }

    private LiveMeeting(int participants, RoomRules rules) {
        this(participants, meeting(rules), clock -> List.of());
    }

    private LiveMeeting(int participants, Meeting meeting, Function<FakeTimers, List<TopicKind<?>>> topics) {
        this.meeting = meeting;
        this.topics = topics;
        this.house = new FakeHouseRules(participants);
        MeetingLimits limits = new MeetingLimits(GRACE, participants, 4, 2);
        Settings settings = new Settings(
                Optional.empty(),
                8443,
                "node",
                List.of(),
                List.of(new Settings.IceServer("stun:s.example:3478", null, null)),
                Optional.of(new TurnRelay(List.of("turn:t.example:3478", "turns:t.example:443"), "north")),
                new Settings.MediaPorts(List.of(), "20000", Optional.empty()),
                new Settings.Proxies(false, List.of()),
                limits,
                new Settings.Talk(Duration.ofHours(1), true),
                Settings.Services.standard());
        conferences = new Conferences(
                new Surroundings(settings, house, records, records, records, records, time, time, steps),
                Stream.concat(always(settings).stream(), topics.apply(time).stream())
                        .toList());
    }

    /** The topics without which nobody could come in, be heard or moderate. */
    private List<TopicKind<?>> always(Settings settings) {
        StreamServices streams = new StreamServices(settings, media, time, time, feeds);
        DoorServices doors = new DoorServices(
                new PasswordHashing(new Random(1), 10, new HashingSlots(1, Duration.ofSeconds(2))),
                new PasswordChanges(time),
                steps);
        return List.of(
                new TopicKind<>(ModerationMessages.Ask.class, of -> new ModerationTopic(of, GRACE)),
                new TopicKind<>(StreamMessages.Ask.class, of -> new StreamTopic(of, streams)),
                new TopicKind<>(DoorMessages.Ask.class, of -> new DoorTopic(of, doors)));
    }

    /** The same meeting on a server that remembers places only. */
    public LiveMeeting restarted() {
        LiveMeeting again = new LiveMeeting(100, meeting, topics);
        again.places.putAll(places);
        again.records.rooms.putAll(records.rooms);
        return again;
    }

    Optional<SessionMessages.Refused.Reason> turnsAway() {
        return conferences.turnsAway(meeting);
    }

    public Person join(String name) {
        return join(name, Role.PARTICIPANT);
    }

    public Person join(String name, Role role) {
        Attendance attendance = new Attendance(UUID.randomUUID(), meeting.id(), name, role);
        places.put(name, attendance);
        Arrival.Kind kind = role == Role.CREATOR ? Arrival.Kind.KNOWN : Arrival.Kind.NEWCOMER;
        return enter(attendance, kind, ANYWHERE);
    }

    /** Comes in with another device, as with a link that the first one made. */
    public Person joinWithSecondDevice(Person first) {
        return joinWithSecondDevice(first.participant().attendance());
    }

    /** The same, as it was stored when the link was made. */
    public Person joinWithSecondDevice(Attendance attendance) {
        return enter(
                new Attendance(
                        UUID.randomUUID(),
                        meeting.id(),
                        attendance.name(),
                        attendance.role(),
                        Optional.of(attendance.person()),
                        attendance.room()),
                Arrival.Kind.DEVICE,
                ANYWHERE);
    }

    /** Comes in once more, as with the resume token. */
    public Person resume(String name) {
        Attendance place = places.get(name);
        return enter(place.in(records.rooms.getOrDefault(place.id(), Optional.empty())), Arrival.Kind.KNOWN, ANYWHERE);
    }

    /** Comes into this meeting with a place that they had before the server died. */
    public Person comesBack(Person person) {
        return enter(person.attendance(), Arrival.Kind.KNOWN, ANYWHERE);
    }

    /** Comes to the door as a stranger from somewhere. */
    public Person join(String name, Caller caller, Arrival.Kind kind) {
        Attendance attendance = new Attendance(UUID.randomUUID(), meeting.id(), name, Role.PARTICIPANT);
        places.put(name, attendance);
        return enter(attendance, kind, caller);
    }

    private Person enter(Attendance attendance, Arrival.Kind kind, Caller caller) {
        FakeOutbox outbox = new FakeOutbox();
        List<Admission> answers = new ArrayList<>();
        enter(attendance, kind, caller, outbox, answers::add);
        return new Person(attendance, outbox, answers);
    }

    private void enter(
            Attendance attendance, Arrival.Kind kind, Caller caller, Outbox outbox, Consumer<Admission> answer) {
        conferences.enter(
                meeting,
                new Arrival(attendance, "token", "https://meet.example/m/x", true, true, outbox, caller, kind),
                answer);
    }

    /** Somebody comes in; what they are sent, and that they are in, in the order in which it happens. */
    List<String> orderOfComingIn(String name) {
        List<String> order = new ArrayList<>();
        FakeOutbox outbox = new FakeOutbox() {
            @Override
            public void send(ServerMessage message) {
                order.add(message.getClass().getSimpleName());
            }
        };
        Attendance attendance = new Attendance(UUID.randomUUID(), meeting.id(), name, Role.PARTICIPANT);
        enter(
                attendance,
                Arrival.Kind.NEWCOMER,
                ANYWHERE,
                outbox,
                admission -> order.add(admission.getClass().getSimpleName()));
        return order;
    }

    /** Somebody with a tab. */
    public record Person(Attendance attendance, FakeOutbox outbox, List<Admission> answers) {
        public String id() {
            return attendance.id().toString();
        }

        /** The last word. */
        public Admission admission() {
            return answers.getLast();
        }

        public Presence presence() {
            return ((Admission.Admitted) admission()).presence();
        }

        /** Who waits, as this moderator was told last. */
        public List<DoorMessages.Knock> knocking() {
            return outbox.last(DoorMessages.Knocking.class).people();
        }

        public void withdraw() {
            answers.stream()
                    .filter(Admission.Waiting.class::isInstance)
                    .map(Admission.Waiting.class::cast)
                    .forEach(waiting -> waiting.knock().withdraw());
        }

        public Conference conference() {
            return presence().conference();
        }

        public Participant participant() {
            return presence().participant();
        }

        /** Says something to the topic that handles it. */
        public Optional<Failed.Code> say(ClientMessage message) {
            return conference().handle(participant(), message);
        }

        public void catchUp() {
            conference().catchUp(participant());
        }

        /** Turns microphone and camera on or off. */
        public Optional<Failed.Code> devices(boolean microphone, boolean camera) {
            return say(new StreamMessages.SetDevices(microphone, camera));
        }

        /** Is heard, or not any more, by the microphone. */
        public void speaks(boolean speaking, int level) {
            say(new StreamMessages.Speech(speaking, level));
        }

        /** As a moderator. */
        public void set(RoomSwitch which, boolean on) {
            say(new ModerationMessages.SetSwitch(plenum.protocol.RoomSwitch.valueOf(which.name()), on));
        }

        /** Of the media, as the person was told last. */
        public int epoch() {
            return outbox.all(StreamMessages.MediaReset.class).stream()
                    .reduce((earlier, later) -> later)
                    .map(StreamMessages.MediaReset::epoch)
                    .orElseGet(() -> outbox.last(SessionMessages.Welcome.class).epoch());
        }

        public void vanish() {
            conference().departures().lost(presence());
        }
    }
}
