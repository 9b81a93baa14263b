package plenum.mediaserver.element;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.object.KurentoJson;
import plenum.mediaserver.webrtc.WebRtcPeer;
import plenum.mediaserver.webrtc.WebRtcPeer.CandidatePair;
import plenum.mediaserver.webrtc.WebRtcPeer.IceState;
import plenum.mediaserver.webrtc.WebRtcPeer.LocalCandidate;

/**
 * Translates a peer's events into Kurento's. All media are bundled and use rtcp-mux, so there is one ICE stream with one component.
 *
 * <p>Note the directions: media from the browser come <i>in</i> for the peer, and go <i>out</i> of the endpoint into the pipeline.
 */
final class WebRtcEvents implements WebRtcPeer.Listener {
    static final String STREAM = "1";
    static final int COMPONENT = 1;

    private final WebRtcEndpoint endpoint;
    private @Nullable IceState iceState;
    private @Nullable CandidatePair candidatePair;

    WebRtcEvents(WebRtcEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** Empty before candidates are gathered. */
    Optional<IceState> iceState() {
        return Optional.ofNullable(iceState);
    }

    private boolean isConnected() {
        return iceState == IceState.CONNECTED || iceState == IceState.READY;
    }

    Optional<CandidatePair> candidatePair() {
        return Optional.ofNullable(candidatePair);
    }

    static ObjectNode toJson(CandidatePair pair) {
        return KurentoJson.complex("IceCandidatePair")
                .put("streamId", STREAM)
                .put("componentId", COMPONENT)
                .put("localCandidate", pair.local())
                .put("remoteCandidate", pair.remote());
    }

    @Override
    public void candidateFound(LocalCandidate found) {
        IceCandidate candidate = new IceCandidate(found.candidate(), found.mid(), found.mLineIndex());
        endpoint.tell("IceCandidateFound", KurentoJson.object().set("candidate", candidate.toJson()));
    }

    @Override
    public void gatheringDone() {
        endpoint.tell("IceGatheringDone", KurentoJson.object());
    }

    @Override
    public void iceStateChanged(IceState state) {
        boolean gathersLate = state == IceState.GATHERING && isConnected();
        if (state == iceState || gathersLate) {
            return;
        }
        iceState = state;
        endpoint.tell(
                "IceComponentStateChanged",
                KurentoJson.object()
                        .put("streamId", Integer.parseInt(STREAM))
                        .put("componentId", COMPONENT)
                        .put("state", state.name()));
        switch (state) {
            case CONNECTED, READY -> endpoint.connectionChanged(true);
            case FAILED, DISCONNECTED -> endpoint.connectionChanged(false);
            case GATHERING, CONNECTING -> {
                // a restart of ICE leaves the connection that there is
            }
        }
        endpoint.dtlsMayHaveChanged();
    }

    @Override
    public void candidatePairSelected(CandidatePair pair) {
        candidatePair = pair;
        endpoint.tell("NewCandidatePairSelected", KurentoJson.object().set("candidatePair", toJson(pair)));
    }

    @Override
    public void mediaConnected(boolean connected) {
        endpoint.mediaChanged(connected);
        endpoint.dtlsMayHaveChanged();
    }

    @Override
    public void mediaFlowsIn(MediaKind kind, boolean flowing) {
        endpoint.flowOut(kind, flowing);
    }

    @Override
    public void mediaFlowsOut(MediaKind kind, boolean flowing) {
        endpoint.flowIn(kind, flowing);
    }

    @Override
    public void codecMismatch(MediaKind kind, String codec) {
        endpoint.tellError("The viewer has not negotiated " + codec + ", so it gets no "
                + kind.name().toLowerCase(Locale.ROOT) + " of this source");
    }

    @Override
    public void failed(String reason) {
        endpoint.tellError(reason);
        endpoint.mediaChanged(false);
        endpoint.connectionChanged(false);
    }
}
