package plenum.mediaserver.flow;

import plenum.mediaserver.flow.LayerSelector.Rung;

/**
 * How much more bandwidth than it needs must be available before a larger picture is chosen (hysteresis). Each time that a larger picture
 * had to be given up again soon, the margin grows for all pictures up to its size: a picture that changes every few seconds is worse than a
 * small one. The margin shrinks again after a quiet minute.
 */
final class Headroom {
    /** Nothing has gone wrong yet. */
    static final double USUAL = 1.15;

    private static final double MOST = 2;
    private static final double GROWTH = 1.25;
    private static final long SOON_NANOS = 15_000_000_000L;
    private static final long HEALING_NANOS = 60_000_000_000L;

    private final ServerClock clock;
    private double factor = USUAL;
    private int failedPixels;
    private boolean climbed;
    private long climbedNanos;
    private long fellNanos;

    Headroom(ServerClock clock) {
        this.clock = clock;
    }

    /** The larger picture has been chosen. */
    void climbed() {
        climbed = true;
        climbedNanos = clock.nanoTime();
    }

    /** The network carries no more than a smaller picture than this one. */
    void fell(Rung picture) {
        long now = clock.nanoTime();
        if (climbed && now - climbedNanos < SOON_NANOS) {
            factor = Math.min(MOST, factor(picture) * GROWTH);
            failedPixels = picture.pixels();
            fellNanos = now;
        }
        climbed = false;
    }

    /** How many times the rate of this picture. */
    double factor(Rung picture) {
        if (factor > USUAL && clock.nanoTime() - fellNanos > HEALING_NANOS) {
            factor = USUAL;
        }
        return picture.pixels() <= failedPixels ? factor : USUAL;
    }
}
