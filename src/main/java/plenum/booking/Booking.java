package plenum.booking;

import java.util.Optional;
import java.util.UUID;

/**
 * That something is taken for a span of time.
 *
 * @param event for which; empty when it was taken at the door
 * @param by who booked; empty at the door
 * @param title that the display at the door shows; empty when it is hidden
 * @param confirmed false while its keeper has not allowed it; it is taken all the same
 */
public record Booking(
        UUID id,
        UUID bookable,
        Optional<UUID> event,
        Optional<UUID> by,
        String title,
        Span during,
        boolean confirmed) {}
