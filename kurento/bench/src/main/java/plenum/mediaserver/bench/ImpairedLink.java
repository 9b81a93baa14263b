package plenum.mediaserver.bench;

import java.util.random.RandomGenerator;

/** One direction of an impaired connection: says of each datagram when it arrives, or that it does not. Times in nanoseconds. */
final class ImpairedLink {
    /** A datagram that is lost. */
    static final long LOST = -1;

    private static final double NANOS_PER_SECOND = 1e9;

    private final Impairment impairment;
    private final RandomGenerator random;
    private long linkFree = Long.MIN_VALUE;
    private long lastArrival = Long.MIN_VALUE;
    private long lost;

    ImpairedLink(Impairment impairment, RandomGenerator random) {
        this.impairment = impairment;
        this.random = random;
    }

    /** When a datagram of so many bytes that is sent {@code now} arrives, never before one that was sent earlier; or {@link #LOST}. */
    long arrival(int bytes, long now) {
        long sent = now;
        if (impairment.bitsPerSecond() > 0) {
            long begins = Math.max(now, linkFree);
            if (begins - now > impairment.queue().toNanos()) {
                lost++;
                return LOST;
            }
            sent = begins + (long) (bytes * 8 * NANOS_PER_SECOND / impairment.bitsPerSecond());
            linkFree = sent;
        }
        if (random.nextInt(100) < impairment.lossPercent()) {
            lost++;
            return LOST;
        }
        long jitter = (long) (random.nextDouble() * impairment.jitter().toNanos());
        lastArrival = Math.max(lastArrival, sent + impairment.delay().toNanos() + jitter);
        return lastArrival;
    }

    /** Datagrams lost so far. */
    long lost() {
        return lost;
    }
}
