package plenum.media.kurento;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.kurento.client.KurentoClient;
import org.kurento.client.internal.server.KurentoServerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.media.MediaFleet;
import plenum.platform.Mailbox;
import plenum.platform.Timers;
import plenum.platform.Timers.Timer;

/**
 * One media server. Connects, and reconnects without end after the connection is lost; pings it every two seconds. With the connection, all
 * rooms are lost: a server that was restarted has forgotten them, and on one that was not, {@link Sweep} releases them.
 */
final class KurentoServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(KurentoServer.class);
    /** People sit in silence meanwhile, and a try costs one TCP connection. */
    private static final Duration RETRY = Duration.ofMillis(200);

    private static final Duration LOOK = Duration.ofSeconds(2);
    /** A server that does not answer a look for this long is as good as dead. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final Duration HANDSHAKE = Duration.ofSeconds(2);
    private static final int PROBE_MILLIS = 500;
    private static final int CPU_SAMPLE_MILLIS = 100;

    private final URI url;
    private final Timers timers;
    private final Mailbox mailbox;
    private final Runnable onUp;
    private final Set<KurentoRoom> rooms = ConcurrentHashMap.newKeySet();
    private final AtomicInteger peers = new AtomicInteger();
    private final AtomicBoolean due = new AtomicBoolean();
    private volatile @Nullable KurentoClient client;
    private volatile @Nullable KurentoSocket socket;
    private volatile float cpu;
    private volatile boolean drained;
    private volatile boolean closed;

    /** @param onUp called whenever the server can be used again */
    KurentoServer(URI url, Timers timers, Executor threads, Runnable onUp) {
        this.url = url;
        this.timers = timers;
        this.onUp = onUp;
        this.mailbox = new Mailbox("media server " + address(), threads);
    }

    void start() {
        mailbox.post(this::connect);
    }

    String address() {
        return url.getHost() + ":" + port();
    }

    URI url() {
        return url;
    }

    boolean isDrained() {
        return drained;
    }

    /** @param drained whether no further rooms are opened on it */
    void drain(boolean drained) {
        this.drained = drained;
    }

    MediaFleet.Server state() {
        return new MediaFleet.Server(MediaFleet.withoutSecrets(url), isUp(), drained, cpu, rooms.size(), peers.get());
    }

    boolean isUp() {
        return client != null;
    }

    /** For comparing: percent of the CPU, and a little for each peer, which tells more while little is going on. */
    double load() {
        return cpu + peers.get() * 0.25;
    }

    /** The connection; throws {@link IllegalStateException} when there is none. */
    KurentoClient client() {
        KurentoClient current = client;
        if (current == null) {
            throw new IllegalStateException("media server " + address() + " is not connected");
        }
        return current;
    }

    /** Registers a room that was made over the connection; throws when that has been lost meanwhile. */
    void add(KurentoRoom room, KurentoClient madeOver) {
        rooms.add(room);
        if (client != madeOver) {
            rooms.remove(room);
            throw new IllegalStateException("media server " + address() + " was lost meanwhile");
        }
    }

    Set<KurentoRoom> rooms() {
        return rooms;
    }

    AtomicInteger peers() {
        return peers;
    }

    private void connect() {
        due.set(false);
        if (closed || client != null) {
            return;
        }
        try {
            probe();
            KurentoSocket fresh = new KurentoSocket(url.toString(), this::lost);
            socket = fresh;
            KurentoClient connected = open(fresh);
            connected.getServerManager().getInfo();
            client = connected;
            log.info("media server {} is connected", address());
            onUp.run();
            timers.after(LOOK, () -> look(fresh));
        } catch (IOException | RuntimeException e) {
            log.debug("media server {} cannot be reached", address(), e);
            discard();
            connectSoon();
        }
    }

    private void connectSoon() {
        if (!due.getAndSet(true)) {
            timers.after(RETRY, () -> mailbox.post(this::connect));
        }
    }

    /**
     * On a thread of its own, because kurento-client waits without a limit for the answer to its handshake: for ever when the connection
     * ends before, as the last one that a dying server accepted does.
     */
    private KurentoClient open(KurentoSocket fresh) throws IOException {
        CompletableFuture<KurentoClient> opened = new CompletableFuture<>();
        Thread opener = Thread.ofVirtual().start(() -> {
            try {
                opened.complete(KurentoClient.createFromJsonRpcClientHonoringClientTimeouts(fresh));
            } catch (RuntimeException e) {
                opened.completeExceptionally(e);
            }
        });
        try {
            return opened.get(HANDSHAKE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException("no connection", e.getCause());
        } catch (TimeoutException e) {
            throw abandoned(opener, fresh, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw abandoned(opener, fresh, e);
        }
    }

    /** First closed, then woken up, so that it does not try again. */
    private static IOException abandoned(Thread opener, KurentoSocket fresh, Exception cause) {
        fresh.discard();
        opener.interrupt();
        return new IOException("no answer to the handshake", cause);
    }

    /** Cheaper, and quieter in the log, than letting kurento-client find out. */
    private void probe() throws IOException {
        try (Socket probe = new Socket()) {
            probe.connect(new InetSocketAddress(url.getHost(), port()), PROBE_MILLIS);
        }
    }

    private void look(KurentoSocket looked) {
        if (closed || socket != looked) {
            return;
        }
        // from outside the mailbox, which the question below may be blocking
        Timer impatience = timers.after(PATIENCE, () -> Thread.ofVirtual().start(() -> {
            log.warn("media server {} does not answer", address());
            looked.closeNativeClient();
        }));
        mailbox.post(() -> {
            try {
                cpu = client().getServerManager().getUsedCpu(CPU_SAMPLE_MILLIS);
            } catch (KurentoServerException e) {
                log.debug("media server {} does not tell its load", address(), e);
            } catch (RuntimeException e) {
                log.debug("media server {} could not be asked for its load", address(), e);
                looked.giveUp();
            } finally {
                impatience.cancel();
            }
            timers.after(LOOK, () -> look(looked));
        });
    }

    /** Rooms hear of it before their peers' calls fail, so that people offer again once and not twice. */
    private void lost(KurentoSocket gone) {
        if (closed || socket != gone) {
            return;
        }
        log.warn("media server {} is lost", address());
        client = null;
        rooms.forEach(KurentoRoom::fail);
        rooms.clear();
        peers.set(0);
        mailbox.post(this::discard);
        connectSoon(); // not at once: a dying server still accepts for a moment
    }

    private void discard() {
        KurentoSocket old = socket;
        client = null;
        socket = null;
        if (old != null) {
            old.discard();
        }
    }

    @Override
    public void close() {
        closed = true;
        mailbox.post(this::discard);
        mailbox.close();
    }

    private int port() {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return "wss".equals(url.getScheme()) ? 443 : 80;
    }
}
