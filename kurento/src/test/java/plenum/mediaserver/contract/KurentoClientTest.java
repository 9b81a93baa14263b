package plenum.mediaserver.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kurento.client.ConnectionState;
import org.kurento.client.ElementConnectionData;
import org.kurento.client.EndpointStats;
import org.kurento.client.IceCandidate;
import org.kurento.client.KurentoClient;
import org.kurento.client.KurentoConnectionListener;
import org.kurento.client.MediaPipeline;
import org.kurento.client.MediaProfileSpecType;
import org.kurento.client.MediaState;
import org.kurento.client.MediaType;
import org.kurento.client.PassThrough;
import org.kurento.client.RTCInboundRTPStreamStats;
import org.kurento.client.RTCOutboundRTPStreamStats;
import org.kurento.client.RecorderEndpoint;
import org.kurento.client.ServerManager;
import org.kurento.client.Stats;
import org.kurento.client.TFuture;
import org.kurento.client.Tag;
import org.kurento.client.Transaction;
import org.kurento.client.WebRtcEndpoint;
import org.kurento.client.internal.server.KurentoServerException;
import plenum.mediaserver.FakePeer;
import plenum.mediaserver.RunningServer;
import plenum.mediaserver.flow.MediaKind;

/** The unmodified client of Kurento drives our server over a real socket. */
class KurentoClientTest {
    private static final String OFFER = "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\n";

    private RunningServer server;
    private KurentoClient client;

    @BeforeEach
    void connect() throws Exception {
        server = RunningServer.start();
        client = KurentoClient.create(server.uri().toString());
    }

    @AfterEach
    void disconnect() {
        client.destroy();
        server.close();
    }

    @Test
    void keepsNamesTagsAndTimesOfObjects() {
        MediaPipeline pipeline = client.createMediaPipeline();
        pipeline.setName("room");
        pipeline.addTag("k", "v");
        pipeline.setSendTagsInEvents(true);

        assertThat(pipeline.getName()).isEqualTo("room");
        assertThat(pipeline.getTag("k")).isEqualTo("v");
        assertThat(pipeline.getTags()).extracting(Tag::getKey).containsExactly("k");
        assertThat(pipeline.getSendTagsInEvents()).isTrue();
        assertThat(pipeline.getCreationTime()).isPositive();
        pipeline.removeTag("k");
        assertThatThrownBy(() -> pipeline.getTag("k")).satisfies(code(40110));
    }

    @Test
    void knowsParentsAndChildren() {
        MediaPipeline pipeline = client.createMediaPipeline();
        WebRtcEndpoint endpoint = new WebRtcEndpoint.Builder(pipeline).build();
        PassThrough pass = new PassThrough.Builder(pipeline).build();

        assertThat(endpoint.getParent().getId()).isEqualTo(pipeline.getId());
        assertThat(endpoint.getMediaPipeline().getId()).isEqualTo(pipeline.getId());
        assertThat(pipeline.getChildren())
                .extracting(child -> child.getId())
                .containsExactly(endpoint.getId(), pass.getId());
    }

    @Test
    void acceptsEveryConstructorParameterOfAnEndpoint() {
        MediaPipeline pipeline = client.createMediaPipeline();
        WebRtcEndpoint endpoint = new WebRtcEndpoint.Builder(pipeline)
                .recvonly()
                .useDataChannels()
                .withCertificateKeyType(org.kurento.client.CertificateKeyType.ECDSA)
                .withQosDscp(org.kurento.client.DSCPValue.EF)
                .build();

        assertThat(endpoint.getId()).startsWith(pipeline.getId() + "/");
    }

