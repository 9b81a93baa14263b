package plenum.mediaserver.webrtc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static plenum.mediaserver.webrtc.OnLoop.on;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.loop.EventLoop;
import plenum.mediaserver.loop.EventLoops;
import plenum.mediaserver.rtp.Rtcp;
import plenum.mediaserver.transport.PeerDirectory;
import plenum.mediaserver.transport.UdpPort;

/** Peers of ours against a client that does all that a browser does below the pictures, over real sockets. */
@Tag("webrtc")
class WebRtcEngineTest {
    private static final String VP8 = "96 VP8";

    private final List<String> news = new CopyOnWriteArrayList<>();
    private WebRtcEngine engine;
    private EventLoop serverLoop;
    private EventLoops clientLoops;
    private EventLoop clientLoop;
    private final List<UdpPort> clientPorts = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        engine = WebRtcEngine.start(WebRtcSettings.loopback().withLoops(1));
        serverLoop = engine.assignLoop();
        clientLoops = new EventLoops(1);
        clientLoop = clientLoops.all().getFirst();
    }

    @AfterEach
    void stop() {
        clientPorts.forEach(UdpPort::close);
        clientLoops.close();
        engine.close();
    }

    private record Connection(JavaBrowser browser, WebRtcPeer peer) {}

    private Connection connect(String name, String direction, String... codecs) {
        Connection connection = negotiate(name, direction, null, codecs);
        await().until(() -> connection.browser.secured);
        return connection;
    }

    private Connection negotiate(String name, String direction, String fingerprint, String... codecs) {
        UdpPort port = openPort(); // a browser's every connection has a socket of its own
        JavaBrowser browser = on(clientLoop, () -> new JavaBrowser(port));
        String offer = browser.offer(direction, fingerprint == null ? browser.fingerprint() : fingerprint, codecs);
        WebRtcPeer peer = on(serverLoop, () -> engine.create(serverLoop, new RecordingListener(name, news)));
        String answer = on(serverLoop, () -> peer.processOffer(offer));
        on(clientLoop, () -> {
            browser.take(answer);
            return null;
        });
        return new Connection(browser, peer);
    }

    private UdpPort openPort() {
        try {
            UdpPort port = UdpPort.open(
                    clientLoops.all().getFirst(), new PeerDirectory(), InetAddress.getLoopbackAddress(), 0, 0);
            clientPorts.add(port);
            return port;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send(JavaBrowser browser, int number, boolean key, boolean lose) {
        on(clientLoop, () -> {
            browser.sendFrame(number, key, lose);
            return null;
        });
    }

    private void watch(Connection viewer, Connection publisher) {
        on(serverLoop, () -> {
            viewer.peer.receiveFrom(MediaKind.VIDEO, publisher.peer.source(MediaKind.VIDEO));
            return null;
        });
    }

    private List<Integer> seenBy(Connection viewer) {
        return on(clientLoop, () -> List.copyOf(viewer.browser.received.values()));
    }

    @Test
    void showsAViewerAllFromTheFirstKeyFrameOn() {
        Connection publisher = connect("publisher", "sendonly", VP8);
        Connection viewer = connect("viewer", "recvonly", "120 VP8");
        watch(viewer, publisher);

        for (int i = 0; i < 100; i++) {
            send(publisher.browser, i, i == 10, false);
        }

        await().untilAsserted(() ->
                assertThat(seenBy(viewer)).hasSize(90).startsWith(10, 11).isSorted());
        assertThat(on(clientLoop, () -> publisher.browser.count(Rtcp.PictureLoss.class)))
                .isBetween(1L, 2L);
        assertThat(on(serverLoop, publisher.peer::stats).getFirst().packets()).isEqualTo(100);
        assertThat(on(serverLoop, viewer.peer::stats).getFirst().packets()).isEqualTo(90);
        assertThat(news)
                .contains("publisher media true", "publisher in VIDEO true", "viewer out VIDEO true", "viewer READY");
    }

    @Test
    void repairsLossesOnBothWays() {
        Connection publisher = connect("publisher", "sendonly", VP8);
        Connection viewer = connect("viewer", "recvonly", VP8);
        watch(viewer, publisher);
        viewer.browser.dropEvery = 7;

        for (int i = 0; i < 200; i++) {
            send(publisher.browser, i, i == 0, i % 10 == 5);
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            send(publisher.browser, 200, false, false);
            nackMissing(viewer);
            assertThat(seenBy(viewer)).contains(5, 15, 195).containsSequence(100, 101, 102, 103, 104, 105, 106, 107);
        });
        assertThat(viewer.browser.retransmitted).isNotEmpty();
        assertThat(on(clientLoop, () -> publisher.browser.count(Rtcp.Nack.class)))
                .isPositive();
    }

    private void nackMissing(Connection viewer) {
        on(clientLoop, () -> {
            var received = viewer.browser.received;
            List<Integer> missing = new ArrayList<>();
            for (int i = received.firstKey(); i <= received.lastKey(); i++) {
                if (!received.containsKey(i)) {
                    missing.add(i);
                }
            }
            if (!missing.isEmpty()) {
                viewer.browser.sendRtcp(new Rtcp.Nack(1, viewer.browser.remoteSsrc, missing));
            }
            return null;
        });
    }

    @Test
    void reportsEveryArrivalToThePublisher() {
        Connection publisher = connect("publisher", "sendonly", VP8);
        for (int i = 0; i < 50; i++) {
            send(publisher.browser, i, i == 0, false);
        }

        await().untilAsserted(() -> assertThat(on(clientLoop, () -> publisher.browser.feedback.stream()
                        .filter(Rtcp.TransportFeedback.class::isInstance)
                        .map(Rtcp.TransportFeedback.class::cast)
                        .mapToLong(feedback -> feedback.arrivals().size())
                        .sum()))
                .isEqualTo(50));
        await().untilAsserted(() -> assertThat(on(clientLoop, () -> publisher.browser.count(Rtcp.ReceiverReport.class)))
                .isPositive());
    }

    @Test
    void switchesSourcesWithoutASeam() {
        Connection first = connect("first", "sendonly", VP8);
        Connection second = connect("second", "sendonly", VP8);
        Connection viewer = connect("viewer", "recvonly", VP8);
        watch(viewer, first);
        for (int i = 0; i < 20; i++) {
            send(first.browser, i, i == 0, false);
        }
        await().until(() -> seenBy(viewer).size() == 20);
        watch(viewer, second);
        for (int i = 1_000; i < 1_020; i++) {
            send(second.browser, i, i == 1_005, false);
            send(first.browser, i, false, false);
        }

        await().untilAsserted(() -> assertThat(seenBy(viewer)).hasSize(35).endsWith(1_018, 1_019));
        var numbers = on(clientLoop, () -> List.copyOf(viewer.browser.received.keySet()));
        assertThat(numbers.getLast() - numbers.getFirst()).isEqualTo(34);
    }

    @Test
    void goesOnWhenIceIsRestarted() {
        Connection publisher = connect("publisher", "sendonly", VP8);
        Connection viewer = connect("viewer", "recvonly", VP8);
        watch(viewer, publisher);
        send(publisher.browser, 0, true, false);
        await().until(() -> seenBy(viewer).size() == 1);
        news.clear();

        restart(viewer, "recvonly");
        send(publisher.browser, 1, false, false);
        restart(publisher, "sendonly");
        send(publisher.browser, 2, false, false);

        await().untilAsserted(() -> assertThat(news)
                .containsSubsequence("viewer CONNECTING", "viewer READY")
                .contains("publisher READY"));
        send(publisher.browser, 3, false, false);
        await().untilAsserted(() -> assertThat(seenBy(viewer)).containsExactly(0, 1, 2, 3));
        assertThat(news).noneMatch(line -> line.contains("media") || line.contains("failed"));
    }

    private void restart(Connection connection, String direction) {
        String offer = on(clientLoop, () -> {
            connection.browser.restartIce();
            return connection.browser.offer(direction, connection.browser.fingerprint(), VP8);
        });
        String answer = on(serverLoop, () -> connection.peer.processOffer(offer));
        on(clientLoop, () -> {
            connection.browser.take(answer);
            return null;
        });
    }

    @Test
    void sendsNothingOfACodecThatWasNotNegotiated() {
        Connection publisher = connect("publisher", "sendonly", VP8);
        Connection viewer = connect("viewer", "recvonly", "98 VP9");
        watch(viewer, publisher);
        send(publisher.browser, 0, true, false);

        await().untilAsserted(() -> assertThat(news).contains("viewer mismatch VP8"));
        assertThat(seenBy(viewer)).isEmpty();
    }

    @Test
    void trustsNobodyWithAnotherCertificate() {
        Connection liar = negotiate("liar", "sendonly", "00:11:22:33", VP8);

        await().untilAsserted(() -> assertThat(news).anyMatch(line -> line.startsWith("liar failed")));
        assertThat(liar.browser.secured).isFalse();
        assertThat(news).doesNotContain("liar media true");
    }

    @Test
    void saysFarewellAndHearsIt() {
        Connection leaver = connect("leaver", "sendonly", VP8);
        Connection stayer = connect("stayer", "sendonly", VP8);
        on(clientLoop, () -> {
            leaver.browser.close();
            return null;
        });
        on(serverLoop, () -> {
            stayer.peer.close();
            return null;
        });

        await().untilAsserted(() -> assertThat(news).contains("leaver DISCONNECTED"));
        await().until(() -> stayer.browser.farewell);
    }

    @Test
    void answersNobodyWhoHasNotPassedACheck() throws IOException {
        Connection peer = connect("peer", "sendonly", VP8);
        String description = on(serverLoop, () -> peer.peer.localDescription());
        int port = Integer.parseInt(description.replaceAll("(?s).* udp \\d+ 127.0.0.1 (\\d+) .*", "$1"));
        try (DatagramSocket stranger = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            stranger.setSoTimeout(200);
            for (byte first : new byte[] {0x00, 0x16, (byte) 0x80}) { // STUN, a DTLS handshake, RTP
                byte[] datagram = new byte[100];
                datagram[0] = first;
                stranger.send(new DatagramPacket(datagram, datagram.length, InetAddress.getLoopbackAddress(), port));
            }
            assertThatThrownBy(() -> stranger.receive(new DatagramPacket(new byte[100], 100)))
                    .isInstanceOf(SocketTimeoutException.class);
        }
        send(peer.browser, 0, true, false);
        await().untilAsserted(() -> assertThat(news).contains("peer in VIDEO true"));
    }
}
