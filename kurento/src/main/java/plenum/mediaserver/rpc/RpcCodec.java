package plenum.mediaserver.rpc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.object.KurentoJson;

/** Decodes requests and encodes replies: compact JSON with sorted keys. Length, depth and number of values are limited. */
final class RpcCodec {
    static final int MAX_MESSAGE = 1024 * 1024;

    private static final int MAX_DEPTH = 32;
    private static final int MAX_NUMBER = 64;
    private static final int MAX_NAME = 256;

    private final ObjectReader reader;
    private final ObjectWriter writer;

    RpcCodec() {
        StreamReadConstraints limits = StreamReadConstraints.builder()
                .maxDocumentLength(MAX_MESSAGE)
                .maxStringLength(MAX_MESSAGE)
                .maxNestingDepth(MAX_DEPTH)
                .maxNumberLength(MAX_NUMBER)
                .maxNameLength(MAX_NAME)
                .build();
        JsonMapper mapper = JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(limits).build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
                .build();
        reader = mapper.readerFor(JsonNode.class);
        writer = mapper.writer();
    }

    Incoming read(String text) {
        JsonNode message;
        try {
            message = reader.readTree(text);
        } catch (JsonProcessingException e) {
            return new Incoming.Unreadable("not JSON: " + e.getClass().getSimpleName());
        }
        return message.isMissingNode() ? new Incoming.Unreadable("empty") : interpret(message);
    }

    /** Reads a request out of a transaction. */
    Incoming interpret(JsonNode message) {
        JsonNode method = message.path("method");
        if (!message.isObject() || !message.path("jsonrpc").asText().equals("2.0") || !method.isTextual()) {
            return new Incoming.Invalid();
        }
        JsonNode params = message.path("params");
        if (params.isArray()) {
            return new Incoming.Unreadable("params is a list");
        }
        JsonNode id = message.path("id");
        if (id.isContainerNode() || id.isBoolean()) {
            return new Incoming.Invalid();
        }
        return new RpcRequest(
                idOrNull(id), method.textValue(), params.isNull() || params.isMissingNode() ? none() : params);
    }

    String write(ObjectNode message) {
        try {
            return writer.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON nodes can always be written", e);
        }
    }

    private static @Nullable JsonNode idOrNull(JsonNode id) {
        return id.isNull() || id instanceof MissingNode ? null : id;
    }

    private static ObjectNode none() {
        return KurentoJson.object();
    }
}
