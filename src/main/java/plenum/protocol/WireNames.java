package plenum.protocol;

import java.util.Locale;

/** Converts Java's names to those of the wire: lower kebab-case, {@code SetDevices} and {@code SET_DEVICES} as {@code set-devices}. */
public final class WireNames {
    private static final ClassValue<String> TYPES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> message) {
            return message.getSimpleName()
                    .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                    .toLowerCase(Locale.ROOT);
        }
    };

    private WireNames() {}

    /** The type of a message. */
    public static String of(Class<?> message) {
        return TYPES.get(message);
    }

    public static String of(Enum<?> constant) {
        return constant.name().replace('_', '-').toLowerCase(Locale.ROOT);
    }
}
