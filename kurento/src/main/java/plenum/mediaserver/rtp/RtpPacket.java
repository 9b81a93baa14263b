package plenum.mediaserver.rtp;

/**
 * A view of one RTP packet (RFC 3550 section 5.1) in somebody else's bytes, made once and wrapped round packet after packet. Extension
 * elements of both forms (RFC 8285) are indexed on the way in; padding is not part of the payload.
 *
 * <pre>
 *  0                   1                   2                   3
 * |V=2|P|X|  CC   |M|     PT      |       sequence number         |
 * |                           timestamp                           |
 * |                             SSRC                              |
 * </pre>
 */
public final class RtpPacket {
    public static final int FIXED_HEADER = 12;

    private static final int ONE_BYTE_FORM = 0xBEDE;
    private static final int TWO_BYTE_FORM = 0x1000;
    private static final int MAX_ELEMENTS = 16;

    private final int[] elementId = new int[MAX_ELEMENTS];
    private final int[] elementOffset = new int[MAX_ELEMENTS];
    private final int[] elementLength = new int[MAX_ELEMENTS];
    private byte[] data = new byte[FIXED_HEADER];
    private int offset;
    private int elements;
    private int payloadOffset;
    private int payloadLength;

    /** Looks at {@code length} bytes from {@code start}; false, and nothing to rely on, when they are not an RTP packet. */
    public boolean wrap(byte[] bytes, int start, int length) {
        data = bytes;
        offset = start;
        elements = 0;
        int end = start + length;
        if (length < FIXED_HEADER || (bytes[start] & 0xC0) != 0x80) {
            return false;
        }
        int at = start + FIXED_HEADER + (bytes[start] & 0x0F) * 4;
        if ((bytes[start] & 0x10) != 0) {
            if (at + 4 > end) {
                return false;
            }
            int profile = ByteAccess.u16(bytes, at);
            int extensionEnd = at + 4 + ByteAccess.u16(bytes, at + 2) * 4;
            if (extensionEnd > end || !indexElements(profile, at + 4, extensionEnd)) {
                return false;
            }
            at = extensionEnd;
        }
        int padding = (bytes[start] & 0x20) != 0 && end > at ? bytes[end - 1] & 0xFF : 0;
        payloadOffset = at;
        payloadLength = end - at - padding;
        return payloadLength >= 0;
    }

    private boolean indexElements(int profile, int from, int end) {
        boolean oneByte = profile == ONE_BYTE_FORM;
        if (!oneByte && (profile & 0xFFF0) != TWO_BYTE_FORM) {
            return true; // another profile's extension: skipped as a whole (RFC 3550 section 5.3.1)
        }
        int at = from;
        while (at < end && elements < MAX_ELEMENTS) {
            int first = data[at++] & 0xFF;
            if (first == 0) {
                continue; // padding between elements
            }
            int id = oneByte ? first >> 4 : first;
            if (oneByte && id == 15) {
                break; // RFC 8285 section 4.2: stop here
            }
            if (!oneByte && at >= end) {
                return false;
            }
            int length = oneByte ? (first & 0x0F) + 1 : data[at++] & 0xFF;
            if (at + length > end) {
                return false;
            }
            elementId[elements] = id;
            elementOffset[elements] = at;
            elementLength[elements++] = length;
            at += length;
        }
        return true;
    }

    /** Whether the RTP packet at the array's beginning ends a frame. */
    public static boolean marker(byte[] packet) {
        return (packet[1] & 0x80) != 0;
    }

    /** Says of the RTP packet at the array's beginning that it ends a frame. */
    public static void mark(byte[] packet) {
        packet[1] |= (byte) 0x80;
    }

    public boolean marker() {
        return (data[offset + 1] & 0x80) != 0;
    }

    public int payloadType() {
        return data[offset + 1] & 0x7F;
    }

    public int sequenceNumber() {
        return ByteAccess.u16(data, offset + 2);
    }

    public int timestamp() {
        return ByteAccess.i32(data, offset + 4);
    }

    public int ssrc() {
        return ByteAccess.i32(data, offset + 8);
    }

    public byte[] data() {
        return data;
    }

    public int offset() {
        return offset;
    }

    public int payloadOffset() {
        return payloadOffset;
    }

    public int payloadLength() {
        return payloadLength;
    }

    /** Header, contributing sources and extensions, in bytes. */
    public int headerLength() {
        return payloadOffset - offset;
    }

    /** Index of the extension element with {@code id} for the accessors below, or -1; ids start at 1, 0 finds nothing. */
    public int findExtension(int id) {
        for (int i = 0; id != 0 && i < elements; i++) {
            if (elementId[i] == id) {
                return i;
            }
        }
        return -1;
    }

    public int extensionOffset(int index) {
        return elementOffset[index];
    }

    public int extensionLength(int index) {
        return elementLength[index];
    }

    /** The transport-wide sequence number or another 16-bit element, or -1 when the packet has none of that id. */
    public int extension16(int id) {
        int index = findExtension(id);
        return index < 0 || elementLength[index] < 2 ? -1 : ByteAccess.u16(data, elementOffset[index]);
    }
}
