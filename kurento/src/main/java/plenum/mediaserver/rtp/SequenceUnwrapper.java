package plenum.mediaserver.rtp;

/** Extends 16-bit sequence numbers to a growing 64-bit count. */
public final class SequenceUnwrapper {
    /** Starts one cycle up, so that packets older than the first one still get a positive number. */
    private static final long FIRST_CYCLE = 0x10000;

    private long highest = -1;

    /** The extended number of {@code sequenceNumber}: the one nearest to the highest seen. */
    public long unwrap(int sequenceNumber) {
        if (highest < 0) {
            highest = FIRST_CYCLE + (sequenceNumber & 0xFFFF);
            return highest;
        }
        long extended = peek(sequenceNumber);
        if (extended > highest) {
            highest = extended;
        }
        return extended;
    }

    /** As {@link #unwrap}, without moving on. */
    public long peek(int sequenceNumber) {
        return highest < 0
                ? FIRST_CYCLE + (sequenceNumber & 0xFFFF)
                : highest + Sequence.distance((int) highest, sequenceNumber);
    }

    /** The highest extended number so far, or -1 before the first. */
    public long highest() {
        return highest;
    }
}
