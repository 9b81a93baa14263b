package plenum.protocol;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** Samples of messages, made by reflection, so that none is forgotten. */
public final class Messages {
    private Messages() {}

    public static ClientMessage sample(Class<?> type) {
        return (ClientMessage) record(type);
    }

    static Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            return type.getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new))
                    .newInstance(Arrays.stream(components)
                            .map(c -> value(c.getType()))
                            .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(Class<?> type) {
        if (type == String.class) {
            return "text";
        } else if (type == int.class || type == Integer.class) {
            return 1;
        } else if (type == long.class || type == Long.class) {
            return 1L;
        } else if (type == boolean.class || type == Boolean.class) {
            return true;
        } else if (type == List.class) {
            return List.of();
        } else if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return record(type);
    }
}
