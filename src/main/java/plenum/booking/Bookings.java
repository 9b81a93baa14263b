package plenum.booking;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All bookings. Blocks on the database; each call is a transaction, or part of the caller's. */
public interface Bookings {
    /** Until the transaction ends, nobody else changes bookings of these. */
    void lock(Collection<UUID> bookables);

    List<Booking> of(UUID event);

    /** Those that overlap a span, in the order of time. */
    List<Booking> during(UUID bookable, Span span);

    /** Which of these are taken at some time of a span, but for what an event takes itself. */
    Set<UUID> taken(Collection<UUID> bookables, Span span, Optional<UUID> exceptEvent);

    /**
     * Takes what they are for.
     *
     * @throws TakenException when one overlaps another: the database refuses it
     */
    void add(List<Booking> bookings);

    void remove(UUID event, UUID bookable);

    void removeOne(UUID booking);

    Optional<Booking> byId(UUID booking);

    /** Those that wait for a keeper, the earliest first; one line for each event. */
    List<Booking> waiting(UUID keeper, boolean admin, int most);

    void confirm(UUID event, UUID bookable);

    /** Which are wanted for an event. */
    Set<UUID> wanted(UUID event);

    /** @param until to when its times are booked already */
    void setWanted(UUID event, UUID bookable, Instant until);

    void removeWanted(UUID event, UUID bookable);

    /** Events whose times are booked to before this. */
    List<UUID> endingBefore(Instant horizon, int most);

    /** Forgets what is over. */
    int forget(Instant before);

    /** Somebody else was faster. */
    final class TakenException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public TakenException(Throwable cause) {
            super(cause);
        }
    }
}
