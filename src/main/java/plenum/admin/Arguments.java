package plenum.admin;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Values of an action, by their names. */
public record Arguments(Map<String, String> values) {
    private static final int LONGEST = 65_536;

    public Arguments {
        values = Map.copyOf(values);
    }

    public static Arguments none() {
        return new Arguments(Map.of());
    }

    /** Throws {@link RefusedException} when it is missing or far too long. */
    String text(String name) {
        return optional(name).orElseThrow(() -> new RefusedException("missing", name));
    }

    /** Blank counts as missing. */
    Optional<String> optional(String name) {
        Optional<String> value =
                Optional.ofNullable(values.get(name)).map(String::strip).filter(text -> !text.isEmpty());
        if (value.filter(text -> text.length() > LONGEST).isPresent()) {
            throw new RefusedException("value", name);
        }
        return value;
    }

    <E extends Enum<E>> E one(String name, Class<E> type) {
        return parse(text(name), name, type);
    }

    static <E extends Enum<E>> E parse(String text, String name, Class<E> type) {
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new RefusedException("value", name);
        }
    }

    boolean onOrOff(String name) {
        return switch (text(name)) {
            case "on", "true" -> true;
            case "off", "false" -> false;
            default -> throw new RefusedException("value", name);
        };
    }

    /** Zero or more, up to a number. */
    long number(String name, long most) {
        String text = text(name);
        if (!text.matches("\\d{1,15}") || Long.parseLong(text) > most) {
            throw new RefusedException("value", name);
        }
        return Long.parseLong(text);
    }
}
