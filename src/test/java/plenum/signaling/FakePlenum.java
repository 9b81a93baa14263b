package plenum.signaling;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import plenum.breakout.BreakoutTopic;
import plenum.breakout.FakeBreakouts;
import plenum.chat.ChatTopic;
import plenum.chat.FakeChatLog;
import plenum.conference.Conferences;
import plenum.conference.FakeHouseRules;
import plenum.conference.FakeMedia;
import plenum.conference.FakeTimers;
import plenum.conference.ResumeWindow;
import plenum.conference.Surroundings;
import plenum.conference.TopicKind;
import plenum.desk.DeskTickets;
import plenum.desk.DeskTopic;
import plenum.door.DoorServices;
import plenum.door.DoorTopic;
import plenum.door.PasswordChanges;
import plenum.ink.InkTopic;
import plenum.meeting.Meetings;
import plenum.meeting.PasswordGate;
import plenum.meeting.PasswordHashing;
import plenum.moderation.ModerationTopic;
import plenum.platform.HashingSlots;
import plenum.platform.Settings;
import plenum.platform.Settings.MeetingLimits;
import plenum.poll.FakePolls;
import plenum.poll.PollTopic;
import plenum.protocol.BreakoutMessages;
import plenum.protocol.ChatMessages;
import plenum.protocol.DeskMessages;
import plenum.protocol.DoorMessages;
import plenum.protocol.InkMessages;
import plenum.protocol.ModerationMessages;
import plenum.protocol.PollMessages;
import plenum.protocol.ProtocolCodec;
import plenum.protocol.ReactionMessages;
import plenum.protocol.RecordingMessages;
import plenum.protocol.StreamMessages;
import plenum.protocol.TimerMessages;
import plenum.protocol.WhiteboardMessages;
import plenum.reaction.FakeHands;
import plenum.reaction.ReactionTopic;
import plenum.recording.FakeRecordings;
import plenum.recording.LiveRecordings;
import plenum.recording.RecordingServices;
import plenum.recording.RecordingTickets;
import plenum.recording.RecordingTopic;
import plenum.socket.SocketServices;
import plenum.stream.AllFeeds;
import plenum.stream.StreamServices;
import plenum.stream.StreamTopic;
import plenum.timer.FakeMeetingTimers;
import plenum.timer.TimerTopic;
import plenum.whiteboard.BoardBudget;
import plenum.whiteboard.BoardTickets;
import plenum.whiteboard.FakeBoards;
import plenum.whiteboard.WhiteboardTopic;

/** The application from the socket to the store, in memory. */
final class FakePlenum {
    static final Duration GRACE = Duration.ofSeconds(60);
    private static final Duration PING_EVERY = Duration.ofSeconds(20);

    private static final Settings.Sockets SOCKETS = new Settings.Sockets(100, 100, 8);

    final FakeTimers time = new FakeTimers();
    final SocketServices sockets = new SocketServices(SOCKETS, time, time);
    final FakeHouse house = new FakeHouse(time);
    final FakeMembers members = new FakeMembers();
    private Reception reception = assembled();

    FakeTab stranger(Meetings.Created meeting) {
        return new FakeTab(meeting.meeting().letters().text(), Map.of(), reception, sockets);
    }

    FakeTab creator(Meetings.Created meeting) {
        String letters = meeting.meeting().letters().text();
        return new FakeTab(letters, Map.of(letters, meeting.creatorToken()), reception, sockets);
    }

    /** A tab of somebody who is signed in. */
    FakeTab member(Meetings.Created meeting, String session) {
        String letters = meeting.meeting().letters().text();
        return new FakeTab(letters, Map.of(), Optional.of(session), reception, sockets);
    }

    /** Time passes in which these tabs show that they are alive; the sockets of all others are cut. */
    void pass(Duration duration, FakeTab... alive) {
        Instant end = time.instant().plus(duration);
        while (time.instant().isBefore(end)) {
            Arrays.stream(alive).forEach(tab -> tab.say("{\"type\":\"ping\",\"sent\":1}"));
            Duration left = Duration.between(time.instant(), end);
            time.pass(left.compareTo(PING_EVERY) < 0 ? left : PING_EVERY);
        }
    }

