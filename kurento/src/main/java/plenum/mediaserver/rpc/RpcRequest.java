package plenum.mediaserver.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A call.
 *
 * @param id a string or number; null for a notification
 * @param params an object, or some scalar that the method will not like
 */
record RpcRequest(@Nullable JsonNode id, String method, JsonNode params) implements Incoming {}
