package plenum.media.kurento;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kurento.client.ElementConnectionData;
import org.kurento.client.KurentoClient;
import org.kurento.client.MediaObject;
import org.kurento.client.MediaPipeline;
import org.kurento.client.MediaType;
import org.kurento.client.WebRtcEndpoint;
import plenum.media.IceCandidate;
import plenum.media.MediaRoom;
import plenum.media.PeerListener;
import plenum.media.Publication;
import plenum.media.Sdp;
import plenum.media.Slot;
import plenum.media.Slot.Showing;
import plenum.platform.ThreadTimers;

/** The port, kurento-client and a media server in a process of its own, together. */
@Tag("media")
class KurentoGatewayTest {
    private static final String OFFER = String.join(
            "\r\n",
            "v=0",
            "o=- 1 1 IN IP4 0.0.0.0",
            "s=-",
            "t=0 0",
            "a=group:BUNDLE 0 1",
            "m=audio 9 UDP/TLS/RTP/SAVPF 111",
            "c=IN IP4 0.0.0.0",
            "a=mid:0",
            "a=%1$s",
            "a=rtcp-mux",
            "a=rtpmap:111 opus/48000/2",
            "a=setup:actpass",
            "a=ice-ufrag:abcd",
            "a=ice-pwd:abcdefghijklmnopqrstuvwx",
            "a=fingerprint:sha-256"
                    + " 05:44:FD:1C:81:8B:4E:1C:F5:57:9B:32:0E:86:D8:54:11:D7:70:54:F0:CB:70:5F:64:A7:3C:42:50:7A:03:F1",
            "m=video 9 UDP/TLS/RTP/SAVPF 96",
            "c=IN IP4 0.0.0.0",
            "a=mid:1",
            "a=%1$s",
            "a=rtcp-mux",
            "a=rtpmap:96 VP8/90000",
            "a=rtcp-fb:96 nack pli",
            "a=setup:actpass",
            "a=ice-ufrag:abcd",
            "a=ice-pwd:abcdefghijklmnopqrstuvwx",
            "a=fingerprint:sha-256"
                    + " 05:44:FD:1C:81:8B:4E:1C:F5:57:9B:32:0E:86:D8:54:11:D7:70:54:F0:CB:70:5F:64:A7:3C:42:50:7A:03:F1",
            "");
    private static final Duration LONG = Duration.ofSeconds(20);

    private final ThreadTimers timers = new ThreadTimers();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private MediaServerProcess server;
    private KurentoGateway gateway;

    @BeforeEach
    void start() throws Exception {
        server = new MediaServerProcess().start();
        gateway = new KurentoGateway(List.of(server.url()), "node-a", timers, threads);
        gateway.start();
    }

    @AfterEach
    void stop() {
        gateway.close();
        server.close();
        timers.close();
        threads.shutdownNow();
    }

    /** More than once: the order of replies and events differs from run to run. */
    @Test
    void switchesSourcesAndCapsThem() throws Exception {
        for (int i = 0; i < 5; i++) {
            switchAndCap();
        }
    }

    private void switchAndCap() throws Exception {
        MediaRoom room = gateway.open("meeting", () -> {}).get(20, TimeUnit.SECONDS);
        News published = new News();
        News received = new News();
        Publication publication = room.publish(offer("sendonly"), published);
        // one after the other, so that the second endpoint is the slot's
        assertThat(published.answer().text()).contains("a=recvonly");
        Slot slot = room.receive("viewer", offer("recvonly"), received);
        assertThat(received.answer().text()).contains("a=sendonly");
        assertThat(published.candidates.poll(30, TimeUnit.SECONDS)).isNotNull();
        publication.addCandidate(new IceCandidate("candidate:1 1 udp 2113937151 127.0.0.1 40000 typ host", "0", 0));

        slot.show(Optional.of(new Showing(publication, false, true, 1700)));
        KurentoClient other = KurentoClient.create(server.url().toString());
        try {
            List<WebRtcEndpoint> endpoints = endpoints(other);
            WebRtcEndpoint sink = endpoints.get(1);
            await().atMost(LONG).until(() -> sink.getMaxVideoSendBandwidth() == 1700);
            await().atMost(LONG).untilAsserted(() -> assertThat(sink.getSourceConnections())
                    .extracting(ElementConnectionData::getType)
                    .containsExactly(MediaType.VIDEO));
            slot.show(Optional.empty());
            await().atMost(LONG).until(() -> sink.getSourceConnections().isEmpty());
            publication.close();
            slot.close();
            await().atMost(LONG).until(() -> endpoints(other).isEmpty());
            room.close();
            await().atMost(LONG)
                    .until(() -> other.getServerManager().getPipelines().isEmpty());
        } finally {
            other.destroy();
        }
    }