    @Test
    void negotiatesAndTellsEverythingThatHappensToAPeer() {
        WebRtcEndpoint endpoint = new WebRtcEndpoint.Builder(client.createMediaPipeline()).build();
        List<String> heard = new CopyOnWriteArrayList<>();
        endpoint.addIceCandidateFoundListener(
                event -> heard.add("candidate " + event.getCandidate().getSdpMid()));
        endpoint.addIceGatheringDoneListener(event -> heard.add("gathered"));
        endpoint.addIceComponentStateChangedListener(event -> heard.add("ice " + event.getState()));
        endpoint.addNewCandidatePairSelectedListener(
                event -> heard.add("pair " + event.getCandidatePair().getStreamId()));
        endpoint.addConnectionStateChangedListener(event -> heard.add("connection " + event.getNewState()));
        endpoint.addMediaStateChangedListener(event -> heard.add("media " + event.getNewState()));
        endpoint.addMediaFlowInStateChangedListener(
                event -> heard.add("in " + event.getMediaType() + event.getState()));
        endpoint.addMediaFlowOutStateChangedListener(
                event -> heard.add("out " + event.getMediaType() + event.getState()));
        endpoint.addMediaSessionStartedListener(event -> heard.add("started"));
        endpoint.addMediaSessionTerminatedListener(event -> heard.add("terminated"));
        endpoint.addErrorListener(event -> heard.add("error " + event.getDescription()));
        endpoint.addDtlsConnectionStateChangeListener(event -> heard.add("dtls " + event.getState()));
        endpoint.addDataChannelOpenedListener(event -> heard.add("opened"));
        endpoint.addDataChannelClosedListener(event -> heard.add("closed"));
        endpoint.addMediaTranscodingStateChangedListener(event -> heard.add("transcoding"));

        assertThat(endpoint.processOffer(OFFER)).startsWith("v=0");
        endpoint.gatherCandidates();
        endpoint.addIceCandidate(new IceCandidate("candidate:9 1 UDP 1 127.0.0.1 9 typ host", "audio0", 0));
        FakePeer peer = server.peers().peers().getFirst();
        peer.connect();
        await().until(() -> heard.contains("out VIDEOFLOWING") && heard.contains("dtls CONNECTED"));

        assertThat(peer.lastRemoteCandidate()).startsWith("candidate:9");
        assertThat(heard)
                .contains(
                        "candidate audio0",
                        "candidate video0",
                        "gathered",
                        "ice GATHERING",
                        "ice READY",
                        "pair 1",
                        "connection CONNECTED",
                        "media CONNECTED",
                        "started",
                        "dtls CONNECTING",
                        "dtls CONNECTED",
                        "in AUDIOFLOWING",
                        "out AUDIOFLOWING");
        assertThat(endpoint.getConnectionState()).isEqualTo(ConnectionState.CONNECTED);
        assertThat(endpoint.getMediaState()).isEqualTo(MediaState.CONNECTED);
        assertThat(endpoint.getICECandidatePairs()).hasSize(1);
        assertThat(endpoint.getIceConnectionState()).hasSize(1);
        assertThat(endpoint.getDtlsConnectionState()).hasSize(1);
        assertThat(endpoint.isMediaFlowingIn(MediaType.VIDEO)).isTrue();
        assertThat(endpoint.isMediaTranscoding(MediaType.VIDEO)).isFalse();
        assertThat(endpoint.getLocalSessionDescriptor()).startsWith("v=0");
        assertThat(endpoint.getRemoteSessionDescriptor()).isEqualTo(OFFER);

        peer.tell(news -> news.failed("consent expired"));
        await().until(() -> heard.contains("terminated"));
        assertThat(heard).contains("error consent expired", "connection DISCONNECTED", "media DISCONNECTED");
    }

