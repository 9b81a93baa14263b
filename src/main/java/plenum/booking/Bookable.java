package plenum.booking;

import java.util.Optional;
import java.util.UUID;

/**
 * A meeting room, or a thing such as a projector.
 *
 * @param capacity how many people a room holds; 0 for a thing
 * @param equipment in words
 * @param place where it is
 */
public record Bookable(UUID id, String name, int capacity, String equipment, String place, Terms terms) {
    public static final int LONGEST_NAME = 80;
    public static final int LONGEST_WORDS = 300;
    public static final int MOST_PEOPLE = 100_000;

    public Bookable {
        if (name.isBlank()
                || name.length() > LONGEST_NAME
                || equipment.length() > LONGEST_WORDS
                || place.length() > LONGEST_WORDS
                || capacity < 0
                || capacity > MOST_PEOPLE) {
            throw new IllegalArgumentException("what can be booked needs a name, and its words have limits");
        }
    }

    /**
     * The conditions of booking.
     *
     * @param group whose members may book; empty for everybody who can sign in
     * @param keeper an account that allows or refuses each booking; empty when none is needed
     * @param hours when it is open
     */
    public record Terms(Optional<UUID> group, Optional<UUID> keeper, OpeningHours hours) {}

    /** Its name, and where it is. */
    public String shown() {
        return place.isEmpty() ? name : name + ", " + place;
    }
}
