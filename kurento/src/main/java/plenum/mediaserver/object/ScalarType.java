package plenum.mediaserver.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Function;

/** A type without parts. */
record ScalarType<T>(
        String name, String description, Function<JsonNode, Optional<T>> reader, Function<T, ? extends JsonNode> writer)
        implements ValueType<T> {
    @Override
    public T read(String parameter, JsonNode value, ObjectLookup objects) {
        return reader.apply(value)
                .orElseThrow(
                        () -> RequestRefused.marshalling("'" + parameter + "' parameter should be " + description));
    }

    @Override
    public JsonNode write(T value) {
        return writer.apply(value);
    }

    static Optional<String> readText(JsonNode value) {
        return value.isTextual() || value.isNumber() || value.isBoolean()
                ? Optional.of(value.asText())
                : Optional.empty();
    }

    static Optional<Integer> readInt(JsonNode value) {
        if (value.isBoolean()) {
            return Optional.of(value.booleanValue() ? 1 : 0);
        }
        return value.isNumber() && value.canConvertToInt() ? Optional.of(value.intValue()) : Optional.empty();
    }

    static Optional<Long> readLong(JsonNode value) {
        return value.isNumber() && value.canConvertToLong() ? Optional.of(value.longValue()) : Optional.empty();
    }

    static Optional<Boolean> readBoolean(JsonNode value) {
        if (value.isBoolean()) {
            return Optional.of(value.booleanValue());
        }
        return value.isNumber() ? Optional.of(value.doubleValue() != 0) : Optional.empty();
    }
}
