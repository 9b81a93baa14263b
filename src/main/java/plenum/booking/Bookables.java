package plenum.booking;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import plenum.platform.SecretToken;

/** All that can be booked, and the displays at their doors. Blocks on the database. */
public interface Bookables {
    /** By name. */
    List<Bookable> all();

    Optional<Bookable> byId(UUID id);

    /** Those that somebody may book, by name. */
    List<Bookable> bookableBy(UUID account);

    void store(Bookable bookable);

    /** With its bookings and displays. */
    void delete(UUID id);

    /** Names and ids of the groups that can be named in its terms. */
    List<Named> groups();

    List<Display> displays(UUID bookable);

    void addDisplay(Display display, byte[] tokenHash);

    void removeDisplay(UUID display);

    /** Whose door a display's link is for. */
    Optional<Bookable> byDisplay(SecretToken token);

    record Named(UUID id, String name) {}

    /** A tablet at a door. */
    record Display(UUID id, UUID bookable, String name) {}
}
