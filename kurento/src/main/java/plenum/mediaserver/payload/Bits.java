package plenum.mediaserver.payload;

/** Reads numbers of a bitstream, the most significant bit first. Beyond the end it reads zeros, and says so. */
final class Bits {
    private static final int MOST_ZEROS = 31;

    private final byte[] data;
    private final int end;
    private int at;

    Bits(byte[] data, int from, int length) {
        this.data = data;
        this.at = from * Byte.SIZE;
        this.end = at + length * Byte.SIZE;
    }

    int read(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            int bit = at < end ? data[at >> 3] >> 7 - (at & 7) & 1 : 0;
            value = value << 1 | bit;
            at++;
        }
        return value;
    }

    void skip(int count) {
        at += count;
    }

    /** An unsigned Exp-Golomb number (H.264 section 9.1). */
    int golomb() {
        int zeros = 0;
        while (zeros < MOST_ZEROS && at < end && read(1) == 0) {
            zeros++;
        }
        return zeros == 0 ? 0 : (1 << zeros) - 1 + read(zeros);
    }

    /** A signed Exp-Golomb number (H.264 section 9.1.1). */
    int signedGolomb() {
        int code = golomb();
        return (code & 1) == 0 ? -(code >> 1) : (code + 1) / 2;
    }

    boolean isBeyondEnd() {
        return at > end;
    }
}
