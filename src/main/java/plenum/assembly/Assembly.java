package plenum.assembly;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.Identities;
import plenum.account.Sessions;
import plenum.audit.AuditLog;
import plenum.breakout.BreakoutTopic;
import plenum.breakout.Breakouts;
import plenum.chat.ChatLog;
import plenum.chat.ChatTopic;
import plenum.check.Checks;
import plenum.conference.Conferences;
import plenum.conference.HouseRules;
import plenum.conference.ResumeWindow;
import plenum.conference.Surroundings;
import plenum.conference.TopicKind;
import plenum.desk.DeskSeats;
import plenum.desk.DeskTickets;
import plenum.desk.DeskTopic;
import plenum.door.DoorServices;
import plenum.door.DoorTopic;
import plenum.door.PasswordChanges;
import plenum.ink.InkTopic;
import plenum.job.Jobs;
import plenum.media.MediaFleet;
import plenum.media.MediaGateway;
import plenum.media.kurento.KurentoGateway;
import plenum.meeting.Attendances;
import plenum.meeting.Blocks;
import plenum.meeting.CodeTries;
import plenum.meeting.GuessLimits;
import plenum.meeting.Meetings;
import plenum.meeting.Memberships;
import plenum.meeting.PasswordGate;
import plenum.meeting.PasswordHashing;
import plenum.meeting.PasswordTries;
import plenum.moderation.ModerationTopic;
import plenum.platform.HashingSlots;
import plenum.platform.Retention;
import plenum.platform.Settings;
import plenum.platform.Timers;
import plenum.policy.KeptKind;
import plenum.policy.Policy;
import plenum.policy.SuiteModule;
import plenum.poll.PollTopic;
import plenum.poll.Polls;
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
import plenum.protocol.SecrecyMessages;
import plenum.protocol.StreamMessages;
import plenum.protocol.TimerMessages;
import plenum.protocol.WhiteboardMessages;
import plenum.reaction.Hands;
import plenum.reaction.ReactionTopic;
import plenum.recording.DeliverRecording;
import plenum.recording.LiveRecordings;
import plenum.recording.RecordingServices;
import plenum.recording.RecordingTickets;
import plenum.recording.RecordingTopic;
import plenum.recording.Recordings;
import plenum.secrecy.SecrecyTopic;
import plenum.signaling.Entrance;
import plenum.signaling.Placement;
import plenum.signaling.Reception;
import plenum.signaling.Recognition;
import plenum.signaling.SignedInTabs;
import plenum.socket.SocketServices;
import plenum.stream.AllFeeds;
import plenum.stream.StreamServices;
import plenum.stream.StreamTopic;
import plenum.timer.MeetingTimers;
import plenum.timer.TimerTopic;
import plenum.whiteboard.BoardBudget;
import plenum.whiteboard.BoardTickets;
import plenum.whiteboard.Boards;
import plenum.whiteboard.WhiteboardTopic;

/** Makes the live part of the application, once, from plain Java objects, and produces what is injected of it. */
@ApplicationScoped
@NullUnmarked
public class Assembly {
    @Inject
    Settings settings;

    @Inject
    Meetings meetings;

    @Inject
    Attendances attendances;

    @Inject
    Blocks blocks;

    @Inject
    PasswordTries passwordTries;

    @Inject
    CodeTries codeTries;

    @Inject
    AuditLog audit;

    @Inject
    RandomGenerator random;

    @Inject
    HashingSlots hashing;

    @Inject
    Timers timers;

    @Inject
    InstantSource clock;

    @Inject
    ChatLog chatLog;

    @Inject
    Hands hands;

    @Inject
    Polls polls;

    @Inject
    Breakouts breakouts;

    @Inject
    MeetingTimers meetingTimers;

    @Inject
    Policy policy;

    @Inject
    Boards boards;

    @Inject
    Memberships memberships;

    @Inject
    Identities identities;

    @Inject
    Sessions sessions;

    private BoardTickets boardTickets;
    private BoardBudget boardBudget;

    @Inject
    Recordings recordings;

    @Inject
    RecordingTickets recordingTickets;

    @Inject
    LiveRecordings liveRecordings;

    @Inject
    Jobs jobs;

    private DeskTickets deskTickets;
    private DeskSeats deskSeats;
    private ExecutorService threads;
    private KurentoGateway gateway;
    private PasswordHashing passwords;
    private SocketServices sockets;
    private ResumeWindow resumes;
    private SignedInTabs signedInTabs;
    private Reception reception;
    private Conferences conferences;
    private Checks checks;

    @PostConstruct
    void assemble() {
        threads = virtualThreads();
        passwords = new PasswordHashing(random, hashing);
        sockets = new SocketServices(settings.services().sockets(), timers, clock);
        deskTickets = new DeskTickets(random, clock);
        boardTickets = new BoardTickets(random);
        boardBudget = BoardBudget.ofThisProcess();
        deskSeats = new DeskSeats(deskTickets, timers, clock, random);
        gateway = new KurentoGateway(settings.mediaServers(), settings.node(), timers, threads);
        conferences = new Conferences(
                new Surroundings(settings, houseRules(), attendances, meetings, blocks, audit, timers, clock, threads),
                topics());
        resumes = new ResumeWindow(
                attendances, meetings, conferences.held(), settings.meetings().grace(), clock);
        policy.onChange(conferences::houseRulesChanged);
        checks = new Checks(settings, gateway, timers, clock, threads);
        signedInTabs = new SignedInTabs(sessions::running);
        Recognition.Accounts accounts = new Recognition.Accounts(memberships, identities::ofToken);
        reception = new Reception(
                new Entrance(
                        meetings,
                        new Recognition(meetings, attendances, resumes, accounts),
                        new Placement(attendances, blocks, memberships),
                        new PasswordGate(passwordTries, passwords),
                        conferences,
                        timers,
                        clock),
                signedInTabs,
                new ProtocolCodec(),
                threads);
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        gateway.start();
        resumes.start(timers, threads);
        signedInTabs.start(timers, threads);
        retention().start();
    }

