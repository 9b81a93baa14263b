package plenum.mediaserver.congestion;

/** A bandwidth probe: a moment in which more is sent than the media need, to measure how much of it arrives and how fast. */
final class Trial {
    private static final int LEAST_PACKETS = 4;
    private static final double LEAST_ARRIVED = 0.8;
    private static final double SATURATED = 0.9;
    private static final double SAFE = 0.95;
    private static final double IMPOSSIBLE = 2;
    private static final long LEAST_NANOS = 5_000_000L;

    private boolean running;
    private boolean judged = true;
    private long beginNanos;
    private long endNanos;
    private int sent;
    private int arrived;
    private long bytes;
    private long bytesOfOthers;
    private int firstBytes;
    private int lastBytes;
    private long firstSent;
    private long lastSent;
    private long firstArrival;
    private long lastArrival;

    void begin(long nowNanos) {
        running = true;
        judged = false;
        beginNanos = nowNanos;
        sent = 0;
        arrived = 0;
        bytes = 0;
        bytesOfOthers = 0;
    }

    void end(long nowNanos) {
        running = false;
        endNanos = nowNanos;
    }

    /** Whether it goes on, or its outcome is not known yet. */
    boolean isOpen() {
        return running || !judged;
    }

    void sent() {
        if (running) {
            sent++;
        }
    }

    /** Another connection through the same network sends meanwhile: it takes its part of what gets through. */
    void sentByAnother(int length) {
        if (running) {
            bytesOfOthers += length;
        }
    }

    void arrived(long sentNanos, long arrivalNanos, int length) {
        boolean within = !judged && sentNanos >= beginNanos && (running || sentNanos <= endNanos);
        if (!within) {
            return;
        }
        if (arrived == 0) {
            firstSent = sentNanos;
            firstBytes = length;
            firstArrival = arrivalNanos;
            lastArrival = arrivalNanos;
        }
        arrived++;
        bytes += length;
        lastSent = sentNanos;
        lastBytes = length;
        lastArrival = Math.max(lastArrival, arrivalNanos);
    }

    /** Whether everything that will ever be told about it has been told: something that was sent later has arrived. */
    boolean isOver(long newestSentNanos) {
        return !running && !judged && newestSentNanos > endNanos;
    }

    /** Closes the trial; answers the rate that it proves, in bit/s, or 0 when it proves nothing. */
    long judge() {
        judged = true;
        long sending = lastSent - firstSent;
        long arriving = lastArrival - firstArrival;
        if (arrived < LEAST_PACKETS || arrived < sent * LEAST_ARRIVED || sending < LEAST_NANOS || arriving <= 0) {
            return 0;
        }
        double sendRate = rate(bytes - lastBytes + bytesOfOthers, sending);
        double arrivalRate = rate(bytes - firstBytes + bytesOfOthers, arriving);
        if (arrivalRate > sendRate * IMPOSSIBLE) {
            return 0;
        }
        return (long) (arrivalRate < sendRate * SATURATED ? arrivalRate * SAFE : Math.min(sendRate, arrivalRate));
    }

    private static double rate(long count, long nanos) {
        return count * Byte.SIZE * 1e9 / nanos;
    }
}
