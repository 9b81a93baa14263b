package plenum.mediaserver.element;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import plenum.mediaserver.object.ErrorCode;
import plenum.mediaserver.object.KurentoJson;
import plenum.mediaserver.object.Operations;
import plenum.mediaserver.object.Parameter;
import plenum.mediaserver.object.RemoteClass;
import plenum.mediaserver.object.RequestRefused;
import plenum.mediaserver.object.ValueType;

/** The operations of every endpoint that is negotiated by SDP. */
final class SdpEndpointInterface {
    private static final Parameter<String> OFFER = Parameter.required("offer", ValueType.STRING);
    private static final Parameter<String> ANSWER = Parameter.required("answer", ValueType.STRING);
    private static final Parameter<ObjectNode> OPTIONS =
            Parameter.optional("options", ValueType.remembered("OfferOptions"));

    /** The superclass of all ends of a pipeline. */
    static final RemoteClass ENDPOINT = MediaElementInterface.MEDIA_ELEMENT.extended(
            "Endpoint", "core", MediaElement.class, Set.of(), operations -> {});

    private static final RemoteClass SESSION_ENDPOINT = ENDPOINT.extended(
            "SessionEndpoint",
            "core",
            MediaElement.class,
            Set.of("MediaSessionStarted", "MediaSessionTerminated"),
            operations -> {});

    private static final RemoteClass SDP_ENDPOINT = SESSION_ENDPOINT.extended(
            "SdpEndpoint", "core", SdpEndpoint.class, Set.of(), SdpEndpointInterface::describeNegotiation);

    static final RemoteClass BASE_RTP_ENDPOINT = SDP_ENDPOINT.extended(
            "BaseRtpEndpoint",
            "core",
            SdpEndpoint.class,
            Set.of("MediaStateChanged", "ConnectionStateChanged"),
            SdpEndpointInterface::describeRtp);

    private SdpEndpointInterface() {}

    private static void describeNegotiation(Operations.Table<SdpEndpoint> operations) {
        operations
                .answers("generateOffer", (self, given) -> KurentoJson.text(self.generateOffer()), OPTIONS)
                .answers("processOffer", (self, given) -> KurentoJson.text(self.processOffer(given.get(OFFER))), OFFER)
                .answers(
                        "processAnswer",
                        (self, given) -> KurentoJson.text(self.processAnswer(given.get(ANSWER))),
                        ANSWER)
                .answers(
                        "getLocalSessionDescriptor",
                        (self, given) -> KurentoJson.text(described(
                                self.localDescription(), ErrorCode.SDP_END_POINT_NO_LOCAL_SDP_ERROR, "No local SDP")))
                .answers(
                        "getRemoteSessionDescriptor",
                        (self, given) -> KurentoJson.text(described(
                                self.remoteDescription(),
                                ErrorCode.SDP_END_POINT_NO_REMOTE_SDP_ERROR,
                                "No remote SDP")))
                .property(
                        "maxAudioRecvBandwidth",
                        ValueType.INT,
                        self -> self.rtpSettings().maxAudioReceive(),
                        (self, kilobits) -> self.rtpSettings().maxAudioReceive(kilobits))
                .property(
                        "maxVideoRecvBandwidth",
                        ValueType.INT,
                        SdpEndpoint::maxVideoReceive,
                        SdpEndpoint::maxVideoReceive);
    }

    private static String described(Optional<String> description, ErrorCode otherwise, String reason) {
        return description.orElseThrow(() -> new RequestRefused(otherwise, reason));
    }

    private static void describeRtp(Operations.Table<SdpEndpoint> operations) {
        operations
                .readOnly("mediaState", self -> KurentoJson.text(self.mediaState()))
                .readOnly("connectionState", self -> KurentoJson.text(self.connectionState()))
                .does("requestKeyframe", (self, given) -> self.requestKeyFrame())
                .property("maxVideoSendBandwidth", ValueType.INT, SdpEndpoint::maxVideoSend, SdpEndpoint::maxVideoSend)
                .property(
                        "minVideoRecvBandwidth",
                        ValueType.INT,
                        self -> self.rtpSettings().minVideoReceive(),
                        (self, kilobits) -> self.rtpSettings().minVideoReceive(kilobits))
                .property(
                        "minVideoSendBandwidth",
                        ValueType.INT,
                        self -> self.rtpSettings().minVideoSend(),
                        (self, kilobits) -> self.rtpSettings().minVideoSend(kilobits))
                .property("mtu", ValueType.INT, self -> self.rtpSettings().mtu(), (self, bytes) -> self.rtpSettings()
                        .mtu(bytes))
                .property(
                        "rembParams",
                        ValueType.remembered("RembParams"),
                        self -> self.rtpSettings().rembParams(),
                        (self, params) -> self.rtpSettings().rembParams(params));
    }
}
