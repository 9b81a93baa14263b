package plenum.mediaserver.flow;

/**
 * Decides when a layer that its publisher stopped sending while it was wanted may be chosen again: after it has been received for a while,
 * and longer each time that it stopped soon. Where a publisher's bandwidth is almost enough, its largest layer comes and goes every second,
 * and each end freezes the picture until a key frame of another layer arrives.
 */
final class Probation {
    private static final long FIRST_NANOS = 4_000_000_000L;
    private static final long LONGEST_NANOS = 32_000_000_000L;
    private static final long FORGIVEN_NANOS = 60_000_000_000L;

    private long neededNanos;
    private long failedNanos;

    /** It is not sent any more, and somebody wanted it. */
    void failed(long nowNanos) {
        boolean again = neededNanos > 0 && nowNanos - failedNanos < FORGIVEN_NANOS;
        neededNanos = again ? Math.min(LONGEST_NANOS, 2 * neededNanos) : FIRST_NANOS;
        failedNanos = nowNanos;
    }

    /** @param sentNanos for how long it has been sent now */
    boolean isOver(long sentNanos) {
        return sentNanos >= neededNanos;
    }

    void clear() {
        neededNanos = 0;
    }
}
