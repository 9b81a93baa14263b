package plenum.mediaserver;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.mediaserver.element.ElementCatalog;
import plenum.mediaserver.element.ServerLoad;
import plenum.mediaserver.element.ServerManager;
import plenum.mediaserver.object.MediaObject;
import plenum.mediaserver.object.ObjectContext;
import plenum.mediaserver.object.ObjectRegistry;
import plenum.mediaserver.object.RegistryListener;
import plenum.mediaserver.object.Subscriptions;
import plenum.mediaserver.record.Recorders;
import plenum.mediaserver.rpc.JsonRpcServer;
import plenum.mediaserver.rpc.RpcDispatcher;
import plenum.mediaserver.rpc.SessionRoutes;
import plenum.mediaserver.rpc.StatusPages;
import plenum.mediaserver.webrtc.PlainPeers;
import plenum.mediaserver.webrtc.WebRtcPeers;
import plenum.mediaserver.webrtc.WebRtcSettings;

/**
 * The assembled media server: the only class that knows both the protocol and the elements. It does not own the WebRTC peers' engine; the
 * caller that made it closes it after the server.
 */
public final class MediaServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MediaServer.class);

    private static final Duration LONGEST_STORING = Duration.ofSeconds(1); // of the two that SIGTERM may take

    private final ServerSettings settings;
    private final SessionRoutes routes = new SessionRoutes();
    private final ObjectRegistry registry = new ObjectRegistry();
    private final ScheduledExecutorService managerThread = managerThread();
    private final JsonRpcServer server;
    private final Recorders recorders;

    public MediaServer(ServerSettings settings, WebRtcPeers peers, ServerLoad load, InstantSource clock) {
        this.settings = settings;
        recorders = new Recorders(peers.clock(), settings.locations());
        Supplier<String> uuids = () -> UUID.randomUUID().toString();
        Subscriptions subscriptions = new Subscriptions(routes, uuids);
        ObjectContext context = new ObjectContext(registry, subscriptions, clock, uuids);
        ElementCatalog catalog = new ElementCatalog(context, peers, plain(peers), recorders, settings.locations());
        ServerManager manager = new ServerManager(context, managerThread, load, catalog);
        registry.addPermanent(manager);
        registry.addListener(manager);
        registry.addListener(new SubscriptionsFollow(subscriptions));
        ServerMetrics metrics = new ServerMetrics(registry, peers, load);
        server = new JsonRpcServer(
                new RpcDispatcher(context, catalog, routes),
                settings.token(),
                new Pages(new ServerHealth(registry, peers), metrics));
    }

    private Optional<PlainPeers> plain(WebRtcPeers peers) {
        return settings.rtpPorts().map(ports -> {
            WebRtcSettings defaults = WebRtcSettings.defaults();
            InetAddress announced = settings.mediaAddresses().stream()
                    .findFirst()
                    .orElseGet(() -> InetAddress.ofLiteral(defaults.addresses().getFirst()));
            InetAddress bound =
                    announced.isLoopbackAddress() ? announced : InetAddress.ofLiteral(defaults.bindAddress());
            return new PlainPeers(
                    peers.clock(),
                    new PlainPeers.Place(announced, bound, ports.first(), ports.last(), defaults.codecPreference()));
        });
    }

    /** One thread that drops what comes after its end: loops may still close objects then, and nobody is left to hear of it. */
    private static ScheduledExecutorService managerThread() {
        return new ScheduledThreadPoolExecutor(
                1,
                Thread.ofPlatform().name("plenum-manager").daemon().factory(),
                new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Listens and begins to collect. Returns the address that clients connect to. */
    public InetSocketAddress start() throws IOException {
        InetSocketAddress address = server.start(settings.listen());
        long period = settings.collectionPeriod().toMillis();
        managerThread.scheduleAtFixedRate(this::collect, period, period, TimeUnit.MILLISECONDS);
        return address;
    }

    /** Connected clients are alive, even without a request or ping. */
    void collect() {
        try {
            routes.connectedSessions().forEach(registry::keepAlive);
            registry.collect();
        } catch (RuntimeException e) {
            LOG.error("sessions could not be collected", e);
        }
    }

    ObjectRegistry registry() {
        return registry;
    }

    /** First nobody can ask for anything any more, then everything is released. */
    @Override
    public void close() {
        server.close();
        registry.clear();
        recorders.awaitStored(LONGEST_STORING);
        managerThread.shutdown();
    }

    private record Pages(ServerHealth state, ServerMetrics counters) implements StatusPages {
        @Override
        public CompletionStage<String> health() {
            return state.toJson();
        }

        @Override
        public CompletionStage<String> metrics() {
            return counters.toText();
        }
    }

    /** Subscriptions go with what they are to and with whose they are. */
    private record SubscriptionsFollow(Subscriptions subscriptions) implements RegistryListener {
        @Override
        public void created(MediaObject object) {
            // nobody can have subscribed yet
        }

        @Override
        public void destroyed(MediaObject object) {
            subscriptions.forgetObject(object.id());
        }

        @Override
        public void sessionEnded(String sessionId) {
            subscriptions.forgetSession(sessionId);
        }
    }
}
