package plenum.booking;

import java.time.Instant;
import java.util.Optional;

/** Something cannot be booked; nothing of what was to be stored with it is. */
public final class RefusedBookingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String bookable;
    private final transient Optional<Instant> at;

    /** Why not. */
    public enum Reason {
        TAKEN,
        CLOSED,
        NOT_ALLOWED,
        GONE
    }

    RefusedBookingException(Reason reason, String bookable, Optional<Instant> at) {
        super(reason.name());
        this.reason = reason;
        this.bookable = bookable;
        this.at = at;
    }

    public Reason reason() {
        return reason;
    }

    /** Its name. */
    public String bookable() {
        return bookable;
    }

    /** The first time that cannot be. */
    public Optional<Instant> at() {
        return at;
    }
}
