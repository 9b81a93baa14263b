package plenum.mediaserver.element;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.flow.PacketSource;
import plenum.mediaserver.object.ErrorCode;
import plenum.mediaserver.object.KurentoJson;
import plenum.mediaserver.object.ObjectContext;
import plenum.mediaserver.object.RemoteClass;
import plenum.mediaserver.object.RequestRefused;
import plenum.mediaserver.webrtc.NegotiationException;
import plenum.mediaserver.webrtc.RtpPeer;

/**
 * An endpoint that is negotiated by SDP and carries RTP.
 *
 * <p>Life cycle: new, negotiated, connection up and down, media up and down, closed. The session starts with the first media and terminates
 * with the connection.
 */
abstract class SdpEndpoint extends MediaElement {
    private static final Logger LOG = LoggerFactory.getLogger(SdpEndpoint.class);
    private static final int DEFAULT_MAX_VIDEO_SEND = 500;

    private final Map<MediaKind, PacketSource> received = new EnumMap<>(MediaKind.class);
    private final RtpSettings rtpSettings = new RtpSettings();
    private int maxVideoSend = DEFAULT_MAX_VIDEO_SEND;
    private int maxVideoReceive;
    private boolean connected;
    private boolean mediaConnected;
    private boolean sessionStarted;

    SdpEndpoint(ObjectContext context, RemoteClass remoteClass, MediaPipeline pipeline) {
        super(context, remoteClass, pipeline);
    }

    /** Negotiation as the layer below does it. */
    @FunctionalInterface
    interface Negotiation {
        String run() throws NegotiationException;
    }

    abstract RtpPeer peer();

    String generateOffer() {
        return negotiated(peer()::generateOffer);
    }

    String processOffer(String offer) {
        return negotiated(() -> peer().processOffer(offer));
    }

    String processAnswer(String answer) {
        return negotiated(() -> peer().processAnswer(answer));
    }

    Optional<String> localDescription() {
        return Optional.ofNullable(peer().localDescription());
    }

    Optional<String> remoteDescription() {
        return Optional.ofNullable(peer().remoteDescription());
    }

    /** For the video that this endpoint is sent: its publisher is asked. */
    void requestKeyFrame() {
        if (!(graph().origin(this, MediaKind.VIDEO) instanceof MediaElement publisher)) {
            throw new RequestRefused(
                    ErrorCode.MEDIA_OBJECT_OPERATION_NOT_SUPPORTED,
                    "Keyframe request failed (must be requested from a subscriber element)");
        }
        publisher.requestKeyFrameOfSource();
    }

    @Override
    void requestKeyFrameOfSource() {
        peer().requestKeyFrame();
    }

    @Override
    public PacketSource source(MediaKind kind) {
        return peer().source(kind);
    }

    @Override
    public void inputChanged(MediaKind kind, @Nullable MediaNode origin) {
        PacketSource source = origin == null ? null : origin.source(kind);
        PacketSource before = source == null ? received.remove(kind) : received.put(kind, source);
        if (before != source) {
            peer().receiveFrom(kind, source);
        }
    }

    @Override
    ObjectNode stats(Optional<MediaType> type) {
        StatsReport report = new StatsReport(context().clock().millis());
        peer().stats().stream()
                .filter(stream -> type.isEmpty() || type.get() == MediaType.of(stream.kind()))
                .forEach(stream -> report.addStream(id(), stream));
        report.addEndpoint(id(), type);
        if (type.isEmpty()) {
            report.addSession(id());
        }
        return report.toJson();
    }

    @Override
    protected void close() {
        super.close();
        peer().close();
    }

    RtpSettings rtpSettings() {
        return rtpSettings;
    }

    /** In kbit/s; 500 until it is set, as with Kurento, but only a cap that was set is applied. */
    int maxVideoSend() {
        return maxVideoSend;
    }

    void maxVideoSend(int kilobits) {
        maxVideoSend = atLeastZero("maxVideoSendBandwidth", kilobits);
        peer().maxVideoSendBandwidth(kilobits * 1000L);
    }

    /** In kbit/s; 0 for no limit. */
    int maxVideoReceive() {
        return maxVideoReceive;
    }

    void maxVideoReceive(int kilobits) {
        maxVideoReceive = atLeastZero("maxVideoRecvBandwidth", kilobits);
        peer().maxVideoReceiveBandwidth(kilobits * 1000L);
    }

    String connectionState() {
        return word(connected);
    }

    String mediaState() {
        return word(mediaConnected);
    }

    /** The transport works, or does not any more. */
    void connectionChanged(boolean nowConnected) {
        if (connected != nowConnected) {
            emitChange("ConnectionStateChanged", connected, nowConnected);
            connected = nowConnected;
        }
        if (!nowConnected && sessionStarted) {
            sessionStarted = false;
            emit("MediaSessionTerminated", KurentoJson.object());
        }
    }

    /** RTP flows, or its transport is gone. */
    void mediaChanged(boolean nowConnected) {
        if (mediaConnected != nowConnected) {
            emitChange("MediaStateChanged", mediaConnected, nowConnected);
            mediaConnected = nowConnected;
        }
        if (nowConnected && !sessionStarted) {
            sessionStarted = true;
            emit("MediaSessionStarted", KurentoJson.object());
        }
    }

    /** Runs a negotiation and puts its refusal into Kurento's words. */
    static String negotiated(Negotiation negotiation) {
        try {
            return negotiation.run();
        } catch (NegotiationException e) {
            throw switch (e.reason()) {
                case INVALID_SDP -> new RequestRefused(ErrorCode.SDP_PARSE_ERROR, "Invalid SDP");
                case EMPTY_OFFER -> new RequestRefused(ErrorCode.SDP_PARSE_ERROR, "Empty offer not valid");
                case ALREADY_NEGOTIATED ->
                    new RequestRefused(ErrorCode.SDP_END_POINT_ALREADY_NEGOTIATED, "Endpoint already negotiated");
                case OFFER_NOT_GENERATED ->
                    new RequestRefused(
                            ErrorCode.SDP_END_POINT_NOT_OFFER_GENERATED,
                            "Offer not generated. It is not possible to process an answer.");
                case ANSWER_ALREADY_PROCESSED ->
                    new RequestRefused(
                            ErrorCode.SDP_END_POINT_ANSWER_ALREADY_PROCCESED, "Sdp Answer already processed");
                case NOT_NEGOTIATED ->
                    new RequestRefused(ErrorCode.ICE_GATHER_CANDIDATES_ERROR, "Endpoint not negotiated yet");
            };
        }
    }

    /** Tells subscribers that something failed that no request can be answered with. */
    void tellError(String description) {
        LOG.info("{} failed: {}", id(), description);
        emitUntyped(
                "Error",
                KurentoJson.object()
                        .put("description", description)
                        .put("errorCode", 0)
                        .put("type", "UNEXPECTED_ELEMENT_ERROR"));
    }

    private void emitChange(String event, boolean before, boolean after) {
        emit(event, KurentoJson.object().put("oldState", word(before)).put("newState", word(after)));
    }

    private static String word(boolean connected) {
        return connected ? "CONNECTED" : "DISCONNECTED";
    }

    private static int atLeastZero(String property, int value) {
        if (value < 0) {
            throw new RequestRefused(
                    ErrorCode.MEDIA_OBJECT_ILLEGAL_PARAM_ERROR, "'" + property + "' must not be negative");
        }
        return value;
    }
}