    @Test
    void refusesNegotiationInTheWordsOfTheRealServer() {
        WebRtcEndpoint endpoint = new WebRtcEndpoint.Builder(client.createMediaPipeline()).build();

        assertThatThrownBy(() -> endpoint.processOffer("")).satisfies(code(40201));
        assertThatThrownBy(() -> endpoint.processAnswer(OFFER)).satisfies(code(40209));
        assertThatThrownBy(endpoint::gatherCandidates).satisfies(code(40400));
        endpoint.generateOffer();
        assertThatThrownBy(endpoint::generateOffer).satisfies(code(40208));
        endpoint.processAnswer(OFFER);
        assertThatThrownBy(() -> endpoint.processAnswer(OFFER)).satisfies(code(40210));
        assertThatThrownBy(endpoint::requestKeyframe).satisfies(code(40111));
        assertThatThrownBy(() -> endpoint.createDataChannel("chat")).satisfies(code(40111));
        assertThatThrownBy(endpoint::getGstreamerDot).satisfies(code(40111));
    }

    @Test
    void connectsThroughForwardersAndSwitchesSources() {
        MediaPipeline pipeline = client.createMediaPipeline();
        WebRtcEndpoint first = new WebRtcEndpoint.Builder(pipeline).build();
        WebRtcEndpoint second = new WebRtcEndpoint.Builder(pipeline).build();
        WebRtcEndpoint viewer = new WebRtcEndpoint.Builder(pipeline).build();
        PassThrough slot = new PassThrough.Builder(pipeline).build();
        List<FakePeer> peers = server.peers().peers();
        List<String> heard = new CopyOnWriteArrayList<>();
        first.addElementConnectedListener(event -> heard.add("connected " + event.getMediaType()));
        first.addElementDisconnectedListener(event -> heard.add("disconnected " + event.getMediaType()));

        slot.connect(viewer);
        first.connect(slot);
        assertThat(peers.get(2).receives(MediaKind.VIDEO)).isSameAs(peers.get(0).source(MediaKind.VIDEO));
        viewer.requestKeyframe();
        assertThat(peers.get(0).keyFramesAskedFor()).isEqualTo(1);
        peers.get(0).connect();
        await().until(() -> slot.isMediaFlowingIn(MediaType.VIDEO));

        second.connect(slot, MediaType.VIDEO);
        assertThat(peers.get(2).receives(MediaKind.VIDEO)).isSameAs(peers.get(1).source(MediaKind.VIDEO));
        assertThat(peers.get(2).receives(MediaKind.AUDIO)).isSameAs(peers.get(0).source(MediaKind.AUDIO));
        assertThat(slot.getSourceConnections()).hasSize(3);
        assertThat(first.getSinkConnections())
                .extracting(ElementConnectionData::getType)
                .containsExactly(MediaType.AUDIO, MediaType.DATA);

        second.disconnect(slot);
        first.release();
        await().until(() -> peers.get(2).receives(MediaKind.AUDIO) == null);
        assertThat(peers.get(2).receives(MediaKind.VIDEO)).isNull();
        await().until(() -> heard.contains("disconnected VIDEO"));
        assertThat(heard).contains("connected AUDIO", "connected VIDEO", "connected DATA");
    }

    @Test
    void loopsAnEndpointBackToItself() {
        WebRtcEndpoint endpoint = new WebRtcEndpoint.Builder(client.createMediaPipeline()).build();
        endpoint.connect(endpoint);

        FakePeer peer = server.peers().peers().getFirst();
        assertThat(peer.receives(MediaKind.AUDIO)).isSameAs(peer.source(MediaKind.AUDIO));
    }

    @Test
    void refusesToConnectAcrossPipelines() {
        WebRtcEndpoint here = new WebRtcEndpoint.Builder(client.createMediaPipeline()).build();
        WebRtcEndpoint there = new WebRtcEndpoint.Builder(client.createMediaPipeline()).build();

        assertThatThrownBy(() -> here.connect(there)).satisfies(code(40004));
    }

