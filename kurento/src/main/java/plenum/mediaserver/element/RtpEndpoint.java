package plenum.mediaserver.element;

import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.object.Arguments;
import plenum.mediaserver.object.ErrorCode;
import plenum.mediaserver.object.ObjectContext;
import plenum.mediaserver.object.Parameter;
import plenum.mediaserver.object.RemoteClass;
import plenum.mediaserver.object.RequestRefused;
import plenum.mediaserver.object.ValueType;
import plenum.mediaserver.webrtc.PlainPeers;
import plenum.mediaserver.webrtc.RtpPeer;

/** Kurento's RtpEndpoint: RTP without ICE and DTLS, in clear or protected by keys in the descriptions. */
final class RtpEndpoint extends SdpEndpoint {
    private static final Parameter<String> KEY = Parameter.optional("key", ValueType.STRING);
    private static final Parameter<String> KEY_BASE64 = Parameter.optional("keyBase64", ValueType.STRING);
    private static final Parameter<String> SUITE = Parameter.optional(
            "crypto",
            ValueType.oneOf(
                    "CryptoSuite",
                    List.of(
                            "AES_128_CM_HMAC_SHA1_32",
                            "AES_128_CM_HMAC_SHA1_80",
                            "AES_256_CM_HMAC_SHA1_32",
                            "AES_256_CM_HMAC_SHA1_80")));

    /** How packets are to be protected. */
    static final ValueType<PlainPeers.Protection> SDES = ValueType.complex(
            "SDES", List.of(KEY, KEY_BASE64, SUITE), RtpEndpoint::protection, protection -> TextNode.valueOf(""));

    static final RemoteClass RTP_ENDPOINT = SdpEndpointInterface.BASE_RTP_ENDPOINT.extended(
            "RtpEndpoint", "elements", RtpEndpoint.class, Set.of("OnKeySoftLimit"), operations -> {});

    private final RtpPeer peer;

    RtpEndpoint(ObjectContext context, MediaPipeline pipeline, PlainPeers peers, PlainPeers.Protection protection) {
        super(context, RTP_ENDPOINT, pipeline);
        this.peer = peers.create(pipeline.loop(), protection, new Events());
    }

    /** An empty one protects nothing, as with Kurento. */
    private static PlainPeers.Protection protection(Arguments given) {
        Optional<String> suite = given.find(SUITE);
        if (suite.isEmpty()) {
            return PlainPeers.Protection.NONE;
        }
        if (!suite.get().equals("AES_128_CM_HMAC_SHA1_80")) {
            throw illegal("Crypto suite " + suite.get() + " is not supported: AES_128_CM_HMAC_SHA1_80 is");
        }
        return given.find(KEY)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .or(() -> given.find(KEY_BASE64).map(RtpEndpoint::decoded))
                .map(key -> PlainPeers.Protection.with(key)
                        .orElseThrow(() -> illegal("Master key size is wrong: it is 30 bytes with its salt")))
                .orElse(PlainPeers.Protection.NEW_KEY);
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw illegal("keyBase64 is no base 64");
        }
    }

    private static RequestRefused illegal(String reason) {
        return new RequestRefused(ErrorCode.MEDIA_OBJECT_ILLEGAL_PARAM_ERROR, reason);
    }

    @Override
    RtpPeer peer() {
        return peer;
    }

    /** There is nothing to be established: a description is enough. */
    @Override
    String processOffer(String offer) {
        String answer = super.processOffer(offer);
        connectionChanged(true);
        return answer;
    }

    @Override
    String processAnswer(String answer) {
        String offer = super.processAnswer(answer);
        connectionChanged(true);
        return offer;
    }

    private final class Events implements RtpPeer.Listener {
        @Override
        public void mediaConnected(boolean connected) {
            mediaChanged(connected);
        }

        @Override
        public void mediaFlowsIn(MediaKind kind, boolean flowing) {
            flowOut(kind, flowing);
        }

        @Override
        public void mediaFlowsOut(MediaKind kind, boolean flowing) {
            flowIn(kind, flowing);
        }

        @Override
        public void codecMismatch(MediaKind kind, String codec) {
            tellError("The other end has not negotiated " + codec + ", so it gets no "
                    + kind.name().toLowerCase(Locale.ROOT) + " of this source");
        }
    }
}
