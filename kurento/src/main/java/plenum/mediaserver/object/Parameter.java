package plenum.mediaserver.object;

import org.jspecify.annotations.Nullable;

/** A declared parameter of an operation or constructor, or a field of a complex type. */
public record Parameter<T>(
        String name,
        ValueType<T> type,
        boolean isRequired,
        @Nullable T fallback) {
    public static <T> Parameter<T> required(String name, ValueType<T> type) {
        return new Parameter<>(name, type, true, null);
    }

    public static <T> Parameter<T> optional(String name, ValueType<T> type) {
        return new Parameter<>(name, type, false, null);
    }

    public static <T> Parameter<T> optional(String name, ValueType<T> type, T fallback) {
        return new Parameter<>(name, type, false, fallback);
    }
}
