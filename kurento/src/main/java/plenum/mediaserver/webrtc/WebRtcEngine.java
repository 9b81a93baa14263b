package plenum.mediaserver.webrtc;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.mediaserver.flow.ServerClock;
import plenum.mediaserver.loop.EventLoop;
import plenum.mediaserver.loop.EventLoops;
import plenum.mediaserver.loop.NettyEventLoop;
import plenum.mediaserver.rtp.NtpTime;
import plenum.mediaserver.transport.DtlsIdentity;
import plenum.mediaserver.transport.PeerDirectory;
import plenum.mediaserver.transport.TcpPort;
import plenum.mediaserver.transport.UdpPort;

/** The resources that all WebRTC peers share: event loops, a UDP port on each, one TCP port, the certificate and the clock. */
public final class WebRtcEngine implements WebRtcPeers, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(WebRtcEngine.class);

    private final WebRtcSettings settings;
    private final SecureRandom random = new SecureRandom();
    private final DtlsIdentity identity;
    private final EventLoops loops;
    private final List<UdpPort> ports = new ArrayList<>();
    private final Map<EventLoop, ServerPeer.Place> places = new HashMap<>();
    private final ServerClock clock;
    private @Nullable TcpPort tcpPort;

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
        InetAddress address = address();
        PeerDirectory directory = new PeerDirectory();
        List<UdpPort> opened = openUdp(address, directory);
        tcpPort = openTcp(address, directory, opened);
        OptionalInt tcp = tcpPort == null ? OptionalInt.empty() : OptionalInt.of(tcpPort.port());
        for (UdpPort port : opened) {
            List<String> candidates = HostCandidates.of(settings.addresses(), port.port(), tcp);
            places.put(
                    port.loop(), new ServerPeer.Place(port, candidates, new Census(port.loop(), port), new Clients()));
            log.info("media on UDP port {}", port.port());
        }
        tcp.ifPresent(port -> log.info("media on TCP port {}", port));
    }

    private List<UdpPort> openUdp(InetAddress address, PeerDirectory directory) throws IOException {
        int first = settings.firstPort();
        if (first > 0 && first == settings.lastPort() && loops.all().size() > 1) {
            ports.addAll(UdpPort.openShared(loops.all(), directory, address, first));
            return ports;
        }
        for (NettyEventLoop loop : loops.all()) {
            ports.add(UdpPort.open(loop, directory, address, first, settings.lastPort()));
        }
        return ports;
    }

    /** A port that nobody named may be missing: what the firewall lets in is what the operator knows of. */
    private @Nullable TcpPort openTcp(InetAddress address, PeerDirectory directory, List<UdpPort> udp)
            throws IOException {
        if (settings.tcpPort() == WebRtcSettings.NO_TCP) {
            return null;
        }
        NettyEventLoop loop = loops.all().getFirst();
        if (settings.tcpPort() != WebRtcSettings.ANY_TCP) {
            return TcpPort.open(loop, directory, address, List.of(settings.tcpPort()));
        }
        List<Integer> numbers = new ArrayList<>(udp.stream().map(UdpPort::port).toList());
        if (settings.firstPort() == 0) {
            numbers.add(0);
        }
        try {
            return TcpPort.open(loop, directory, address, numbers);
        } catch (IOException e) {
            log.warn("no media by TCP: {}", e.getMessage());
            return null;
        }
    }

    /** Both families through one socket where the machine has both. */
    private InetAddress address() throws IOException {
        InetAddress wanted = InetAddress.getByName(settings.bindAddress());
        boolean six = wanted instanceof Inet6Address && wanted.isAnyLocalAddress();
        if (six) {
            try (DatagramSocket probe = new DatagramSocket(null)) {
                probe.bind(new InetSocketAddress(wanted, 0));
            } catch (SocketException e) {
                return InetAddress.getByName("0.0.0.0");
            }
        }
        return wanted;
    }

    @Override
    public ServerClock clock() {
        return clock;
    }

    @Override
    public EventLoop assignLoop() {
        return loops.leastInhabited();
    }

    @Override
    public CompletionStage<Void> pulse() {
        return loops.pulse();
    }

    @Override
    public WebRtcPeer create(EventLoop loop, WebRtcPeer.Listener listener) {
        ServerPeer.Place place = places.get(loop);
        if (place == null || !loop.inLoop()) {
            throw new IllegalStateException("a peer is made on one of the engine's own loops");
        }
        return new ServerPeer(place, identity, random, clock, settings, listener);
    }

    @Override
    public CompletionStage<MediaCounters> counters() {
        TcpPort tcp = tcpPort;
        CompletionStage<MediaCounters> counted = Census.countAll(
                places.values().stream().map(ServerPeer.Place::census).toList());
        return tcp == null ? counted : counted.thenApply(sum -> sum.withConnections(tcp.traffic()));
    }

    List<NettyEventLoop> loops() {
        return loops.all();
    }

    /** Connections of browsers that are open. */
    int connections() {
        return tcpPort == null ? 0 : tcpPort.connections();
    }

    /** Closes the ports and stops the loops; peers that are left fall silent. */
    @Override
    public void close() {
        if (tcpPort != null) {
            tcpPort.close();
        }
        ports.forEach(UdpPort::close);
        loops.close();
    }
}
