package plenum.mediaserver.flow;

/**
 * Rewrites the numbers of changing sources into one stream for a viewer: continuous sequence numbers, and timestamps that follow the time.
 * A run is the time with one source and begins with a packet at which decoding can begin. Dropped packets leave no gap.
 */
final class Rewriter {
    private static final int NOTICEABLE_PER_SECOND = 10;

    private final int clockRate;
    private final SkipLog skipped = new SkipLog();
    private boolean running;
    private long runStart;
    private long newestSource;
    private long sequenceOffset;
    private int timestampOffset;
    private long lastSequence;
    private int lastTimestamp;
    private long lastNanos;
    private boolean anySent;

    Rewriter(int clockRate, int firstSequence, int firstTimestamp) {
        this.clockRate = clockRate;
        this.lastSequence = firstSequence;
        this.lastTimestamp = firstTimestamp;
    }

    /** Ends the run: the next packet that is let through begins another. */
    void stop() {
        running = false;
    }

    boolean running() {
        return running;
    }

    /**
     * Begins a run with this packet: its number follows the last one sent, its timestamp is as much later as it is in truth.
     *
     * @param behind how much older the packet is than what comes from the source now, in timestamp units
     */
    void begin(long sourceSequence, int sourceTimestamp, int behind, long nowNanos) {
        running = true;
        runStart = sourceSequence;
        newestSource = sourceSequence - 1;
        sequenceOffset = lastSequence + 1 - sourceSequence;
        skipped.clear();
        long elapsed = anySent ? elapsed(nowNanos) : 0;
        timestampOffset = lastTimestamp + (int) Math.max(1, elapsed - behind) - sourceTimestamp;
    }

    /** Whether what was sent last is clearly newer than a packet that is so much older than what comes now, in timestamp units. */
    boolean isPast(int behind, long nowNanos) {
        return anySent && behind - elapsed(nowNanos) > clockRate / NOTICEABLE_PER_SECOND;
    }

    private long elapsed(long nowNanos) {
        return (nowNanos - lastNanos) / 1_000 * clockRate / 1_000_000;
    }

    /** Whether a packet belongs to the run, and is not from before its beginning. */
    boolean covers(long sourceSequence) {
        return running && sourceSequence >= runStart;
    }

    /** Whether a packet is newer than all that the run has had: only such a one can be left out. */
    boolean isNewest(long sourceSequence) {
        return sourceSequence > newestSource;
    }

    /** Leaves out the newest packet. */
    void skip(long sourceSequence, int sourceTimestamp) {
        newestSource = sourceSequence;
        skipped.skip(sourceSequence, sourceTimestamp);
    }

    /** How many frames of the run were left out before that of this packet. */
    long framesSkipped(long sourceSequence) {
        return skipped.framesBefore(sourceSequence);
    }

    /** The extended number that a packet of the run is sent under. */
    long sequence(long sourceSequence) {
        return sourceSequence + sequenceOffset - skipped.packetsBefore(sourceSequence);
    }

    int timestamp(int sourceTimestamp) {
        return sourceTimestamp + timestampOffset;
    }

    /** Remembers where the stream is, for the run that follows. */
    void sent(long sourceSequence, long sequence, int timestamp, long nowNanos) {
        anySent = true;
        newestSource = Math.max(newestSource, sourceSequence);
        if (sequence > lastSequence) {
            lastSequence = sequence;
            lastTimestamp = timestamp;
            lastNanos = nowNanos;
        }
    }

    /** The highest extended number that anything was sent under. */
    long lastSequence() {
        return lastSequence;
    }

    /** The extended number nearest to the last one sent. */
    long extended(int sequenceNumber) {
        return lastSequence + (short) (sequenceNumber - (int) lastSequence);
    }
}
