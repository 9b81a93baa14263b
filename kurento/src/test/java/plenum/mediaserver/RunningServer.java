package plenum.mediaserver;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import plenum.mediaserver.element.ProcessLoad;
import plenum.mediaserver.object.ObjectRegistry;

/** A media server over fake peers, on a free port. */
public final class RunningServer implements AutoCloseable {
    private final FakePeers peers = new FakePeers();
    private final MediaServer server;
    private final InetSocketAddress address;

    private RunningServer(Map<String, String> environment) throws IOException {
        Map<String, String> complete = new HashMap<>(Map.of("PLENUM_KURENTO_PORT", "0"));
        complete.putAll(environment);
        if (!(ServerSettings.read(complete) instanceof ServerSettings.Reading.Valid valid)) {
            throw new IllegalArgumentException("settings of a test should be valid: " + complete);
        }
        server = new MediaServer(valid.settings(), peers, new ProcessLoad(), InstantSource.system());
        address = server.start();
    }

    public static RunningServer start() throws IOException {
        return new RunningServer(Map.of());
    }

    public static RunningServer start(Map<String, String> environment) throws IOException {
        return new RunningServer(environment);
    }

    public int port() {
        return address.getPort();
    }

    public URI uri() {
        return uri("/kurento");
    }

    public URI uri(String path) {
        return URI.create("ws://127.0.0.1:" + port() + path);
    }

    public FakePeers peers() {
        return peers;
    }

    public ObjectRegistry registry() {
        return server.registry();
    }

    /** Lets a collection period pass. */
    public void collect() {
        server.collect();
    }

    @Override
    public void close() {
        server.close();
        peers.close();
    }
}
