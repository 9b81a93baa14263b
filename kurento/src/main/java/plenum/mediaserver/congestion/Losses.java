package plenum.mediaserver.congestion;

/** The share of packets that were lost, over at least half a second and twenty packets. */
final class Losses {
    private static final int LEAST_PACKETS = 20;
    private static final long LEAST_NANOS = 500_000_000L;

    private int arrived;
    private int lost;
    private long sinceNanos = Long.MIN_VALUE;
    private double fraction;

    void add(int arrivedPackets, int lostPackets, long nowNanos) {
        if (sinceNanos == Long.MIN_VALUE) {
            sinceNanos = nowNanos;
        }
        arrived += arrivedPackets;
        lost += Math.max(0, lostPackets);
        if (arrived + lost >= LEAST_PACKETS && nowNanos - sinceNanos >= LEAST_NANOS) {
            fraction = lost / (double) (arrived + lost);
            arrived = 0;
            lost = 0;
            sinceNanos = nowNanos;
        }
    }

    /** From 0 to 1, of the last whole window. */
    double fraction() {
        return fraction;
    }

    /** Forgets losses: those before a decrease say nothing about the lower rate. */
    void forgive() {
        fraction = 0;
    }
}
