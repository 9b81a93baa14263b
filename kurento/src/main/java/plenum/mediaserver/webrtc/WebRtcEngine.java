package plenum.mediaserver.webrtc;

import java.io.IOException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.mediaserver.flow.ServerClock;
import plenum.mediaserver.loop.EventLoop;
import plenum.mediaserver.loop.EventLoops;
import plenum.mediaserver.loop.NettyEventLoop;
import plenum.mediaserver.rtp.NtpTime;
import plenum.mediaserver.transport.DtlsIdentity;
import plenum.mediaserver.transport.UdpPort;

/** Everything that WebRTC peers share: loops, one UDP port on each, the certificate and the clock. */
public final class WebRtcEngine implements WebRtcPeers, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(WebRtcEngine.class);

    private final WebRtcSettings settings;
    private final SecureRandom random = new SecureRandom();
    private final DtlsIdentity identity;
    private final EventLoops loops;
    private final Map<EventLoop, UdpPort> ports = new HashMap<>();
    private final Map<EventLoop, Census> censuses = new HashMap<>();
    private final ServerClock clock;

    private WebRtcEngine(WebRtcSettings settings, Instant now) {
        this.settings = settings;
        this.identity = DtlsIdentity.generate(random, now);
        this.clock = new ServerClock(System::nanoTime, NtpTime.epochNanos(now));
        this.loops = new EventLoops(settings.loops());
    }

    /** Starts the loops and opens their ports; throws when the range has too few free ones. */
    public static WebRtcEngine start(WebRtcSettings settings) throws IOException {
        WebRtcEngine engine = new WebRtcEngine(settings, Instant.now());
        try {
            engine.openPorts();
        } catch (IOException e) {
            engine.close();
            throw e;
        }
        return engine;
    }

    private void openPorts() throws IOException {
        InetAddress address = InetAddress.getByName(settings.bindAddress());
        for (NettyEventLoop loop : loops.all()) {
            UdpPort port = UdpPort.open(loop, address, settings.firstPort(), settings.lastPort());
            ports.put(loop, port);
            censuses.put(loop, new Census(loop, port));
            log.info("media on UDP port {}", port.port());
        }
    }

    @Override
    public EventLoop assignLoop() {
        return loops.leastInhabited();
    }

    @Override
    public WebRtcPeer create(EventLoop loop, WebRtcPeer.Listener listener) {
        UdpPort port = ports.get(loop);
        Census census = censuses.get(loop);
        if (port == null || census == null || !loop.inLoop()) {
            throw new IllegalStateException("a peer is made on one of the engine's own loops");
        }
        return new ServerPeer(port, identity, random, clock, settings, census, listener);
    }

    @Override
    public CompletionStage<MediaCounters> counters() {
        return Census.countAll(censuses.values());
    }

    /** Closes the ports and stops the loops; peers that are left fall silent. */
    @Override
    public void close() {
        ports.values().forEach(UdpPort::close);
        loops.close();
    }
}
