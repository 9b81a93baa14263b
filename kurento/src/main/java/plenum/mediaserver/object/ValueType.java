package plenum.mediaserver.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.function.Function;

/**
 * A type of the interface description: how a value is read from a request and written to a reply. Reading is as lenient as the real
 * server's: numbers pass as strings and the other way round where nothing is lost.
 */
public interface ValueType<T> {
    ValueType<String> STRING = new ScalarType<>("String", "a string", ScalarType::readText, TextNode::valueOf);
    ValueType<Integer> INT = new ScalarType<>("int", "an integer", ScalarType::readInt, IntNode::valueOf);
    ValueType<Long> LONG = new ScalarType<>("int64", "an integer", ScalarType::readLong, LongNode::valueOf);
    ValueType<Boolean> BOOLEAN =
            new ScalarType<>("boolean", "a boolean", ScalarType::readBoolean, BooleanNode::valueOf);

    /** As the interface description calls it. */
    String name();

    /** Reads the value of parameter {@code parameter}, or refuses with {@link ErrorCode#MARSHALL_ERROR}. */
    T read(String parameter, JsonNode value, ObjectLookup objects);

    JsonNode write(T value);

    static <E extends Enum<E>> ValueType<E> enumeration(String name, Class<E> type) {
        return derived(
                name,
                (parameter, value, objects) -> {
                    String word = STRING.read(parameter, value, objects);
                    for (E constant : type.getEnumConstants()) {
                        if (constant.name().equals(word)) {
                            return constant;
                        }
                    }
                    throw RequestRefused.marshalling("Invalid value for '" + name + "'");
                },
                constant -> TextNode.valueOf(constant.name()));
    }

    /** A word out of a list that this server only has to remember. */
    static ValueType<String> oneOf(String name, List<String> words) {
        return derived(
                name,
                (parameter, value, objects) -> {
                    String word = STRING.read(parameter, value, objects);
                    if (!words.contains(word)) {
                        throw RequestRefused.marshalling("Invalid value for '" + name + "'");
                    }
                    return word;
                },
                TextNode::valueOf);
    }

    /** An object, named by its id. */
    static <O extends MediaObject> ValueType<O> reference(String name, Class<O> type) {
        return derived(
                name,
                (parameter, value, objects) -> {
                    MediaObject found = objects.require(STRING.read(parameter, value, objects));
                    if (!type.isInstance(found)) {
                        throw new RequestRefused(
                                ErrorCode.INTERNAL_ERROR,
                                "Unexpected error while processing method: '" + parameter + "' is not a " + name);
                    }
                    return type.cast(found);
                },
                object -> TextNode.valueOf(object.id()));
    }

    /** A complex type, read from its fields. */
    static <T> ValueType<T> complex(
            String name, List<Parameter<?>> fields, Function<Arguments, T> fromFields, Function<T, JsonNode> toJson) {
        return derived(
                name,
                (parameter, value, objects) -> {
                    if (!(value instanceof ObjectNode object)) {
                        throw RequestRefused.marshalling("'" + parameter + "' parameter should be an object");
                    }
                    return fromFields.apply(Arguments.read(fields, object, objects));
                },
                toJson);
    }

    /** A complex type that this server only has to give back. */
    static ValueType<ObjectNode> remembered(String name) {
        return derived(
                name,
                (parameter, value, objects) -> {
                    if (!(value instanceof ObjectNode object)) {
                        throw RequestRefused.marshalling("'" + parameter + "' parameter should be an object");
                    }
                    return KurentoJson.complex(name).setAll(object);
                },
                object -> object);
    }

    private static <T> ValueType<T> derived(String name, Reader<T> reader, Function<T, JsonNode> writer) {
        return new ValueType<>() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public T read(String parameter, JsonNode value, ObjectLookup objects) {
                return reader.read(parameter, value, objects);
            }

            @Override
            public JsonNode write(T value) {
                return writer.apply(value);
            }
        };
    }

    /** Reads one value. */
    @FunctionalInterface
    interface Reader<T> {
        T read(String parameter, JsonNode value, ObjectLookup objects);
    }
}
