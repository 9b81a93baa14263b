package plenum.mediaserver.flow;

/**
 * Maps the numbers of whatever source a viewer is sent onto one stream without seams: continuous sequence numbers, timestamps that go on
 * as time goes on. A run is the time with one source; a run begins with the packet that decoding can begin with.
 */
final class Rewriter {
    private final int clockRate;
    private boolean running;
    private long runStart;
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

    /** Begins a run with this packet: its number follows the last one sent, its timestamp is as much later as it is in truth. */
    void begin(long sourceSequence, int sourceTimestamp, long nowNanos) {
        running = true;
        runStart = sourceSequence;
        sequenceOffset = lastSequence + 1 - sourceSequence;
        int elapsed = anySent ? (int) ((nowNanos - lastNanos) / 1_000 * clockRate / 1_000_000) : 0;
        timestampOffset = lastTimestamp + Math.max(1, elapsed) - sourceTimestamp;
    }

    /** Whether a packet belongs to the run, and is not from before its beginning. */
    boolean covers(long sourceSequence) {
        return running && sourceSequence >= runStart;
    }

    /** The extended number that a packet of the run is sent under. */
    long sequence(long sourceSequence) {
        return sourceSequence + sequenceOffset;
    }

    int timestamp(int sourceTimestamp) {
        return sourceTimestamp + timestampOffset;
    }

    /** Remembers where the stream is, for the run that follows. */
    void sent(long sequence, int timestamp, long nowNanos) {
        anySent = true;
        if (sequence > lastSequence) {
            lastSequence = sequence;
            lastTimestamp = timestamp;
            lastNanos = nowNanos;
        }
    }

    /** The source's number of the packet that was sent under this 16-bit number, or -1 when it is not of this run. */
    long sourceOf(int sequenceNumber) {
        long sent = lastSequence + (short) (sequenceNumber - (int) lastSequence);
        long source = sent - sequenceOffset;
        return running && sent <= lastSequence && source >= runStart ? source : -1;
    }
}
