package plenum.booking;

import java.time.Instant;

/**
 * A span of time.
 *
 * @param end after the start; not part of it
 */
public record Span(Instant start, Instant end) {
    public Span {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a span ends after it begins");
        }
    }
}
