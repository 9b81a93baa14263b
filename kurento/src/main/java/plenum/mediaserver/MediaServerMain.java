package plenum.mediaserver;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.mediaserver.transport.UdpPort;
import plenum.mediaserver.webrtc.WebRtcEngine;
import plenum.mediaserver.webrtc.WebRtcPeers;
import plenum.mediaserver.webrtc.WebRtcSettings;

/** Starts the media server from the command line. Exit codes: 1 when it cannot start, 2 for a bad setting, 3 for a busy port. */
public final class MediaServerMain {
    static final int CANNOT_START = 1;
    static final int BAD_SETTING = 2;
    static final int BUSY_PORT = 3;

    private static final String SPARE = "--spare";

    private static final Logger LOG = LoggerFactory.getLogger(MediaServerMain.class);

    private MediaServerMain() {}

    /**
     * Reads the settings from the environment and serves until the process is told to stop.
     *
     * @param args {@code --spare} to wait, ready for everything, until the port is free
     */
    public static void main(String[] args) throws InterruptedException {
        Map<String, String> environment = System.getenv();
        int failure = List.of(args).contains(SPARE)
                ? new Spare(MediaServerMain::peers).standInFor(environment)
                : run(environment, MediaServerMain::peers);
        if (failure != 0) {
            System.exit(failure);
        }
        new CountDownLatch(1).await();
    }

    /** The media below the protocol. */
    private static WebRtcPeers peers(ServerSettings settings) throws IOException {
        ServerSettings.PortRange ports = settings.mediaPorts();
        WebRtcSettings wanted = WebRtcSettings.defaults().onTcpPort(settings.mediaTcpPort());
        if (ports.first() > 0) {
            wanted = wanted.onPorts(ports.first(), ports.last()).withLoops(loops(wanted.loops(), ports));
        }
        List<String> announced = settings.mediaAddresses().stream()
                .map(InetAddress::getHostAddress)
                .toList();
        return WebRtcEngine.start(announced.isEmpty() ? wanted : wanted.announcing(announced));
    }

    /** All loops share one port; of several, each has one of its own, so that a short range means fewer loops. */
    private static int loops(int wanted, ServerSettings.PortRange ports) {
        int count = ports.last() - ports.first() + 1;
        return count == 1 && UdpPort.canShare() ? wanted : Math.min(wanted, count);
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
            RunningMediaServer running = RunningMediaServer.start(settings, peersFactory);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(running), "plenum-stop"));
            LOG.info(
                    "The media server is ready at ws://{}:{}/kurento",
                    running.address().getAddress().getHostAddress(),
                    running.address().getPort());
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

    private static void stop(RunningMediaServer running) {
        LOG.info("The media server stops");
        running.close();
    }
}
