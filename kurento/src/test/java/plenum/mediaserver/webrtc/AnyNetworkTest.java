package plenum.mediaserver.webrtc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;
import static plenum.mediaserver.webrtc.OnLoop.on;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.loop.EventLoop;
import plenum.mediaserver.loop.EventLoops;
import plenum.mediaserver.transport.PeerDirectory;
import plenum.mediaserver.transport.UdpPort;

/** Networks that are not like the developer's: no UDP, one port, another address, IPv6. */
@Tag("webrtc")
class AnyNetworkTest {
    private static final String VP8 = "96 VP8";
    private static final int FRAMES = 60;

    private final List<String> news = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> toClose = new ArrayList<>();
    private WebRtcEngine engine;
    private EventLoops clientLoops;

    @BeforeEach
    void start() {
        clientLoops = new EventLoops(1);
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : toClose) {
            each.close();
        }
        clientLoops.close();
        engine.close();
    }

    private record Connection(EventLoop loop, JavaBrowser browser, WebRtcPeer peer) {}

    /** Which way a browser takes to the server, seen from its answer. */
    private interface Way {
        InetSocketAddress through(String answer);
    }

    private Connection connect(EventLoop serverLoop, String name, String direction, Way way) {
        EventLoop clientLoop = clientLoops.all().getFirst();
        UdpPort port = openPort();
        JavaBrowser browser = on(clientLoop, () -> new JavaBrowser(port));
        String offer = browser.offer(direction, browser.fingerprint(), VP8);
        WebRtcPeer peer = on(serverLoop, () -> engine.create(serverLoop, new RecordingListener(name, news)));
        String answer = on(serverLoop, () -> peer.processOffer(offer));
        InetSocketAddress address = way.through(answer);
        on(clientLoop, () -> {
            browser.take(answer, address);
            return null;
        });
        await().until(() -> browser.secured);
        return new Connection(serverLoop, browser, peer);
    }

    private UdpPort openPort() {
        try {
            UdpPort port = UdpPort.open(
                    clientLoops.all().getFirst(), new PeerDirectory(), InetAddress.getLoopbackAddress(), 0, 0);
            toClose.add(port);
            return port;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetSocketAddress byUdp(String answer) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port(answer, "udp \\d+ \\S+ (\\d+) typ host"));
    }

    private InetSocketAddress byTcp(String answer) {
        return bridge(answer, true).address();
    }

    private TcpBridge bridge(String answer, boolean reads) {
        TcpBridge bridge = new TcpBridge(port(answer, "tcp \\d+ \\S+ (\\d+) typ host tcptype passive"), reads);
        toClose.add(bridge);
        return bridge;
    }

    private static int port(String answer, String pattern) {
        Matcher matcher = Pattern.compile("a=candidate:\\S+ 1 " + pattern).matcher(answer);
        assertThat(matcher.find()).as(answer).isTrue();
        return Integer.parseInt(matcher.group(1));
    }

    private void meets(EventLoop loop, Way way) {
        Connection publisher = connect(loop, "publisher", "sendonly", way);
        Connection viewer = connect(loop, "viewer", "recvonly", way);
        on(loop, () -> {
            viewer.peer.receiveFrom(MediaKind.VIDEO, publisher.peer.source(MediaKind.VIDEO));
            return null;
        });
        send(publisher, FRAMES);
        await().untilAsserted(() -> assertThat(seenBy(viewer)).hasSize(FRAMES).isSorted());
    }

    private void send(Connection publisher, int frames) {
        on(clientLoops.all().getFirst(), () -> {
            for (int i = 0; i < frames; i++) {
                publisher.browser.sendFrame(i, i == 0, false);
            }
            return null;
        });
    }

    private List<Integer> seenBy(Connection viewer) {
        return on(clientLoops.all().getFirst(), () -> List.copyOf(viewer.browser.received.values()));
    }

    /** Each connection is accepted on one loop, and belongs to a peer on any. */
    @Test
    void meetsOverTcpOnEveryLoop() throws IOException {
        engine = WebRtcEngine.start(WebRtcSettings.loopback().withLoops(3));
        for (EventLoop loop : engine.loops()) {
            meets(loop, this::byTcp);
        }
        MediaCounters counters = engine.counters().toCompletableFuture().join();
        assertThat(counters.tcp().in().datagrams()).isGreaterThan(3 * FRAMES);
        assertThat(counters.tcp().out().dropped()).isZero();
        assertThat(counters.udp().in().datagrams()).isZero();
    }

    /** The kernel gives each browser's datagrams to the socket of any loop. */
    @Test
    void meetsOverOnePortForAllLoops() throws IOException {
        assumeThat(UdpPort.canShare()).isTrue();
        int number = freeUdpPort();
        engine = WebRtcEngine.start(WebRtcSettings.loopback().withLoops(3).onPorts(number, number));
        for (int i = 0; i < 4; i++) {
            for (EventLoop loop : engine.loops()) {
                meets(loop, answer -> {
                    InetSocketAddress address = byUdp(answer);
                    assertThat(address.getPort()).isEqualTo(number);
                    return address;
                });
            }
        }
        assertThat(engine.counters().toCompletableFuture().join().udp().in().dropped())
                .isZero();
    }

    @Test
    void takesNoPortThatIsInUseEvenIfThatWouldShareIt() throws IOException {
        assumeThat(UdpPort.canShare()).isTrue();
        int number = freeUdpPort();
        WebRtcSettings settings = WebRtcSettings.loopback().withLoops(2).onPorts(number, number);
        engine = WebRtcEngine.start(settings);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> WebRtcEngine.start(settings))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(Integer.toString(number));
    }

    /** Behind a router that maps a public address to this machine one to one, the public one is told and nowhere bound. */
    @Test
    void tellsAddressesThatTheMachineDoesNotHave() throws IOException {
        engine = WebRtcEngine.start(WebRtcSettings.defaults()
                .withLoops(1)
                .announcing(List.of("192.0.2.10", "198.51.100.7", "2001:db8::7")));
        EventLoop loop = engine.loops().getFirst();
        meets(loop, answer -> {
            assertThat(answer)
                    .containsPattern("udp \\d+ 192.0.2.10 ")
                    .containsPattern("udp \\d+ 198.51.100.7 ")
                    .containsPattern("udp \\d+ 2001:db8::7 ")
                    .containsPattern("tcp \\d+ 2001:db8::7 \\d+ typ host tcptype passive");
            return byUdp(answer);
        });
    }

    @Test
    void meetsOverIpv6() throws IOException {
        assumeThat(hasIpv6()).isTrue();
        engine = WebRtcEngine.start(WebRtcSettings.defaults().withLoops(1).announcing(List.of("::1")));
        EventLoop loop = engine.loops().getFirst();
        meets(loop, answer -> {
            UdpRelay relay =
                    new UdpRelay(new InetSocketAddress("::1", byUdp(answer).getPort()));
            toClose.add(relay);
            return relay.address();
        });
    }

    private static boolean hasIpv6() {
        try (DatagramSocket probe = new DatagramSocket(new InetSocketAddress("::1", 0))) {
            return probe.isBound();
        } catch (SocketException e) {
            return false;
        }
    }

    private static int freeUdpPort() throws IOException {
        try (DatagramSocket probe = new DatagramSocket(0)) {
            return probe.getLocalPort();
        }
    }

    @Test
    void dropsWhatASlowReaderLeavesNoRoomFor() throws IOException {
        engine = WebRtcEngine.start(WebRtcSettings.loopback().withLoops(1));
        EventLoop loop = engine.loops().getFirst();
        Connection publisher = connect(loop, "publisher", "sendonly", AnyNetworkTest::byUdp);
        List<TcpBridge> bridges = new ArrayList<>();
        Connection slow = connect(loop, "slow", "recvonly", answer -> {
            bridges.add(bridge(answer, false));
            return bridges.getFirst().address();
        });
        Connection quick = connect(loop, "quick", "recvonly", this::byTcp);
        for (Connection viewer : List.of(slow, quick)) {
            on(loop, () -> {
                viewer.peer.receiveFrom(MediaKind.VIDEO, publisher.peer.source(MediaKind.VIDEO));
                return null;
            });
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            on(clientLoops.all().getFirst(), () -> {
                for (int i = 0; i < 50; i++) {
                    publisher.browser.sendLargeFrame(i, i == 0);
                }
                return null;
            });
            return engine.counters().toCompletableFuture().join().tcp().out().dropped() > 100;
        });

        int before = seenBy(quick).size();
        send(publisher, FRAMES);
        await().until(() -> seenBy(quick).size() >= before + FRAMES);
        bridges.getFirst().readOn();
        await().until(() -> {
            send(publisher, 1);
            return seenBy(slow).size() > 2;
        });
    }

    @Test
    void endsTheConnectionsOfAPeerThatIsClosed() throws IOException {
        engine = WebRtcEngine.start(WebRtcSettings.loopback().withLoops(2));
        EventLoop loop = engine.loops().get(1);
        Connection left = connect(loop, "left", "sendonly", this::byTcp);
        assertThat(engine.connections()).isEqualTo(1);
        on(loop, () -> {
            left.peer.close();
            return null;
        });
        await().until(() -> engine.connections() == 0);
    }
}
