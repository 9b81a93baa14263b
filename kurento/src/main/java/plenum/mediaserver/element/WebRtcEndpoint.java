package plenum.mediaserver.element;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.mediaserver.object.ErrorCode;
import plenum.mediaserver.object.KurentoJson;
import plenum.mediaserver.object.ObjectContext;
import plenum.mediaserver.object.RequestRefused;
import plenum.mediaserver.webrtc.WebRtcPeer;
import plenum.mediaserver.webrtc.WebRtcPeer.IceState;
import plenum.mediaserver.webrtc.WebRtcPeers;

/** Kurento's WebRtcEndpoint over one {@link WebRtcPeer}: a browser's peer connection. */
final class WebRtcEndpoint extends SdpEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(WebRtcEndpoint.class);

    /** Names the client whose browser is at the other end. */
    static final String CLIENT_TAG = "plenum.client";

    private final String pipelineId;
    private final WebRtcPeer peer;
    private final WebRtcEvents events = new WebRtcEvents(this);
    private final IceSettings iceSettings = new IceSettings();
    private String lastDtlsState = "NEW";

    /**
     * What a client wants of an endpoint when it makes it.
     *
     * @param receiveOnly whether its offers say that it only receives
     * @param sendOnly whether they say that it only sends
     */
    record Wanted(boolean receiveOnly, boolean sendOnly, boolean dataChannels) {}

    WebRtcEndpoint(ObjectContext context, MediaPipeline pipeline, WebRtcPeers peers, Wanted wanted) {
        super(context, WebRtcEndpointInterface.WEB_RTC_ENDPOINT, pipeline);
        this.pipelineId = pipeline.id();
        this.peer = peers.create(pipeline.loop(), events);
        peer.offers(!wanted.receiveOnly, wanted.receiveOnly || !wanted.sendOnly);
        if (wanted.dataChannels) {
            LOG.warn("{} is to use data channels, which this server does not offer: none will open", id());
        }
    }

    @Override
    WebRtcPeer peer() {
        return peer;
    }

    /** Endpoints of one pipeline with the same client go through one network. */
    @Override
    protected void tagged(String key, String value) {
        if (key.equals(CLIENT_TAG)) {
            peer.client(pipelineId + "/" + value);
        }
    }

    IceSettings iceSettings() {
        return iceSettings;
    }

    void gatherCandidates() {
        negotiated(() -> {
            peer.gatherCandidates();
            return "";
        });
    }

    void addIceCandidate(IceCandidate candidate) {
        peer.addRemoteCandidate(candidate.candidate());
    }

    /** Refused in the words that the real server has for an endpoint without data channels. */
    static void refuseDataChannels() {
        throw new RequestRefused(ErrorCode.MEDIA_OBJECT_OPERATION_NOT_SUPPORTED, "Data channels are not supported");
    }

    ArrayNode iceConnections() {
        return KurentoJson.array(events.iceState().stream().toList(), state -> KurentoJson.complex("IceConnection")
                .put("streamId", WebRtcEvents.STREAM)
                .put("componentId", WebRtcEvents.COMPONENT)
                .put("state", state.name()));
    }

    ArrayNode candidatePairs() {
        return KurentoJson.array(events.candidatePair().stream().toList(), WebRtcEvents::toJson);
    }

    /** One, as everything is bundled; none before ICE has begun. */
    ArrayNode dtlsConnections() {
        return KurentoJson.array(events.iceState().stream().toList(), ice -> KurentoJson.complex("DtlsConnection")
                .setAll(dtlsConnection(dtlsState(ice))));
    }

    /** Something changed that the state of DTLS is read from. */
    void dtlsMayHaveChanged() {
        events.iceState()
                .map(this::dtlsState)
                .filter(state -> !state.equals(lastDtlsState))
                .ifPresent(state -> {
                    lastDtlsState = state;
                    emit("DtlsConnectionStateChange", dtlsConnection(state));
                });
    }

    private static ObjectNode dtlsConnection(String state) {
        return KurentoJson.object()
                .put("streamId", WebRtcEvents.STREAM)
                .put("componentId", Integer.toString(WebRtcEvents.COMPONENT))
                .put("connectionId", "bundle")
                .put("state", state);
    }

    /** Read from what else is known: DTLS begins when ICE is done, and RTP flows only after it. */
    private String dtlsState(IceState ice) {
        return switch (ice) {
            case FAILED -> "FAILED";
            case CONNECTED, READY -> mediaState().equals("CONNECTED") ? "CONNECTED" : "CONNECTING";
            case DISCONNECTED, GATHERING, CONNECTING -> "NEW";
        };
    }

    /** Tells subscribers; for {@link WebRtcEvents}. */
    void tell(String event, ObjectNode data) {
        emit(event, data);
    }
}
