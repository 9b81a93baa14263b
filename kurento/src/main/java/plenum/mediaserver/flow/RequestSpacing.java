package plenum.mediaserver.flow;

/**
 * Keeps key frame requests to a publisher apart, for all its layers together: browsers answer one with key frames of all layers, and ignore
 * another within 300 milliseconds.
 */
final class RequestSpacing {
    private static final long DEAF_NANOS = 320_000_000L;

    private long lastNanos = Long.MIN_VALUE;

    /** Whether a request would be heard now. */
    boolean isOpen(long nowNanos) {
        return lastNanos == Long.MIN_VALUE || nowNanos - lastNanos >= DEAF_NANOS;
    }

    void requested(long nowNanos) {
        lastNanos = nowNanos;
    }
}
