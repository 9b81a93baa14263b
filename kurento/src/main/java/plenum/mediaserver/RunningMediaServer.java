package plenum.mediaserver;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.mediaserver.element.ProcessLoad;
import plenum.mediaserver.webrtc.WebRtcPeers;

/** A media server that listens, with its WebRTC engine. */
record RunningMediaServer(MediaServer server, WebRtcPeers peers, InetSocketAddress address) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunningMediaServer.class);

    static RunningMediaServer start(ServerSettings settings, MediaServerMain.PeersFactory peersFactory)
            throws IOException {
        WebRtcPeers peers = peersFactory.create(settings);
        MediaServer server = new MediaServer(settings, peers, new ProcessLoad(), InstantSource.system());
        try {
            return new RunningMediaServer(server, peers, server.start());
        } catch (IOException e) {
            close(peers);
            throw e;
        }
    }

    @Override
    public void close() {
        server.close();
        close(peers);
    }

    private static void close(WebRtcPeers peers) {
        if (peers instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                LOG.warn("the media engine did not close", e);
            }
        }
    }
}
