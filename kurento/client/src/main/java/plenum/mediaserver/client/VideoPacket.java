package plenum.mediaserver.client;

import java.nio.ByteBuffer;

/**
 * The RTP packet that publishers send: VP8-shaped (RFC 7741), so that a server finds key frames in it, with the time of sending in its
 * payload, so that a viewer on the same machine can tell how long it took.
 */
public final class VideoPacket {
    private static final int RTP_HEADER = 12;
    private static final int DESCRIPTOR = 4;
    private static final int FRAME_HEADER = 10;
    private static final int SENT_AT = RTP_HEADER + DESCRIPTOR + FRAME_HEADER;
    private static final byte KEY_FRAME_TAG = 0x10;
    private static final byte DELTA_FRAME_TAG = 0x11;

    private VideoPacket() {}

    /** Writes one packet; {@code first} and {@code last} are its place in its frame, {@code picture} the frame's number. */
    public static void write(
            ByteBuffer packet, int ssrc, int sequence, int picture, boolean first, boolean last, boolean key) {
        packet.put(0, (byte) 0x80)
                .put(1, (byte) ((last ? 0x80 : 0) | ClientSdp.VIDEO_TYPE))
                .putShort(2, (short) sequence)
                .putInt(4, picture * 3000)
                .putInt(8, ssrc);
        // X and S bits, then I with a 15-bit picture id
        packet.put(RTP_HEADER, (byte) (first ? 0x90 : 0x80))
                .put(RTP_HEADER + 1, (byte) 0x80)
                .putShort(RTP_HEADER + 2, (short) (0x8000 | (picture & 0x7FFF)));
        int frame = RTP_HEADER + DESCRIPTOR;
        packet.put(frame, key ? KEY_FRAME_TAG : DELTA_FRAME_TAG);
        if (first && key) {
            // start code, then 640 × 360
            packet.put(frame + 3, (byte) 0x9D).put(frame + 4, (byte) 0x01).put(frame + 5, (byte) 0x2A);
            packet.put(frame + 6, (byte) 0x80)
                    .put(frame + 7, (byte) 0x02)
                    .put(frame + 8, (byte) 0x68)
                    .put(frame + 9, (byte) 0x01);
        }
        packet.putLong(SENT_AT, System.nanoTime());
    }

    /** When a packet was sent, by the clock of {@link System#nanoTime}; -1 when it is too short to tell. */
    public static long sentAt(byte[] packet, int length) {
        int extensions = (packet[0] & 0x10) == 0
                ? 0
                : 4 + 4 * (((packet[RTP_HEADER + 2] & 0xFF) << 8) | (packet[RTP_HEADER + 3] & 0xFF));
        int at = SENT_AT + extensions + 4 * (packet[0] & 0x0F);
        return at + Long.BYTES <= length ? ByteBuffer.wrap(packet).getLong(at) : -1;
    }
}
