package plenum.mediaserver.payload;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A number of AV1's bitstream, seven bits to a byte, the lowest first (AV1 section 4.10.5).
 *
 * @param end where what follows begins
 */
record Leb128(long value, int end) {
    private static final int MOST_BYTES = 5;

    static @Nullable Leb128 read(byte[] data, int from) {
        long value = 0;
        for (int i = 0; i < MOST_BYTES && from + i < data.length; i++) {
            value |= (long) (data[from + i] & 0x7F) << 7 * i;
            if ((data[from + i] & 0x80) == 0) {
                return new Leb128(value, from + i + 1);
            }
        }
        return null;
    }

    static void write(ByteArrayOutputStream out, int value) {
        int rest = value;
        while (rest > 0x7F) {
            out.write(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }
}
