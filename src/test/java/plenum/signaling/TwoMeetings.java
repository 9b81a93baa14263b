package plenum.signaling;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import plenum.breakout.BreakoutTopic;
import plenum.breakout.FakeBreakouts;
import plenum.chat.ChatTopic;
import plenum.chat.FakeChatLog;
import plenum.conference.Conferences;
import plenum.conference.FakeMedia;
import plenum.conference.FakeTimers;
import plenum.conference.Surroundings;
import plenum.conference.TopicKind;
import plenum.desk.DeskTickets;
import plenum.desk.DeskTopic;
import plenum.door.DoorTopic;
import plenum.door.PasswordChanges;
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
import plenum.protocol.ModerationMessages;
import plenum.protocol.PollMessages;
import plenum.protocol.ProtocolCodec;
import plenum.protocol.ReactionMessages;
import plenum.protocol.StreamMessages;
import plenum.protocol.TimerMessages;
import plenum.reaction.FakeHands;
import plenum.reaction.ReactionTopic;
import plenum.socket.SocketServices;
import plenum.stream.StreamTopic;
import plenum.timer.FakeMeetingTimers;
import plenum.timer.TimerTopic;

/**
 * The application from the socket to the store, in memory: a meeting in which people have talked, with somebody who waits at its door, and
 * another meeting.
 */
final class TwoMeetings {
    static final String POLL = "5f0c2d9e-9a53-4a52-8c2f-2d6f0f7b8f11";
    /** What nobody outside may learn. Names are such that no other text has them. */
    static final List<String> SECRETS = List.of(
            "Board meeting",
            "Cleo Creator",
            "Mona Moderator",
            "Vera Viewer",
            "Wanted Waiting",
            "between us",
            "Dismiss whom",
            "offer of Vera");

    private static final Settings.Sockets SOCKETS = new Settings.Sockets(100, 100, 8);

    final FakeTimers time = new FakeTimers();
    final SocketServices sockets = new SocketServices(SOCKETS, time, time);
    final FakeHouse house = new FakeHouse();
    final Meetings.Created ours = house.create("Board meeting");
    final Meetings.Created other = house.create("Elsewhere");
    final FakeTab cleo;
    final FakeTab mona;
    final FakeTab vera;
    final FakeTab knocker;
    final long chatMessage;
    private final Reception reception = reception();

    TwoMeetings() {
        cleo = creator(ours).join("Cleo Creator");
        mona = stranger(ours).join("Mona Moderator");
        vera = stranger(ours).join("Vera Viewer");
        cleo.say("{\"type\":\"promote\",\"participant\":\"" + mona.self() + "\"}");
        vera.say("{\"type\":\"publish\",\"source\":\"camera\",\"epoch\":1,\"offer\":\"offer of Vera\"}");
        cleo.say("{\"type\":\"chat-send\",\"key\":\"first\",\"text\":\"between us\"}");
        cleo.say("{\"type\":\"poll-save\",\"poll\":\"" + POLL + "\",\"question\":\"Dismiss whom\","
                + "\"options\":[\"A\",\"B\"],\"multiple\":false,\"anonymous\":false}");
        cleo.say("{\"type\":\"poll-open\",\"poll\":\"" + POLL + "\"}");
        vera.say("{\"type\":\"raise-hand\",\"raised\":true}");
        chatMessage = cleo.last("chat-message").at("/entry/id").asLong();
        knocker = stranger(ours);
    }

    /** From now on everybody has to knock, and one does. */
    void close() {
        cleo.say("{\"type\":\"set-switch\",\"which\":\"lobby\",\"on\":true}");
        knocker.join("Wanted Waiting");
    }

    FakeTab stranger(Meetings.Created meeting) {
        return new FakeTab(meeting.meeting().letters().text(), Map.of(), reception, sockets);
    }

    FakeTab creator(Meetings.Created meeting) {
        String letters = meeting.meeting().letters().text();
        return new FakeTab(letters, Map.of(letters, meeting.creatorToken()), reception, sockets);
    }

    /** Of the one who waits. */
    String knock() {
        return cleo.last("knocking").at("/people/0/id").asText();
    }

    /** How much the people of our meeting have heard so far. */
    int heardInside() {
        return cleo.heard.size() + mona.heard.size() + vera.heard.size();
    }

    private Reception reception() {
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
                new MeetingLimits(Duration.ofSeconds(60), 100, 4, 2),
                talk,
                Settings.Services.standard());
        PasswordHashing passwords = new PasswordHashing(new Random(4), 10, new HashingSlots(1, Duration.ofSeconds(2)));
        PasswordChanges changes = new PasswordChanges(time);
        Conferences conferences = new Conferences(
                new Surroundings(
                        settings,
                        house,
                        house,
                        house,
                        passwords,
                        house,
                        new FakeMedia(),
                        time,
                        time,
                        new Random(1),
                        Runnable::run),
                List.of(
                        new TopicKind<>(
                                BreakoutMessages.Ask.class,
                                of -> new BreakoutTopic(of, new FakeBreakouts(), time, new Random(2))),
                        new TopicKind<>(ChatMessages.Ask.class, of -> new ChatTopic(of, new FakeChatLog(), talk, time)),
                        new TopicKind<>(ReactionMessages.Ask.class, of -> new ReactionTopic(of, new FakeHands(), time)),
                        new TopicKind<>(PollMessages.Ask.class, of -> new PollTopic(of, new FakePolls(), time)),
                        new TopicKind<>(
                                TimerMessages.Ask.class, of -> new TimerTopic(of, new FakeMeetingTimers(), time)),
                        new TopicKind<>(
                                DeskMessages.Ask.class, of -> new DeskTopic(of, new DeskTickets(new Random(3), time))),
                        new TopicKind<>(StreamMessages.Ask.class, StreamTopic::new),
                        new TopicKind<>(DoorMessages.Ask.class, of -> new DoorTopic(of, changes)),
                        new TopicKind<>(ModerationMessages.Ask.class, ModerationTopic::new)));
        return new Reception(
                new Entrance(house, house, house, new PasswordGate(house, passwords), conferences, time, time),
                new ProtocolCodec(),
                Runnable::run);
    }
}
