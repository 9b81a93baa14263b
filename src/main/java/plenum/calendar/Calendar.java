package plenum.calendar;

import java.util.Locale;
import java.util.UUID;

/**
 * A calendar of a person, or of the organisation.
 *
 * @param owner an account; of the organisation's, the admin who keeps it
 * @param organisation whether it belongs to this server, and every admin manages it
 */
public record Calendar(UUID id, UUID owner, String name, Colour colour, boolean organisation) {
    public static final int LONGEST_NAME = 80;

    public Calendar {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a calendar needs a name of at most 80 characters");
        }
    }

    /** Of a person. */
    public Calendar(UUID id, UUID owner, String name, Colour colour) {
        this(id, owner, name, colour, false);
    }

    /** Those that are readable on both themes. */
    public enum Colour {
        TEAL,
        BLUE,
        VIOLET,
        ROSE,
        AMBER,
        GREEN;

        /** Name of its class in the style sheet. */
        public String style() {
            return "calendar-" + name().toLowerCase(Locale.ROOT);
        }
    }
}
