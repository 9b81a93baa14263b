package plenum.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How old films get.
 *
 * @param kept from the end of the meeting on; zero: until their owner deletes them
 */
record FilmAge(Duration kept) {
    private static final Duration NOTICE = Duration.ofDays(7);

    boolean isEndless() {
        return kept.isZero();
    }

    /** How long before the deletion its owner is told: a week, or half of a short life. */
    Duration notice() {
        Duration half = kept.dividedBy(2);
        return half.compareTo(NOTICE) < 0 ? half : NOTICE;
    }

    /** When a film is deleted; empty for never. Where the rule has become stricter, its owner has the time of a notice from now on. */
    Optional<Instant> endOf(Recording recording, Instant now) {
        return recording
                .endedAt()
                .filter(ended -> !isEndless())
                .map(ended -> ended.plus(kept))
                .map(end -> end.isBefore(now) ? now.plus(notice()) : end);
    }
}