    private Retention retention() {
        Supplier<Duration> talk = () -> policy.kept(KeptKind.TALK);
        return new Retention(clock, timers, threads)
                .before(() -> meetings.used(conferences.live()))
                .delete("messages", talk, chatLog::forget)
                .delete("polls", talk, polls::forget)
                .delete("hands", talk, hands::forget)
                .delete("places", () -> policy.kept(KeptKind.ATTENDANCE), attendances::forget)
                .delete("lines of the audit", () -> policy.kept(KeptKind.AUDIT), audit::forget)
                .delete("wrong codes", GuessLimits.WINDOW, codeTries::forget)
                .delete("wrong passwords", GuessLimits.WINDOW, passwordTries::forget)
                .delete("meetings", () -> policy.kept(KeptKind.MEETINGS), meetings::forget);
    }

    private HouseRules houseRules() {
        return new HouseRules() {
            @Override
            public boolean areKnown() {
                return policy.isKnown();
            }

            @Override
            public boolean guestsOnlyByLobby() {
                return policy.guestsOnlyByLobby();
            }

            @Override
            public int places() {
                return policy.peopleOfGuests();
            }
        };
    }

    /** In the order in which they are told of people: first the rules, then media, then rooms, then what is said there. */
    private List<TopicKind<?>> topics() {
        Duration grace = settings.meetings().grace();
        DoorServices doors = new DoorServices(passwords, new PasswordChanges(clock), threads);
        AllFeeds feeds = new AllFeeds();
        StreamServices streams = new StreamServices(settings, gateway, timers, clock, feeds);
        RecordingServices recorded = new RecordingServices(
                settings.services().recording(),
                recordings,
                recordingTickets,
                liveRecordings,
                feeds,
                over -> jobs.schedule(DeliverRecording.KIND, over.toString(), over),
                grace,
                timers,
                clock,
                threads);
        return List.of(
                new TopicKind<>(ModerationMessages.Ask.class, of -> new ModerationTopic(of, grace)),
                new TopicKind<>(StreamMessages.Ask.class, of -> new StreamTopic(of, streams)),
                new TopicKind<>(DoorMessages.Ask.class, of -> new DoorTopic(of, doors)),
                new TopicKind<>(BreakoutMessages.Ask.class, of -> new BreakoutTopic(of, breakouts, clock, random)),
                new TopicKind<>(
                        ChatMessages.Ask.class,
                        of -> new ChatTopic(of, chatLog, settings.talk(), clock),
                        () -> policy.has(SuiteModule.CHAT)),
                new TopicKind<>(ReactionMessages.Ask.class, of -> new ReactionTopic(of, hands, clock)),
                new TopicKind<>(PollMessages.Ask.class, of -> new PollTopic(of, polls, clock)),
                new TopicKind<>(
                        RecordingMessages.Ask.class,
                        of -> new RecordingTopic(of, recorded),
                        () -> policy.has(SuiteModule.RECORDING)),
                new TopicKind<>(TimerMessages.Ask.class, of -> new TimerTopic(of, meetingTimers, clock)),
                new TopicKind<>(InkMessages.Ask.class, InkTopic::new),
                new TopicKind<>(
                        WhiteboardMessages.Ask.class,
                        of -> new WhiteboardTopic(of, boards, boardBudget, boardTickets),
                        () -> policy.has(SuiteModule.WHITEBOARD)),
                new TopicKind<>(SecrecyMessages.Ask.class, SecrecyTopic::new),
                new TopicKind<>(DeskMessages.Ask.class, of -> new DeskTopic(of, deskTickets)));
    }

    @Produces
    SocketServices sockets() {
        return sockets;
    }

    @Produces
    Reception reception() {
        return reception;
    }

    @Produces
    Checks checks() {
        return checks;
    }

    /** One for the whole process, pages included. */
    @Produces
    PasswordHashing passwords() {
        return passwords;
    }

    @Produces
    Conferences conferences() {
        return conferences;
    }

    @Produces
    DeskSeats deskSeats() {
        return deskSeats;
    }

    @Produces
    BoardTickets boardTickets() {
        return boardTickets;
    }

    @Produces
    MediaGateway media() {
        return gateway;
    }

    @Produces
    MediaFleet fleet() {
        return gateway;
    }

    @PreDestroy
    void close() {
        gateway.close();
        threads.shutdownNow();
    }

    /** With the application's class loader: whoever starts such a thread may be a library's own. */
    private static ExecutorService virtualThreads() {
        ClassLoader loader = Assembly.class.getClassLoader();
        return Executors.newThreadPerTaskExecutor(task -> {
            Thread thread = Thread.ofVirtual().name("plenum").unstarted(task);
            thread.setContextClassLoader(loader);
            return thread;
        });
    }
}
