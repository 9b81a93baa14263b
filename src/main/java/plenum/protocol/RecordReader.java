package plenum.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Builds a record from JSON, component by component, and strictly: no unknown field, no missing component, no null, no number in quotes.
 * Knows the few component types that messages have.
 */
final class RecordReader {
    /** The field of the envelope that is no component. */
    static final String TYPE = "type";

    private RecordReader() {}

    static Object read(Class<?> type, JsonNode object, boolean envelope) throws MalformedException {
        if (!object.isObject()) {
            throw new MalformedException(type.getSimpleName() + " is not an object");
        }
        RecordComponent[] components = type.getRecordComponents();
        Set<String> known = new HashSet<>();
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            known.add(components[i].getName());
            values[i] = component(components[i], object.get(components[i].getName()));
        }
        for (String field : (Iterable<String>) object::fieldNames) {
            if (!known.contains(field) && !(envelope && field.equals(TYPE))) {
                throw new MalformedException("unknown field in " + type.getSimpleName());
            }
        }
        return construct(type, components, values);
    }

    private static @Nullable Object component(RecordComponent component, @Nullable JsonNode value)
            throws MalformedException {
        if (value == null) {
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                return null;
            }
            throw new MalformedException(component.getName() + " is missing");
        }
        return value(component, component.getGenericType(), value);
    }

    private static Object value(RecordComponent of, Type type, JsonNode value) throws MalformedException {
        if (type == String.class) {
            return text(of, value);
        } else if (type == boolean.class) {
            return check(value.isBoolean(), of, "is not true or false", value).booleanValue();
        } else if (type == int.class || type == Integer.class) {
            return (int) number(of, value, value.canConvertToInt());
        } else if (type == long.class || type == Long.class) {
            return number(of, value, value.canConvertToLong());
        } else if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return list(of, list.getActualTypeArguments()[0], value);
        } else if (type instanceof Class<?> named && named.isEnum()) {
            return constant(of, named, value);
        } else if (type instanceof Class<?> named && named.isRecord()) {
            return read(named, value, false);
        }
        throw new IllegalStateException("messages have no components of " + type);
    }

    private static String text(RecordComponent of, JsonNode value) throws MalformedException {
        String text = check(value.isTextual(), of, "is not a text", value).textValue();
        Most limit = of.getAnnotation(Most.class);
        int most = limit == null ? Most.ID : limit.value();
        // surrounding white space is forgiven, as people type it, but only in reason
        boolean fits = text.length() <= 4 * most
                && text.strip().codePointCount(0, text.strip().length()) <= most;
        check(fits, of, "is too long", value);
        return text;
    }

    private static long number(RecordComponent of, JsonNode value, boolean fits) throws MalformedException {
        check(value.isIntegralNumber() && fits, of, "is not a whole number in range", value);
        long number = value.longValue();
        Range range = of.getAnnotation(Range.class);
        check(range == null || (number >= range.least() && number <= range.most()), of, "is out of range", value);
        return number;
    }

    private static List<Object> list(RecordComponent of, Type element, JsonNode value) throws MalformedException {
        check(value.isArray(), of, "is not a list", value);
        check(value.size() <= WireLimits.LIST, of, "is too long", value);
        List<Object> items = new ArrayList<>(value.size());
        for (JsonNode item : value) {
            items.add(value(of, element, item));
        }
        return List.copyOf(items);
    }

    private static Object constant(RecordComponent of, Class<?> type, JsonNode value) throws MalformedException {
        for (Object constant : type.getEnumConstants()) {
            if (value.isTextual() && WireNames.of((Enum<?>) constant).equals(value.textValue())) {
                return constant;
            }
        }
        throw new MalformedException(of.getName() + " is not one of the known words");
    }

    private static JsonNode check(boolean holds, RecordComponent of, String complaint, JsonNode value)
            throws MalformedException {
        if (!holds) {
            throw new MalformedException(of.getName() + " " + complaint);
        }
        return value;
    }

    private static Object construct(Class<?> type, RecordComponent[] components, @Nullable Object[] values) {
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
        }
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException("cannot make a " + type.getSimpleName(), e);
        }
    }
}
