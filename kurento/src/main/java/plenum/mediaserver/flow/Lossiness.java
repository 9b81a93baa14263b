package plenum.mediaserver.flow;

/** Whether a viewer loses packets: since its reports say so, and until they have not for a while. */
final class Lossiness {
    private static final int NOTEWORTHY = 5; // in 256th: two percent
    private static final long LASTING_NANOS = 20_000_000_000L;

    private final ServerClock clock;
    private boolean lossy;
    private long lossNanos;

    Lossiness(ServerClock clock) {
        this.clock = clock;
    }

    /** @param fraction of the packets that the viewer has lost since its last report, in 256th (RFC 3550 section 6.4.1) */
    void reported(int fraction) {
        if (fraction >= NOTEWORTHY) {
            lossy = true;
            lossNanos = clock.nanoTime();
        } else if (lossy && clock.nanoTime() - lossNanos > LASTING_NANOS) {
            lossy = false;
        }
    }

    boolean isLossy() {
        return lossy;
    }
}