    /** The server dies, and another one starts on the same database after a while. Sockets of before are dead. */
    void crash(Duration outage) {
        time.forget();
        time.pass(outage);
        reception = assembled();
    }

    private Reception assembled() {
        Settings.Talk talk = new Settings.Talk(Duration.ofHours(1), true);
        Settings settings = new Settings(
                Optional.empty(),
                8443,
                "node",
                List.of(),
                List.of(),
                Optional.empty(),
                new Settings.MediaPorts(List.of(), "20000", Optional.empty()),
                new Settings.Proxies(false, List.of()),
                new MeetingLimits(GRACE, 100, 4, 2),
                talk,
                Settings.Services.standard());
        PasswordHashing passwords = new PasswordHashing(new Random(4), 10, new HashingSlots(1, Duration.ofSeconds(2)));
        DoorServices doors = new DoorServices(passwords, new PasswordChanges(time), Runnable::run);
        AllFeeds feeds = new AllFeeds();
        RecordingServices recorded = new RecordingServices(
                settings.services().recording(),
                new FakeRecordings(),
                new RecordingTickets(new Random(5), time),
                new LiveRecordings(),
                feeds,
                over -> {},
                GRACE,
                time,
                time,
                Runnable::run);
        Conferences conferences = new Conferences(
                new Surroundings(
                        settings, new FakeHouseRules(100), house, house, house, house, time, time, Runnable::run),
                List.of(
                        new TopicKind<>(ModerationMessages.Ask.class, of -> new ModerationTopic(of, GRACE)),
                        new TopicKind<>(
                                BreakoutMessages.Ask.class,
                                of -> new BreakoutTopic(of, new FakeBreakouts(), time, new Random(2))),
                        new TopicKind<>(ChatMessages.Ask.class, of -> new ChatTopic(of, new FakeChatLog(), talk, time)),
                        new TopicKind<>(ReactionMessages.Ask.class, of -> new ReactionTopic(of, new FakeHands(), time)),
                        new TopicKind<>(PollMessages.Ask.class, of -> new PollTopic(of, new FakePolls(), time)),
                        new TopicKind<>(
                                TimerMessages.Ask.class, of -> new TimerTopic(of, new FakeMeetingTimers(), time)),
                        new TopicKind<>(InkMessages.Ask.class, InkTopic::new),
                        new TopicKind<>(
                                WhiteboardMessages.Ask.class,
                                of -> new WhiteboardTopic(
                                        of,
                                        new FakeBoards(),
                                        new BoardBudget(1_000_000),
                                        new BoardTickets(new Random(4)))),
                        new TopicKind<>(RecordingMessages.Ask.class, of -> new RecordingTopic(of, recorded)),
                        new TopicKind<>(
                                DeskMessages.Ask.class, of -> new DeskTopic(of, new DeskTickets(new Random(3), time))),
                        new TopicKind<>(
                                StreamMessages.Ask.class,
                                of -> new StreamTopic(
                                        of, new StreamServices(settings, new FakeMedia(), time, time, feeds))),
                        new TopicKind<>(DoorMessages.Ask.class, of -> new DoorTopic(of, doors))));
        ResumeWindow resumes = new ResumeWindow(house, house, conferences.held(), GRACE, time);
        resumes.start(time, Runnable::run);
        SignedInTabs signedIn = new SignedInTabs(members::running);
        signedIn.start(time, Runnable::run);
        return new Reception(
                new Entrance(
                        house,
                        new Recognition(house, house, resumes, new Recognition.Accounts(members, members::identify)),
                        new Placement(house, house, members),
                        new PasswordGate(house, passwords),
                        conferences,
                        time,
                        time),
                signedIn,
                new ProtocolCodec(),
                Runnable::run);
    }
}
