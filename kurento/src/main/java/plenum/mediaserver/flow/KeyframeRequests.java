package plenum.mediaserver.flow;

/**
 * Merges the viewers' wishes for a key frame into what a publisher can bear: the first is passed on at once, then one per second; a wish
 * that came too early waits for its turn, unless a key frame comes first.
 */
final class KeyframeRequests {
    static final long INTERVAL_NANOS = 1_000_000_000L;

    private final RequestSpacing spacing;
    private final Runnable send;
    private long lastNanos;
    private boolean everSent;
    private boolean waiting;

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
        boolean due = waiting && (!everSent || nowNanos - lastNanos >= INTERVAL_NANOS);
        if (due && spacing.isOpen(nowNanos)) {
            spacing.requested(nowNanos);
            everSent = true;
            waiting = false;
            lastNanos = nowNanos;
            send.run();
        }
    }

    /** A key frame has begun to arrive: whoever waited is served. */
    void arrived() {
        waiting = false;
    }
}