    @Test
    void readsAndWritesProperties() {
        WebRtcEndpoint endpoint = new WebRtcEndpoint.Builder(client.createMediaPipeline()).build();
        assertThat(endpoint.getMaxVideoSendBandwidth()).isEqualTo(500);
        assertThat(endpoint.getMinVideoSendBandwidth()).isEqualTo(100);
        assertThat(endpoint.getRembParams()).isNotNull();
        endpoint.setMaxVideoSendBandwidth(2500);
        endpoint.setMaxVideoRecvBandwidth(800);
        endpoint.setMinVideoRecvBandwidth(30);
        endpoint.setMaxAudioRecvBandwidth(64);
        endpoint.setMtu(1100);
        endpoint.setStunServerAddress("192.0.2.1");
        endpoint.setStunServerPort(3479);
        endpoint.setTurnUrl("u:p@192.0.2.2:3478");
        endpoint.setExternalIPv4("192.0.2.3");
        endpoint.setIceTcp(false);
        endpoint.setEncoderBitrate(1);

        FakePeer peer = server.peers().peers().getFirst();
        assertThat(peer.maxVideoSend()).isEqualTo(2_500_000);
        assertThat(peer.maxVideoReceive()).isEqualTo(800_000);
        assertThat(endpoint.getMaxVideoSendBandwidth()).isEqualTo(2500);
        assertThat(endpoint.getMaxAudioRecvBandwidth()).isEqualTo(64);
        assertThat(endpoint.getMtu()).isEqualTo(1100);
        assertThat(endpoint.getTurnUrl()).isEqualTo("u:p@192.0.2.2:3478");
        assertThat(endpoint.getIceTcp()).isFalse();
    }

    @Test
    void tellsStatistics() {
        WebRtcEndpoint endpoint = new WebRtcEndpoint.Builder(client.createMediaPipeline()).build();

        Map<String, Stats> all = endpoint.getStats();
        assertThat(all.get(endpoint.getId())).isInstanceOf(EndpointStats.class);
        assertThat(all.values())
                .filteredOn(stats -> stats instanceof RTCInboundRTPStreamStats)
                .hasSize(2);
        assertThat(endpoint.getStats(MediaType.VIDEO).values())
                .filteredOn(stats -> stats instanceof RTCOutboundRTPStreamStats)
                .singleElement()
                .satisfies(stats -> assertThat(((RTCOutboundRTPStreamStats) stats).getPacketsSent())
                        .isEqualTo(49));
        assertThat(endpoint.getStats().keySet()).as("ids stay the same").isEqualTo(all.keySet());
    }

    @Test
    void tellsOfItself() {
        ServerManager manager = client.getServerManager();
        List<String> heard = new CopyOnWriteArrayList<>();
        manager.addObjectCreatedListener(
                event -> heard.add("created " + event.getObject().getId()));
        manager.addObjectDestroyedListener(event -> heard.add("destroyed " + event.getObjectId()));
        MediaPipeline pipeline = client.createMediaPipeline();

        assertThat(manager.getInfo().getVersion()).startsWith("7.");
        assertThat(manager.getInfo().getModules()).hasSize(2);
        assertThat(manager.getCpuCount()).isPositive();
        assertThat(manager.getUsedCpu(50)).isBetween(0f, 100f);
        assertThat(manager.getUsedMemory()).isPositive();
        assertThat(manager.getSessions()).contains("").hasSize(2);
        assertThat(manager.getPipelines()).extracting(MediaPipeline::getId).containsExactly(pipeline.getId());
        assertThat(manager.getKmd("elements")).contains("WebRtcEndpoint").contains("gatherCandidates");
        assertThat(manager.getKmd("core")).contains("PassThrough");
        assertThatThrownBy(() -> manager.getKmd("nope")).satisfies(code(40500));

        pipeline.release();
        await().until(() -> heard.size() == 2);
        assertThat(heard).containsExactly("created " + pipeline.getId(), "destroyed " + pipeline.getId());
    }

