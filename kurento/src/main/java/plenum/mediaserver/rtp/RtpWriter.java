package plenum.mediaserver.rtp;

/**
 * Builds one RTP packet in a buffer that is reused for the next one: header, then extension elements, then payload, in this order.
 * Extensions take the one-byte form as long as all ids and lengths fit it, else the two-byte form (RFC 8285 section 4).
 */
public final class RtpWriter {
    private static final int EXTENSION_HEADER = 4;

    private final byte[] buffer;
    private boolean twoByteForm;
    private boolean anyExtension;
    private int at;

    public RtpWriter(int capacity) {
        this(new byte[capacity]);
    }

    /** In a buffer that others use as well: what was built lasts until one of them begins another packet. */
    public RtpWriter(byte[] buffer) {
        this.buffer = buffer;
    }

    /** Starts a packet without extensions; {@link #endHeader} ends its header. */
    public void begin(int payloadType, boolean marker, int sequenceNumber, int timestamp, int ssrc) {
        buffer[0] = (byte) 0x80;
        buffer[1] = (byte) (payloadType | (marker ? 0x80 : 0));
        ByteAccess.put16(buffer, 2, sequenceNumber);
        ByteAccess.put32(buffer, 4, timestamp);
        ByteAccess.put32(buffer, 8, ssrc);
        at = RtpPacket.FIXED_HEADER;
        anyExtension = false;
        twoByteForm = false;
    }

    /** Chooses the two-byte form for this packet's extensions; before the first of them. */
    public void useTwoByteForm() {
        twoByteForm = true;
    }

    /** Copies an element's bytes. */
    public void extension(int id, byte[] source, int offset, int length) {
        startElement(id, length);
        System.arraycopy(source, offset, buffer, at, length);
        at += length;
    }

    /** Writes an element of two bytes, such as a transport-wide sequence number. */
    public void extension16(int id, int value) {
        startElement(id, 2);
        ByteAccess.put16(buffer, at, value);
        at += 2;
    }

    /** Writes an element of three bytes, such as the absolute send time. */
    public void extension24(int id, int value) {
        startElement(id, 3);
        ByteAccess.put24(buffer, at, value);
        at += 3;
    }

    private void startElement(int id, int length) {
        if (!anyExtension) {
            anyExtension = true;
            at += EXTENSION_HEADER;
        }
        if (twoByteForm) {
            buffer[at++] = (byte) id;
            buffer[at++] = (byte) length;
        } else {
            buffer[at++] = (byte) (id << 4 | length - 1);
        }
    }

    /** Closes the extensions; what is appended from here on is payload. */
    public void endHeader() {
        if (!anyExtension) {
            return;
        }
        buffer[0] |= 0x10;
        int first = RtpPacket.FIXED_HEADER + EXTENSION_HEADER;
        while ((at - first) % 4 != 0) {
            buffer[at++] = 0;
        }
        ByteAccess.put16(buffer, RtpPacket.FIXED_HEADER, twoByteForm ? 0x1000 : 0xBEDE);
        ByteAccess.put16(buffer, RtpPacket.FIXED_HEADER + 2, (at - first) / 4);
    }

    public void payload16(int value) {
        ByteAccess.put16(buffer, at, value);
        at += 2;
    }

    public void payload(byte[] source, int offset, int length) {
        System.arraycopy(source, offset, buffer, at, length);
        at += length;
    }

    /** The packet: the first {@link #length()} bytes, with room behind them for what protection adds. */
    public byte[] buffer() {
        return buffer;
    }

    public int length() {
        return at;
    }
}
