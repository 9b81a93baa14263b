package plenum.mediaserver;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.mediaserver.element.ProcessLoad;
import plenum.mediaserver.webrtc.WebRtcEngine;
import plenum.mediaserver.webrtc.WebRtcPeers;
import plenum.mediaserver.webrtc.WebRtcSettings;

/** Starts the media server from the command line. Exit codes: 1 when it cannot start, 2 for a bad setting, 3 for a busy port. */
public final class MediaServerMain {
    static final int CANNOT_START = 1;
    static final int BAD_SETTING = 2;
    static final int BUSY_PORT = 3;

    /** Starts, and ends again at once: the build notes on the way what a start needs, so that later ones take half the time. */
    private static final String REHEARSE = "--rehearse";

    private static final Map<String, String> REHEARSAL =
            Map.of(ServerSettings.PORT, "0", ServerSettings.BIND, "127.0.0.1");

    private static final Logger LOG = LoggerFactory.getLogger(MediaServerMain.class);

    private MediaServerMain() {}

    /** Reads the settings from the environment and serves until the process is told to stop. */
    public static void main(String[] args) throws InterruptedException {
        if (List.of(args).contains(REHEARSE)) {
            System.exit(run(REHEARSAL, MediaServerMain::peers));
        }
        int failure = run(System.getenv(), MediaServerMain::peers);
        if (failure != 0) {
            System.exit(failure);
        }
        new CountDownLatch(1).await();
    }

    /** The media below the protocol. */
    private static WebRtcPeers peers(ServerSettings settings) throws IOException {
        ServerSettings.PortRange ports = settings.mediaPorts();
        WebRtcSettings defaults = WebRtcSettings.defaults();
        if (ports.first() > 0) {
            // each loop has a port of its own, so a short range means fewer loops
            defaults = defaults.onPorts(ports.first(), ports.last())
                    .withLoops(Math.min(defaults.loops(), ports.last() - ports.first() + 1));
        }
        List<String> announced = settings.mediaAddresses().stream()
                .map(InetAddress::getHostAddress)
                .toList();
        return WebRtcEngine.start(announced.isEmpty() ? defaults : defaults.announcing(announced));
    }

    /** Makes the peers that the server works with. */
    @FunctionalInterface
    interface PeersFactory {
        WebRtcPeers create(ServerSettings settings) throws IOException;
    }

    /** Starts a server that closes when the process ends. Returns 0, or the exit code of what went wrong. */
    static int run(Map<String, String> environment, PeersFactory peersFactory) {
        return switch (ServerSettings.read(environment)) {
            case ServerSettings.Reading.Invalid invalid -> {
                LOG.error("{}", invalid.sentence());
                yield BAD_SETTING;
            }
            case ServerSettings.Reading.Valid valid -> start(valid.settings(), peersFactory);
        };
    }

    private static int start(ServerSettings settings, PeersFactory peersFactory) {
        try {
            WebRtcPeers peers = peersFactory.create(settings);
            MediaServer server = new MediaServer(settings, peers, new ProcessLoad(), InstantSource.system());
            InetSocketAddress address = server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, peers), "plenum-stop"));
            LOG.info(
                    "The media server is ready at ws://{}:{}/kurento",
                    address.getAddress().getHostAddress(),
                    address.getPort());
            return 0;
        } catch (IOException e) {
            boolean busy = e.getCause() instanceof BindException;
            LOG.error("{}", busy ? busy(settings.listen()) : "The server cannot start: " + e.getMessage());
            return busy ? BUSY_PORT : CANNOT_START;
        }
    }

    private static String busy(InetSocketAddress address) {
        return "Port " + address.getPort() + " of " + address.getAddress().getHostAddress()
                + " is taken or not allowed: stop who uses it, or set " + ServerSettings.PORT + " to another.";
    }

    private static void stop(MediaServer server, WebRtcPeers peers) {
        LOG.info("The media server stops");
        server.close();
        if (peers instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                LOG.warn("the media engine did not close", e);
            }
        }
    }
}
