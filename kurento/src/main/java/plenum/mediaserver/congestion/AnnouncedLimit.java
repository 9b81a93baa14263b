package plenum.mediaserver.congestion;

/**
 * Turns the bit rate that a receiver announces (REMB, draft-alvestrand-rmcat-remb-03) into a budget. Such an estimate never grows far
 * beyond what is sent, so one that is well above it only means that there is room: then twice as much is tried. If that was too much, it is
 * not tried again for a while.
 */
public final class AnnouncedLimit {
    private static final double ROOM = 1.3;
    private static final long ATTEMPT = 2;
    private static final long PAUSE_NANOS = 10_000_000_000L;

    private long limit;
    private long failedNanos = Long.MIN_VALUE;

    /** @param sending what is being sent, in bit/s */
    public void announced(long bitsPerSecond, long sending, long nowNanos) {
        limit = bitsPerSecond;
        if (bitsPerSecond < sending) {
            failedNanos = nowNanos;
        }
    }

    /** As it was announced last, in bit/s; 0 when it never was. */
    public long bitsPerSecond() {
        return limit;
    }

    /** The bit rate in bit/s that may be sent; 0 when it is not known. */
    public long budget(long sending, long nowNanos) {
        boolean mayTry = failedNanos == Long.MIN_VALUE || nowNanos - failedNanos >= PAUSE_NANOS;
        return mayTry && limit >= sending * ROOM ? limit * ATTEMPT : limit;
    }
}
