package plenum.mediaserver.flow;

/** Whether the path to a peer loses packets: from the first report of losses until reports have shown none for a while. */
final class Lossiness {
    /** In 256th: two percent, which ask for measures that cost little. */
    private static final int NOTEWORTHY = 5;
    /** Five percent, in each of several reports: nothing that needs much room will do. */
    private static final int MUCH = 13;

    private static final int SEVERAL = 3;
    private static final long WHILE_NANOS = 20_000_000_000L;
    /** Short, because those who wait see less than they could. */
    private static final long SHORT_WHILE_NANOS = 6_000_000_000L;

    private final ServerClock clock;
    private final int threshold;
    private final int needed;
    private final long lastingNanos;
    private int inRow;
    private boolean lossy;
    private long lossNanos;

    private Lossiness(ServerClock clock, int threshold, int needed, long lastingNanos) {
        this.clock = clock;
        this.threshold = threshold;
        this.needed = needed;
        this.lastingNanos = lastingNanos;
    }

    static Lossiness noteworthy(ServerClock clock) {
        return new Lossiness(clock, NOTEWORTHY, 1, WHILE_NANOS);
    }

    static Lossiness heavy(ServerClock clock) {
        return new Lossiness(clock, MUCH, SEVERAL, SHORT_WHILE_NANOS);
    }

    /** @param fraction of the packets that were lost since the last report, in 256th (RFC 3550 section 6.4.1) */
    void reported(int fraction) {
        inRow = fraction >= threshold ? inRow + 1 : 0;
        if (inRow >= needed || lossy && inRow > 0) {
            lossy = true;
            lossNanos = clock.nanoTime();
        } else if (lossy && clock.nanoTime() - lossNanos > lastingNanos) {
            lossy = false;
        }
    }

    boolean isLossy() {
        return lossy;
    }
}
