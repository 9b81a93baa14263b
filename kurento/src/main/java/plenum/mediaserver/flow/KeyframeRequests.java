package plenum.mediaserver.flow;

/**
 * Merges the viewers' wishes for a key frame into what a publisher can bear: the first is passed on at once, then one per second; a wish
 * that came too early waits for its turn, unless a key frame comes first. A request that nothing has come of for half a second may have been lost, and is made again.
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
