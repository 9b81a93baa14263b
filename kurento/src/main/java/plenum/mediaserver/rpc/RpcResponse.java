package plenum.mediaserver.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.object.ErrorCode;
import plenum.mediaserver.object.KurentoJson;

/** The reply to a call. */
sealed interface RpcResponse {
    ObjectNode toJson();

    /** The call was done. */
    record Result(JsonNode id, JsonNode result) implements RpcResponse {
        @Override
        public ObjectNode toJson() {
            return envelope(id).set("result", result);
        }
    }

    /** It was not. */
    record Failure(JsonNode id, RpcError error) implements RpcResponse {
        @Override
        public ObjectNode toJson() {
            return envelope(id).set("error", error.toJson());
        }
    }

    /** The reply to a call that was done; to a notification that is an error, as the real server has it. */
    static RpcResponse done(@Nullable JsonNode id, JsonNode result) {
        return id == null
                ? new Failure(
                        NullNode.instance,
                        new RpcError(
                                ErrorCode.PARAMETER_MISSING.number(),
                                "Ignoring response because of a notification request",
                                result))
                : new Result(id, result);
    }

    static RpcResponse failed(@Nullable JsonNode id, RpcError error) {
        return new Failure(id == null ? NullNode.instance : id, error);
    }

    private static ObjectNode envelope(JsonNode id) {
        return KurentoJson.object().put("jsonrpc", "2.0").set("id", id);
    }
}
