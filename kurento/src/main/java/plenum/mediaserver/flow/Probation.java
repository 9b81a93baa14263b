package plenum.mediaserver.flow;

/**
 * When a layer may be chosen again that its publisher gave up while it was wanted: once it has lasted for a while, and for longer each time that
 * it did not. Where a publisher's network is almost enough, its largest picture comes for a second and goes again; each going freezes what is
 * seen until a key frame of another has come.
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