    @Test
    void performsTransactions() throws Exception {
        Transaction transaction = client.beginTransaction();
        MediaPipeline pipeline = client.createMediaPipeline(transaction);
        WebRtcEndpoint endpoint = new WebRtcEndpoint.Builder(pipeline).build(transaction);
        PassThrough pass = new PassThrough.Builder(pipeline).build(transaction);
        endpoint.connect(transaction, pass);
        TFuture<String> name = endpoint.getName(transaction);
        transaction.commit();

        assertThat(name.get()).isEqualTo(endpoint.getId());
        assertThat(pass.getSourceConnections()).hasSize(3);
    }

    @Test
    void refusesWhatIsNotOffered() {
        MediaPipeline pipeline = client.createMediaPipeline();

        assertThatThrownBy(() -> new RecorderEndpoint.Builder(pipeline, "file:///x")
                        .withMediaProfile(MediaProfileSpecType.WEBM)
                        .build()
                        .getId())
                .satisfies(code(40108))
                .hasMessageContaining("Factory 'RecorderEndpoint' not found");
    }

    @Test
    void forgetsReleasedObjects() {
        MediaPipeline pipeline = client.createMediaPipeline();
        WebRtcEndpoint endpoint = new WebRtcEndpoint.Builder(pipeline).build();
        pipeline.release();

        assertThatThrownBy(endpoint::generateOffer).satisfies(code(40101));
        await().until(() -> server.peers().open().isEmpty());
    }

    @Test
    void leavesNothingBehindWhenAClientCloses() throws Exception {
        KurentoClient other = KurentoClient.create(server.uri().toString());
        new WebRtcEndpoint.Builder(other.createMediaPipeline()).build().getName();
        MediaPipeline ours = client.createMediaPipeline();
        assertThat(ours.getName()).isNotEmpty();
        other.destroy();

        await().atMost(30, TimeUnit.SECONDS).until(() -> server.registry().all().size() == 1);
        assertThat(server.registry().all().getFirst().id()).isEqualTo(ours.getId());
    }

    @Test
    void sharesObjectsBetweenClients() throws Exception {
        MediaPipeline pipeline = client.createMediaPipeline();
        KurentoClient other = KurentoClient.create(server.uri().toString());
        try {
            MediaPipeline same = other.getById(pipeline.getId(), MediaPipeline.class);
            same.setName("theirs");
            assertThat(pipeline.getName()).isEqualTo("theirs");
        } finally {
            other.destroy();
        }
        assertThat(pipeline.getName()).isEqualTo("theirs");
    }

    @Test
    void tellsAClientThatTheServerIsAnotherAfterARestart() throws Exception {
        List<Boolean> reconnections = new CopyOnWriteArrayList<>();
        RunningServer old = RunningServer.start();
        KurentoClient watched = KurentoClient.create(old.uri().toString(), new ReconnectionListener(reconnections));
        MediaPipeline pipeline = watched.createMediaPipeline();
        assertThat(pipeline.getName()).isNotEmpty();
        int port = old.port();
        old.close();

        try (RunningServer restarted = RunningServer.start(Map.of("PLENUM_KURENTO_PORT", Integer.toString(port)))) {
            await().atMost(Duration.ofSeconds(30)).until(() -> !reconnections.isEmpty());
            assertThat(reconnections).containsExactly(false);
            assertThatThrownBy(pipeline::getName).satisfies(code(40101));
            watched.destroy();
            await().until(() -> restarted.registry().sessionIds().size() <= 2);
        }
    }

    private static Consumer<Throwable> code(int expected) {
        return failure -> {
            assertThat(failure).isInstanceOf(KurentoServerException.class);
            assertThat(((KurentoServerException) failure).getCode()).isEqualTo(expected);
        };
    }

    private record ReconnectionListener(List<Boolean> reconnections) implements KurentoConnectionListener {
        @Override
        public void connected() {}

        @Override
        public void connectionFailed() {}

        @Override
        public void disconnected() {}

        @Override
        public void reconnected(boolean sameServer) {
            reconnections.add(sameServer);
        }
    }
}
