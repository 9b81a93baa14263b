package plenum.scim;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import plenum.platform.SecretToken;

/** The JSON of SCIM, whose names of attributes are the same in capital and in small letters (RFC 7643 section 2.1). */
final class ScimJson {
    static final JsonMapper MAPPER = mapper();
    private static final int DEEPEST = 12;
    private static final int VERSION_BYTES = 12;

    private ScimJson() {}

    private static JsonMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
        return mapper;
    }

    /** Throws {@link ScimException} for anything but an object. */
    static ObjectNode object(String text) {
        try {
            if (MAPPER.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw ScimException.bad("invalidSyntax", "The body is no JSON: " + e.getOriginalMessage());
        }
        throw ScimException.bad("invalidSyntax", "The body is no object.");
    }

    /** The name that an object has for an attribute; the given one when it has none. */
    static String key(JsonNode object, String name) {
        if (object.has(name)) {
            return name;
        }
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String found = names.next();
            if (found.equalsIgnoreCase(name)) {
                return found;
            }
        }
        return name;
    }

    /** A missing node when there is none. */
    static JsonNode at(JsonNode object, String name) {
        return object.path(key(object, name));
    }

    /** A text that is there and not blank. */
    static Optional<String> text(JsonNode object, String name) {
        JsonNode value = at(object, name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw ScimException.bad("invalidValue", name + " is no text.");
        }
        return Optional.of(value.textValue().replace("\0", "").strip()).filter(text -> !text.isEmpty());
    }

    /** Some directories send {@code "True"} and {@code "False"}. */
    static Optional<Boolean> flag(JsonNode object, String name) {
        JsonNode value = at(object, name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        return switch (value.asText().toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> throw ScimException.bad("invalidValue", name + " is neither true nor false.");
        };
    }

    /** Entity tag of a resource: the same content has the same one (RFC 7644 section 3.14). */
    static String version(ObjectNode resource) {
        byte[] hash = SecretToken.hash(resource.toString());
        return "W/\"" + HexFormat.of().formatHex(hash, 0, VERSION_BYTES) + "\"";
    }

    /** Attributes at the top, without those that nobody asked for; {@code id} and {@code schemas} always stay. */
    static void keepOnly(ObjectNode resource, Map<String, Boolean> wanted) {
        boolean only = wanted.containsValue(true);
        for (Iterator<String> names = resource.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            Boolean asked = wanted.get(name.toLowerCase(Locale.ROOT));
            boolean always = name.equals("id") || name.equals("schemas");
            if (!always && (only ? asked == null || !asked : asked != null)) {
                names.remove();
            }
        }
    }
}
