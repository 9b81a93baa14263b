package plenum.mediaserver.flow;

/**
 * Records which packets of a source's run were dropped, so that late packets still get the number that was reserved for them. Only the
 * newest packet at a time can be dropped. The last {@value #CAPACITY} interruptions are kept; older packets count as before the oldest of
 * them.
 */
final class SkipLog {
    private static final int CAPACITY = 64;

    private final long[] from = new long[CAPACITY];
    private final long[] packets = new long[CAPACITY];
    private final long[] frames = new long[CAPACITY];
    private int entries;
    private long skippedPackets;
    private long skippedFrames;
    private long lastSequence = Long.MIN_VALUE;
    private int lastTimestamp;

    void clear() {
        entries = 0;
        skippedPackets = 0;
        skippedFrames = 0;
        lastSequence = Long.MIN_VALUE;
    }

    /** Leaves out the newest packet. */
    void skip(long sequence, int timestamp) {
        boolean sameFrame = lastSequence != Long.MIN_VALUE && timestamp == lastTimestamp;
        boolean adjacent = sequence == lastSequence + 1;
        if (!adjacent) {
            int slot = entries++ % CAPACITY;
            from[slot] = sequence;
            packets[slot] = skippedPackets;
            frames[slot] = skippedFrames;
            if (entries == 2 * CAPACITY) {
                entries = CAPACITY;
            }
        }
        skippedPackets++;
        skippedFrames += sameFrame ? 0 : 1;
        lastSequence = sequence;
        lastTimestamp = timestamp;
    }

    /** How many packets were left out before this one. */
    long packetsBefore(long sequence) {
        int slot = interruptionAfter(sequence);
        return slot < 0 ? skippedPackets : packets[slot];
    }

    /** How many frames were left out before the one of this packet. */
    long framesBefore(long sequence) {
        int slot = interruptionAfter(sequence);
        return slot < 0 ? skippedFrames : frames[slot];
    }

    /** The slot of the first interruption that began after this packet, or -1. */
    private int interruptionAfter(long sequence) {
        int found = -1;
        int count = Math.min(entries, CAPACITY);
        for (int age = 1; age <= count; age++) {
            int slot = (entries - age) % CAPACITY;
            if (from[slot] <= sequence) {
                break;
            }
            found = slot;
        }
        return found;
    }
}
