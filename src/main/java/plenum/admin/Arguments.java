package plenum.admin;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Values of an action, by their names. */
public record Arguments(Map<String, String> values) {
    private static final int LONGEST = 65_536;
    /** A file in Base64. */
    private static final int LONGEST_FILE = 700_000;

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

    /** The content of a file. */
    String file(String name) {
        return optional(name, LONGEST_FILE).orElseThrow(() -> new RefusedException("missing", name));
    }

    /** Blank counts as missing. */
    Optional<String> optional(String name) {
        return optional(name, LONGEST);
    }

    private Optional<String> optional(String name, int longest) {
        Optional<String> value =
                Optional.ofNullable(values.get(name)).map(String::strip).filter(text -> !text.isEmpty());
        if (value.filter(text -> text.length() > longest).isPresent()) {
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