    @Test
    void refusesAnOfferThatIsNone() throws Exception {
        MediaRoom room = gateway.open("meeting", () -> {}).get(20, TimeUnit.SECONDS);
        News news = new News();
        room.publish(new Sdp("nonsense"), news);
        assertThat(news.failure.get(30, TimeUnit.SECONDS)).isEqualTo(PeerListener.Failure.BAD_OFFER);
    }

    @Test
    void isBackSoonAfterTheMediaServerWasKilled() throws Exception {
        CountDownLatch failed = new CountDownLatch(1);
        gateway.open("meeting", failed::countDown).get(20, TimeUnit.SECONDS);
        server.kill();
        assertThat(failed.await(1, TimeUnit.SECONDS)).isTrue();
        await().atMost(LONG).until(() -> !gateway.health().getFirst().up());
        CompletableFuture<MediaRoom> next = gateway.open("meeting", () -> {});
        CompletableFuture<MediaRoom> unwanted = gateway.open("meeting", () -> {});
        unwanted.cancel(false);
        server.start();
        assertThat(next.get(20, TimeUnit.SECONDS)).isNotNull();
        assertThat(gateway.health().getFirst().up()).isTrue();
    }

    /** A server that is killed before it has read all does not end its connections, but resets them. */
    @Test
    void isBackSoonAfterItsConnectionWasReset() throws Exception {
        try (ResettingRelay relay = new ResettingRelay(server.url().getPort());
                KurentoGateway other = new KurentoGateway(List.of(relay.url()), "node-b", timers, threads)) {
            other.start();
            CountDownLatch failed = new CountDownLatch(1);
            other.open("meeting", failed::countDown).get(20, TimeUnit.SECONDS);
            relay.reset();
            assertThat(failed.await(1, TimeUnit.SECONDS)).isTrue();
            assertThat(other.open("meeting", () -> {}).get(20, TimeUnit.SECONDS))
                    .isNotNull();
        }
    }

    /** A server that is being killed still takes a connection, and then ends without an answer. */
    @Test
    void isNotHeldUpByAConnectionThatEndsBeforeItsHandshake() throws Exception {
        try (DyingServer dying = new DyingServer();
                KurentoGateway other = new KurentoGateway(List.of(dying.url()), "node-b", timers, threads)) {
            other.start();
            await().atMost(LONG).until(() -> dying.handshakes() >= 2);
        }
    }

    @Test
    void sweepsWhatAnEarlierLifeLeftBehindAndNothingElse() throws Exception {
        gateway.open("ours", () -> {}).get(20, TimeUnit.SECONDS);
        KurentoClient other = KurentoClient.create(server.url().toString());
        try {
            other.createMediaPipeline().addTag(KurentoRoom.NODE_TAG, "node-b");
            other.createMediaPipeline().addTag(KurentoRoom.NODE_TAG, "node-a");
            other.createMediaPipeline();
            KurentoServer swept = new KurentoServer(server.url(), timers, threads, () -> {});
            swept.start();
            await().atMost(LONG).until(swept::isUp);
            KurentoRoom.open(swept, "node-a", "kept", () -> {}, threads);
            Sweep sweep = new Sweep("node-a");
            sweep.clear(swept);
            assertThat(other.getServerManager().getPipelines()).hasSize(5);
            sweep.clear(swept);
            assertThat(other.getServerManager().getPipelines()).hasSize(3);
            swept.close();
        } finally {
            other.destroy();
        }
    }

    private static List<WebRtcEndpoint> endpoints(KurentoClient client) {
        MediaPipeline pipeline = client.getServerManager().getPipelines().getFirst();
        return pipeline.getChildren().stream()
                .map(MediaObject::getId)
                .map(id -> client.getById(id, WebRtcEndpoint.class))
                .toList();
    }

    private static Sdp offer(String direction) {
        return new Sdp(OFFER.formatted(direction));
    }

    private static final class News implements PeerListener {
        private final CompletableFuture<Sdp> answered = new CompletableFuture<>();
        private final CompletableFuture<Failure> failure = new CompletableFuture<>();
        private final BlockingQueue<IceCandidate> candidates = new LinkedBlockingQueue<>();

        Sdp answer() throws Exception {
            return answered.get(30, TimeUnit.SECONDS);
        }

        @Override
        public void answered(Sdp answer) {
            answered.complete(answer);
        }

        @Override
        public void found(IceCandidate candidate) {
            candidates.add(candidate);
        }

        @Override
        public void failed(Failure why) {
            failure.complete(why);
        }
    }
}
