package plenum.mediaserver.rtp;

/**
 * The payload of redundant audio data: the newest block, and before it copies of older ones, so that what was lost comes once more with the
 * next packet (RFC 2198 section 3).
 *
 * <pre>
 *  |1| block type | timestamp offset, 14 bits | length, 10 bits |  for each copy
 *  |0| block type |                                               for the newest block
 *  the blocks in the same order
 * </pre>
 */
public final class RedundantAudio {
    /** The value of an absent field. */
    public static final int NONE = -1;

    private static final int COPY_HEADER = 4;
    private static final int FOLLOWED = 0x80;
    private static final int LENGTH_BITS = 0x3FF;

    private RedundantAudio() {}

    /** Where the newest block begins, counted from the payload's beginning; {@link #NONE} when there is none or the payload is damaged. */
    public static int newestBlock(byte[] data, int from, int length) {
        int header = newestHeader(data, from, length);
        int copies = 0;
        for (int at = 0; at < header; at += COPY_HEADER) {
            copies += ByteAccess.u16(data, from + at + 2) & LENGTH_BITS;
        }
        int newest = header + 1 + copies;
        return header != NONE && newest < length ? newest : NONE;
    }

    /** Gives all blocks another payload type, in place; of a payload that has a newest block. */
    public static void rename(byte[] data, int from, int length, int payloadType) {
        int header = newestHeader(data, from, length);
        for (int at = 0; at < header; at += COPY_HEADER) {
            data[from + at] = (byte) (FOLLOWED | payloadType);
        }
        if (header != NONE) {
            data[from + header] = (byte) payloadType;
        }
    }

    /** Where the header of the newest block is. */
    private static int newestHeader(byte[] data, int from, int length) {
        int at = 0;
        while (at < length && (data[from + at] & FOLLOWED) != 0) {
            at += COPY_HEADER;
        }
        return at < length ? at : NONE;
    }
}
