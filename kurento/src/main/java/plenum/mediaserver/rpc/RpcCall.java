package plenum.mediaserver.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import plenum.mediaserver.object.ErrorCode;
import plenum.mediaserver.object.KurentoJson;
import plenum.mediaserver.object.RequestRefused;

/** A request, and the session in which it is made; only {@code ping} needs none. */
record RpcCall(String sessionId, ObjectNode params) {
    /** A parameter that must be there. */
    String text(String name) {
        JsonNode value = params.get(name);
        if (value == null || value.isNull()) {
            throw missing(name);
        }
        if (value.isContainerNode()) {
            throw new RequestRefused(ErrorCode.MARSHALL_ERROR, "'" + name + "' parameter should be a string");
        }
        return value.asText();
    }

    /** An object of further parameters, empty when it is not given. */
    ObjectNode nested(String name) {
        JsonNode value = params.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return KurentoJson.object();
        }
        if (!(value instanceof ObjectNode object)) {
            throw new RequestRefused(ErrorCode.MARSHALL_ERROR, "'" + name + "' should be an object");
        }
        return object;
    }

    boolean has(String name) {
        return params.hasNonNull(name);
    }

    static RequestRefused missing(String name) {
        return new RequestRefused(ErrorCode.PARAMETER_MISSING, "'" + name + "' parameter is required");
    }
}
