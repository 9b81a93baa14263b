package plenum.mediaserver.flow;

/**
 * Merges the viewers' key frame requests into few to the publisher: the first is sent at once, then one per second; an early request waits
 * for its turn, unless a key frame arrives first. A request without a key frame within half a second may have been lost and is repeated.
 */
final class KeyframeRequests {
    static final long INTERVAL_NANOS = 1_000_000_000L;

    private static final long UNANSWERED_NANOS = 500_000_000L;

    private final RequestSpacing spacing;
    private final Runnable send;
    private long lastNanos;
    private boolean everSent;
    private boolean waiting;
    private boolean answered;

    /** @param spacing shared by the layers of a publication */
    KeyframeRequests(RequestSpacing spacing, Runnable send) {
        this.spacing = spacing;
        this.send = send;
    }

    void request(long nowNanos) {
        waiting = true;
        poll(nowNanos);
    }

    /** Sends what has waited long enough. */
    void poll(long nowNanos) {
        long apart = answered ? INTERVAL_NANOS : UNANSWERED_NANOS;
        boolean due = waiting && (!everSent || nowNanos - lastNanos >= apart);
        if (due && spacing.isOpen(nowNanos)) {
            spacing.requested(nowNanos);
            everSent = true;
            waiting = false;
            answered = false;
            lastNanos = nowNanos;
            send.run();
        }
    }

    /** A key frame has begun to arrive: whoever waited is served. */
    void arrived() {
        waiting = false;
        answered = true;
    }
}
