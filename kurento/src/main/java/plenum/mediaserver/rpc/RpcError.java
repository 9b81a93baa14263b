package plenum.mediaserver.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.object.ErrorCode;
import plenum.mediaserver.object.KurentoJson;
import plenum.mediaserver.object.RequestRefused;

/** The error of a reply. Kurento's own codes have their type as data. */
record RpcError(int code, String message, @Nullable JsonNode data) {
    static RpcError of(ErrorCode code, String message) {
        ObjectNode data =
                code.type().map(type -> KurentoJson.object().put("type", type)).orElse(null);
        return new RpcError(code.number(), message, data);
    }

    static RpcError of(RequestRefused refused) {
        return of(refused.code(), String.valueOf(refused.getMessage()));
    }

    static RpcError invalidRequest() {
        return of(ErrorCode.INVALID_REQUEST, "Invalid JSON-RPC request.");
    }

    ObjectNode toJson() {
        ObjectNode json = KurentoJson.object().put("code", code).put("message", message);
        if (data != null) {
            json.set("data", data);
        }
        return json;
    }
}
