package plenum.mediaserver;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.mediaserver.MediaServerMain.PeersFactory;

/**
 * A standby process: fully started, so that it serves within milliseconds after the server that it stands in for has died and its port is
 * free.
 */
final class Spare {
    private static final Logger LOG = LoggerFactory.getLogger(Spare.class);
    private static final long LOOK_NANOS = 20_000_000;

    /** A start that nobody notices. */
    private static final Map<String, String> ELSEWHERE =
            Map.of(ServerSettings.PORT, "0", ServerSettings.BIND, "127.0.0.1");

    private final PeersFactory peersFactory;

    Spare(PeersFactory peersFactory) {
        this.peersFactory = peersFactory;
    }

    /** Waits for the port that the settings name, then serves there. Returns as {@link MediaServerMain#run}. */
    int standInFor(Map<String, String> environment) {
        if (ServerSettings.read(environment) instanceof ServerSettings.Reading.Valid valid) {
            rehearse();
            LOG.info("A spare media server waits");
            awaitFree(valid.settings().listen());
        }
        return MediaServerMain.run(environment, peersFactory);
    }

    private void rehearse() {
        if (ServerSettings.read(ELSEWHERE) instanceof ServerSettings.Reading.Valid valid) {
            try {
                RunningMediaServer.start(valid.settings(), peersFactory).close();
            } catch (IOException e) {
                LOG.info("the spare could not rehearse: {}", e.getMessage());
            }
        }
    }

    private static void awaitFree(InetSocketAddress address) {
        while (!isFree(address)) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private static boolean isFree(InetSocketAddress address) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
