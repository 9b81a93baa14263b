package plenum.signaling;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.NullUnmarked;
import plenum.audit.AuditLog;
import plenum.breakout.BreakoutHandler;
import plenum.breakout.Breakouts;
import plenum.chat.ChatHandler;
import plenum.chat.ChatLog;
import plenum.chat.Retention;
import plenum.check.Checks;
import plenum.conference.Conferences;
import plenum.conference.PermissionTable;
import plenum.conference.Surroundings;
import plenum.door.DoorHandler;
import plenum.media.MediaGateway;
import plenum.media.kurento.KurentoGateway;
import plenum.meeting.Attendances;
import plenum.meeting.Blocks;
import plenum.meeting.Meetings;
import plenum.meeting.PasswordGate;
import plenum.meeting.PasswordTries;
import plenum.moderation.ModerationHandler;
import plenum.platform.Settings;
import plenum.platform.Timers;
import plenum.poll.PollHandler;
import plenum.poll.Polls;
import plenum.protocol.ProtocolCodec;
import plenum.reaction.HandHandler;
import plenum.reaction.Hands;
import plenum.reaction.ReactionHandler;
import plenum.stream.StreamHandler;

/** Puts the live part of the application together, once, from plain Java objects. */
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
    AuditLog audit;

    @Inject
    RandomGenerator random;

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

    private final SocketThreads socketThreads = new SocketThreads();
    private ExecutorService threads;
    private KurentoGateway gateway;
    private Reception reception;
    private Checks checks;

    @PostConstruct
    void assemble() {
        threads = virtualThreads();
        gateway = new KurentoGateway(settings.mediaServers(), settings.node(), timers, threads);
        Conferences conferences = new Conferences(new Surroundings(
                settings, attendances, meetings, blocks, audit, gateway, timers, clock, random, threads));
        checks = new Checks(settings, gateway, timers, clock, threads);
        PermissionTable permissions = new PermissionTable();
        reception = new Reception(
                new Entrance(
                        meetings, attendances, blocks, new PasswordGate(passwordTries), conferences, timers, clock),
                new MessageRouter(permissions, new StreamHandler(), new DoorHandler(), new ModerationHandler(), talk()),
                permissions,
                new ProtocolCodec(),
                timers,
                clock,
                threads);
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        gateway.start();
        new Retention(
                        settings.talk().kept(),
                        List.of(chatLog::forget, polls::forget, hands::forget),
                        clock,
                        timers,
                        threads)
                .start();
    }

    private TalkHandlers talk() {
        HandHandler raised = new HandHandler(hands, clock);
        return new TalkHandlers(
                new ChatHandler(chatLog, settings.talk(), clock),
                raised,
                new ReactionHandler(clock),
                new PollHandler(polls, clock),
                new BreakoutHandler(breakouts, clock, random, raised::moved));
    }

    Reception reception() {
        return reception;
    }

    SocketThreads socketThreads() {
        return socketThreads;
    }

    Checks checks() {
        return checks;
    }

    @Produces
    MediaGateway media() {
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
