package plenum.mediaserver.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kurento.client.ConnectionState;
import org.kurento.client.DtlsConnectionState;
import org.kurento.client.EndpointStats;
import org.kurento.client.IceCandidate;
import org.kurento.client.IceComponentState;
import org.kurento.client.MediaPipeline;
import org.kurento.client.MediaState;
import org.kurento.client.MediaType;
import org.kurento.client.RTCInboundRTPStreamStats;
import org.kurento.client.RTCOutboundRTPStreamStats;
import org.kurento.client.Stats;
import org.kurento.client.WebRtcEndpoint;
import plenum.mediaserver.FakePeer;

/** A WebRtcEndpoint as the unmodified client sees it: negotiation, events, properties, statistics. */
@Tag("contract")
class WebRtcEndpointContractTest extends ClientContract {
    private static final String OFFER = "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\n";

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
    void belongsToTheClientThatItsTagNames() {
        MediaPipeline pipeline = client.createMediaPipeline();
        WebRtcEndpoint endpoint = new WebRtcEndpoint.Builder(pipeline).build();
        endpoint.addTag("note", "nothing");
        endpoint.addTag("plenum.client", "browser 1");

        assertThat(endpoint.getTag("plenum.client")).isEqualTo("browser 1");
        assertThat(server.peers().peers().getLast().client()).isEqualTo(pipeline.getId() + "/browser 1");
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
    void saysThatThereIsNoDescriptionYet() {
        WebRtcEndpoint endpoint = new WebRtcEndpoint.Builder(client.createMediaPipeline()).build();
        assertThatThrownBy(endpoint::getLocalSessionDescriptor)
                .satisfies(code(40202))
                .hasMessageContaining("No local SDP");
        assertThatThrownBy(endpoint::getRemoteSessionDescriptor)
                .satisfies(code(40203))
                .hasMessageContaining("No remote SDP");
        endpoint.generateOffer();
        assertThat(endpoint.getLocalSessionDescriptor()).startsWith("v=0");
        assertThatThrownBy(endpoint::getRemoteSessionDescriptor).satisfies(code(40203));
    }

    /** Tutorials send the answer first and gather candidates afterwards: the browser may be connected by then. */
    @Test
    void staysConnectedWhenCandidatesAreGatheredAfterwards() {
        WebRtcEndpoint endpoint = new WebRtcEndpoint.Builder(client.createMediaPipeline()).build();
        endpoint.processOffer(OFFER);
        server.peers().peers().getFirst().connect();
        await().until(() -> endpoint.getMediaState() == MediaState.CONNECTED);
        endpoint.gatherCandidates();

        assertThat(endpoint.getIceConnectionState()).singleElement().satisfies(ice -> assertThat(ice.getState())
                .isEqualTo(IceComponentState.READY));
        assertThat(endpoint.getDtlsConnectionState()).singleElement().satisfies(dtls -> assertThat(dtls.getState())
                .isEqualTo(DtlsConnectionState.CONNECTED));
    }

    @Test
    void offersTheDirectionsThatWereAskedFor() {
        MediaPipeline pipeline = client.createMediaPipeline();
        new WebRtcEndpoint.Builder(pipeline).build().getId();
        new WebRtcEndpoint.Builder(pipeline).recvonly().build().getId();
        new WebRtcEndpoint.Builder(pipeline)
                .sendonly()
                .useDataChannels()
                .build()
                .getId();

        assertThat(server.peers().peers())
                .extracting(FakePeer::directions)
                .containsExactly("sendsreceives", "receives", "sends");
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
}
