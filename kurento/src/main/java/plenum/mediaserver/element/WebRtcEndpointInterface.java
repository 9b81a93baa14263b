package plenum.mediaserver.element;

import java.util.Set;
import plenum.mediaserver.object.Operations;
import plenum.mediaserver.object.Parameter;
import plenum.mediaserver.object.RemoteClass;
import plenum.mediaserver.object.ValueType;

/** The operations of a WebRTC endpoint. */
final class WebRtcEndpointInterface {
    private static final Parameter<IceCandidate> CANDIDATE = Parameter.required("candidate", IceCandidate.TYPE);
    private static final Parameter<String> LABEL = Parameter.optional("label", ValueType.STRING);
    private static final Parameter<Boolean> ORDERED = Parameter.optional("ordered", ValueType.BOOLEAN);
    private static final Parameter<Integer> LIFE_TIME = Parameter.optional("maxPacketLifeTime", ValueType.INT);
    private static final Parameter<Integer> RETRANSMITS = Parameter.optional("maxRetransmits", ValueType.INT);
    private static final Parameter<String> PROTOCOL = Parameter.optional("protocol", ValueType.STRING);
    private static final Parameter<Integer> CHANNEL = Parameter.required("channelId", ValueType.INT);

    private static final Set<String> EVENTS = Set.of(
            "IceCandidateFound",
            "IceGatheringDone",
            "IceComponentStateChanged",
            "NewCandidatePairSelected",
            "DtlsConnectionStateChange",
            "DataChannelOpened",
            "DataChannelClosed");

    static final RemoteClass WEB_RTC_ENDPOINT = SdpEndpointInterface.BASE_RTP_ENDPOINT.extended(
            "WebRtcEndpoint", "elements", WebRtcEndpoint.class, EVENTS, WebRtcEndpointInterface::describe);

    private WebRtcEndpointInterface() {}

    private static void describe(Operations.Table<WebRtcEndpoint> operations) {
        describeIceSettings(operations);
        operations
                .does("gatherCandidates", (self, given) -> self.gatherCandidates())
                .does("addIceCandidate", (self, given) -> self.addIceCandidate(given.get(CANDIDATE)), CANDIDATE)
                .readOnly("ICECandidatePairs", WebRtcEndpoint::candidatePairs)
                .readOnly("IceConnectionState", WebRtcEndpoint::iceConnections)
                .readOnly("DtlsConnectionState", WebRtcEndpoint::dtlsConnections)
                .does(
                        "createDataChannel",
                        (self, given) -> WebRtcEndpoint.refuseDataChannels(),
                        LABEL,
                        ORDERED,
                        LIFE_TIME,
                        RETRANSMITS,
                        PROTOCOL)
                .does("closeDataChannel", (self, given) -> WebRtcEndpoint.refuseDataChannels(), CHANNEL);
    }

    private static void describeIceSettings(Operations.Table<WebRtcEndpoint> operations) {
        operations
                .property(
                        "networkInterfaces",
                        ValueType.STRING,
                        self -> self.iceSettings().networkInterfaces(),
                        (self, names) -> self.iceSettings().networkInterfaces(names))
                .property(
                        "iceTcp",
                        ValueType.BOOLEAN,
                        self -> self.iceSettings().iceTcp(),
                        (self, on) -> self.iceSettings().iceTcp(on))
                .property(
                        "stunServerAddress",
                        ValueType.STRING,
                        self -> self.iceSettings().stunServerAddress(),
                        (self, address) -> self.iceSettings().stunServerAddress(address))
                .property(
                        "stunServerPort",
                        ValueType.INT,
                        self -> self.iceSettings().stunServerPort(),
                        (self, port) -> self.iceSettings().stunServerPort(port))
                .property(
                        "turnUrl",
                        ValueType.STRING,
                        self -> self.iceSettings().turnUrl(),
                        (self, url) -> self.iceSettings().turnUrl(url))
                .property(
                        "externalIPv4",
                        ValueType.STRING,
                        self -> self.iceSettings().externalIpv4(),
                        (self, address) -> self.iceSettings().externalIpv4(address))
                .property(
                        "externalIPv6",
                        ValueType.STRING,
                        self -> self.iceSettings().externalIpv6(),
                        (self, address) -> self.iceSettings().externalIpv6(address));
    }
}
