package plenum.mediaserver.element;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import plenum.mediaserver.object.KurentoJson;
import plenum.mediaserver.object.Parameter;
import plenum.mediaserver.object.ValueType;

/** An ICE candidate in the protocol's form. */
record IceCandidate(String candidate, String sdpMid, int sdpMLineIndex) {
    private static final Parameter<String> CANDIDATE = Parameter.required("candidate", ValueType.STRING);
    private static final Parameter<String> MID = Parameter.required("sdpMid", ValueType.STRING);
    private static final Parameter<Integer> INDEX = Parameter.required("sdpMLineIndex", ValueType.INT);

    static final ValueType<IceCandidate> TYPE = ValueType.complex(
            "IceCandidate",
            List.of(CANDIDATE, MID, INDEX),
            given -> new IceCandidate(given.get(CANDIDATE), given.get(MID), given.get(INDEX)),
            IceCandidate::toJson);

    ObjectNode toJson() {
        return KurentoJson.complex("IceCandidate")
                .put("candidate", candidate)
                .put("sdpMid", sdpMid)
                .put("sdpMLineIndex", sdpMLineIndex);
    }
}
