package plenum.media.kurento;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.media.MediaFleet;
import plenum.media.MediaGateway;
import plenum.media.MediaRoom;
import plenum.media.RoomListener;
import plenum.platform.Timers;

/** Opens rooms on the least loaded media server. A request that finds none waits until one can be reached. */
public final class KurentoGateway implements MediaGateway, MediaFleet, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(KurentoGateway.class);
    private static final Duration RETRY = Duration.ofMillis(500);
    /** Time for people to come back to a restarted server before what they left behind is cleared away. */
    private static final Duration SWEEP = Duration.ofSeconds(45);

    private final List<KurentoServer> servers = new CopyOnWriteArrayList<>();
    private final String node;
    private final Executor threads;
    private final Timers timers;
    private final Queue<Wanted> waiting = new ArrayDeque<>();

    /**
     * @param node name of this server, to know its own rooms among those of others
     * @param threads gives a thread that may block for each task
     */
    public KurentoGateway(List<URI> urls, String node, Timers timers, Executor threads) {
        this.node = node;
        this.threads = threads;
        this.timers = timers;
        urls.forEach(url -> servers.add(new KurentoServer(url, timers, threads, this::serveWaiting)));
    }

    public void start() {
        servers.forEach(KurentoServer::start);
        Sweep sweep = new Sweep(node);
        timers.every(SWEEP, () -> threads.execute(() -> servers.forEach(sweep::clear)));
    }

    @Override
    public CompletableFuture<MediaRoom> open(String label, RoomListener listener) {
        CompletableFuture<MediaRoom> future = new CompletableFuture<>();
        threads.execute(() -> serve(new Wanted(label, listener, future)));
        return future;
    }

    @Override
    public List<ServerHealth> health() {
        return servers.stream()
                .map(server -> new ServerHealth(server.address(), server.isUp()))
                .toList();
    }

    @Override
    public List<Server> servers() {
        return servers.stream().map(KurentoServer::state).toList();
    }

    @Override
    public synchronized void add(URI url) {
        if (find(url).isEmpty()) {
            KurentoServer server = new KurentoServer(url, timers, threads, this::serveWaiting);
            servers.add(server);
            server.start();
        }
    }

    @Override
    public void drain(URI url, boolean drained) {
        find(url).ifPresent(server -> server.drain(drained));
        if (!drained) {
            serveWaiting();
        }
    }

    @Override
    public synchronized boolean remove(URI url) {
        Optional<KurentoServer> found = find(url);
        if (found.isEmpty()) {
            return true;
        }
        KurentoServer server = found.get();
        boolean before = server.isDrained();
        server.drain(true);
        if (!server.rooms().isEmpty()) {
            server.drain(before);
            return false;
        }
        servers.remove(server);
        server.close();
        return true;
    }

    private Optional<KurentoServer> find(URI url) {
        return servers.stream()
                .filter(server -> MediaFleet.withoutSecrets(server.url()).equals(MediaFleet.withoutSecrets(url)))
                .findFirst();
    }

    private void serveWaiting() {
        for (Wanted wanted = nextWaiting(); wanted != null; wanted = nextWaiting()) {
            Wanted next = wanted;
            threads.execute(() -> serve(next));
        }
    }

    private @Nullable Wanted nextWaiting() {
        synchronized (waiting) {
            return waiting.poll();
        }
    }

    private void serve(Wanted wanted) {
        if (wanted.room.isDone()) {
            return;
        }
        Optional<KurentoServer> server = leastLoaded();
        if (server.isEmpty()) {
            hold(wanted);
            return;
        }
        try {
            KurentoRoom room = KurentoRoom.open(server.get(), node, wanted.label, wanted.listener, threads);
            if (!wanted.room.complete(room)) {
                room.close();
            }
        } catch (RuntimeException e) {
            log.warn("media server {} did not open a room", server.get().address(), e);
            timers.after(RETRY, () -> threads.execute(() -> serve(wanted)));
        }
    }

    private void hold(Wanted wanted) {
        synchronized (waiting) {
            waiting.removeIf(other -> other.room.isDone());
            waiting.add(wanted);
        }
        // one may have come up between the look and the queue
        if (leastLoaded().isPresent()) {
            serveWaiting();
        }
    }

    private Optional<KurentoServer> leastLoaded() {
        return servers.stream()
                .filter(server -> server.isUp() && !server.isDrained())
                .min(Comparator.comparingDouble(KurentoServer::load));
    }

    @Override
    public void close() {
        servers.forEach(KurentoServer::close);
    }

    private record Wanted(String label, RoomListener listener, CompletableFuture<MediaRoom> room) {}
}
