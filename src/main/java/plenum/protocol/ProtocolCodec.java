package plenum.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import plenum.protocol.Decoding.Decoded;
import plenum.protocol.Decoding.Malformed;

/**
 * Decodes text frames to messages and encodes messages: {@code {"type":"set-devices","microphone":true,"camera":false}}. Decoding is
 * strict, so that no two readers understand a frame differently: a frame with an unknown type or field, a duplicate key, a missing
 * component or a value over its limit is refused as a whole.
 */
public final class ProtocolCodec {
    private static final Map<String, Class<?>> TYPES =
            ClientMessage.types().collect(Collectors.toUnmodifiableMap(WireNames::of, type -> type));

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(WireLimits.DEPTH)
                            .maxStringLength(WireLimits.FRAME)
                            .maxNumberLength(20)
                            .maxNameLength(64)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .addModule(new SimpleModule().addSerializer(new EnumWriter()))
            .build();

    public Decoding decode(String frame) {
        if (frame.length() > WireLimits.FRAME) {
            return new Malformed("the frame is too long");
        }
        try {
            JsonNode tree = mapper.readTree(frame);
            JsonNode name = tree.get(RecordReader.TYPE);
            Class<?> type = name != null && name.isTextual() ? TYPES.get(name.textValue()) : null;
            if (type == null) {
                return new Malformed("no known type");
            }
            return new Decoded((ClientMessage) RecordReader.read(type, tree, true));
        } catch (JsonProcessingException e) {
            return new Malformed("not the JSON of a message: " + e.getClass().getSimpleName());
        } catch (MalformedException e) {
            return new Malformed(e.reason());
        }
    }

    public String encode(ServerMessage message) {
        try {
            String fields = mapper.writeValueAsString(message);
            String type = "{\"" + RecordReader.TYPE + "\":\"" + WireNames.of(message.getClass()) + '"';
            return fields.equals("{}") ? type + '}' : type + ',' + fields.substring(1);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message that is no JSON: " + WireNames.of(message.getClass()), e);
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class EnumWriter extends StdSerializer<Enum> {
        private static final long serialVersionUID = 1L;

        EnumWriter() {
            super(Enum.class);
        }

        @Override
        public void serialize(Enum value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(WireNames.of(value));
        }
    }
}
