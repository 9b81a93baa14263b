package plenum.mediaserver.payload;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Reads an AV1 sequence header OBU (AV1 section 5.5) as far as the size of the picture. */
final class Av1Sequence {
    private static final int EIGHT_BITS_420 = 0x0C;

    private Av1Sequence() {}

    /** @param from where the OBU begins, @param body where its payload does, @param end where it ends */
    static @Nullable TrackFormat format(byte[] data, int from, int body, int end) {
        Bits bits = new Bits(data, body, end - body);
        int profile = bits.read(3);
        bits.skip(1);
        boolean reduced = bits.read(1) != 0;
        int level;
        int tier = 0;
        if (reduced) {
            level = bits.read(5);
        } else {
            int delayBits = skipTiming(bits);
            boolean displayDelays = bits.read(1) != 0;
            int points = bits.read(5) + 1;
            level = -1;
            for (int i = 0; i < points; i++) {
                bits.skip(12);
                int pointLevel = bits.read(5);
                int pointTier = pointLevel > 7 ? bits.read(1) : 0;
                if (delayBits > 0 && bits.read(1) != 0) {
                    bits.skip(2 * delayBits + 1);
                }
                if (displayDelays && bits.read(1) != 0) {
                    bits.skip(4);
                }
                if (level < 0) {
                    level = pointLevel;
                    tier = pointTier;
                }
            }
        }
        int widthBits = bits.read(4) + 1;
        int heightBits = bits.read(4) + 1;
        int width = bits.read(widthBits) + 1;
        int height = bits.read(heightBits) + 1;
        if (bits.isBeyondEnd()) {
            return null;
        }
        byte[] record = ByteBuffer.allocate(4 + end - from)
                .put((byte) 0x81)
                .put((byte) (profile << 5 | level))
                .put((byte) (tier << 7 | EIGHT_BITS_420)) // what browsers send
                .put((byte) 0)
                .put(data, from, end - from)
                .array();
        return TrackFormat.video("V_AV1", record, width, height);
    }

    /** Returns the length of the buffer delays, 0 when there are none. */
    private static int skipTiming(Bits bits) {
        if (bits.read(1) == 0) {
            return 0;
        }
        bits.skip(64);
        if (bits.read(1) != 0) {
            bits.golomb(); // uvlc() is coded in the same way
        }
        if (bits.read(1) == 0) {
            return 0;
        }
        int delayBits = bits.read(5) + 1;
        bits.skip(32 + 5 + 5);
        return delayBits;
    }
}
