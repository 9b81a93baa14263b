package plenum.mediaserver.congestion;

/**
 * Groups packets that were sent within five milliseconds, because queues are filled by bursts, and computes how much more each group was
 * delayed than the one before it.
 */
final class PacketGroups {
    private static final long BURST_NANOS = 5_000_000L;
    private static final long LONG_SILENCE_NANOS = 3_000_000_000L;

    private final Trendline trendline;
    private long firstSent;
    private long lastSent;
    private long lastArrival;
    private long previousSent;
    private long previousArrival;
    private int groups;

    PacketGroups(Trendline trendline) {
        this.trendline = trendline;
    }

    /** Packets come in the order of sending; one that was sent before the newest group is left out. */
    void arrived(long sentNanos, long arrivalNanos) {
        if (groups > 0 && (sentNanos < firstSent || sentNanos - firstSent <= BURST_NANOS)) {
            if (sentNanos >= firstSent) {
                lastSent = Math.max(lastSent, sentNanos);
                lastArrival = Math.max(lastArrival, arrivalNanos);
            }
            return;
        }
        if (groups > 0 && sentNanos - lastSent > LONG_SILENCE_NANOS) {
            groups = 0;
            trendline.clear();
        }
        if (groups > 1) {
            trendline.add(lastSent - previousSent, lastArrival - previousArrival, lastArrival);
        }
        previousSent = lastSent;
        previousArrival = lastArrival;
        firstSent = sentNanos;
        lastSent = sentNanos;
        lastArrival = arrivalNanos;
        groups = Math.min(groups + 1, 2);
    }
}
