package plenum.mediaserver.webrtc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.loop.EventLoop;
import plenum.mediaserver.loop.EventLoops;
import plenum.mediaserver.transport.PeerDirectory;
import plenum.mediaserver.transport.UdpPort;

/** The engine's sums over real peers. */
@Tag("webrtc")
class CountersTest {
    private WebRtcEngine engine;
    private EventLoop serverLoop;
    private EventLoops clientLoops;
    private final List<UdpPort> clientPorts = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        engine = WebRtcEngine.start(WebRtcSettings.loopback().withLoops(2));
        serverLoop = engine.assignLoop();
        clientLoops = new EventLoops(1);
    }

    @AfterEach
    void stop() {
        clientPorts.forEach(UdpPort::close);
        clientLoops.close();
        engine.close();
    }

    private static <T> T on(EventLoop loop, Supplier<T> task) {
        return CompletableFuture.supplyAsync(task, loop)
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    private MediaCounters count() {
        return engine.counters()
                .toCompletableFuture()
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    private WebRtcPeer create() {
        return on(serverLoop, () -> engine.create(serverLoop, new RecordingListener("peer", new ArrayList<>())));
    }

    @Test
    void knowsNothingBeforeAnybodyComes() {
        assertThat(count()).isEqualTo(MediaCounters.NONE);
    }

    @Test
    void keepsWhatThoseWhoLeftHaveSent() throws Exception {
        UdpPort port =
                UdpPort.open(clientLoops.all().getFirst(), new PeerDirectory(), InetAddress.getLoopbackAddress(), 0, 0);
        clientPorts.add(port);
        JavaBrowser browser = on(port.loop(), () -> new JavaBrowser(port));
        WebRtcPeer peer = create();
        String offer = browser.offer("sendonly", browser.fingerprint(), "96 VP8");
        String answer = peer(peer, offer);
        port.loop().execute(() -> browser.take(answer));
        await().until(() -> browser.secured);
        port.loop().execute(() -> {
            for (int i = 0; i < 5; i++) {
                browser.sendFrame(i, i == 0, false);
            }
        });
        await().until(() -> count().received().get(MediaKind.VIDEO).packets() == 5);

        MediaCounters before = count();
        assertThat(before.peers()).isEqualTo(1);
        assertThat(before.udp().in().datagrams()).isGreaterThan(5);
        assertThat(before.udp().out().bytes()).isPositive();
        on(serverLoop, () -> {
            peer.close();
            peer.close();
            return null;
        });

        assertThat(count().peers()).isZero();
        assertThat(count().received()).isEqualTo(before.received());
        assertThat(count().received().get(MediaKind.VIDEO).bytes()).isPositive();
    }

    private String peer(WebRtcPeer peer, String offer) {
        return on(serverLoop, () -> {
            try {
                return peer.processOffer(offer);
            } catch (NegotiationException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void countsHundredsOfPeers() {
        for (int i = 0; i < 200; i++) {
            create();
        }

        assertThat(count().peers()).isEqualTo(200);
        assertThat(count().received()).isEqualTo(MediaCounters.NONE.received());
    }
}
