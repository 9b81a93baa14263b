package plenum.mediaserver.rtp;

/** Reads numbers of any width, the most significant bit first. Beyond the end it reads zeros and reports that. */
final class BitReader {
    private byte[] data = new byte[0];
    private int at;
    private int end;

    /** Begins at a byte; positions are kept in bits. */
    void begin(byte[] bytes, int from, int length) {
        data = bytes;
        at = from * Byte.SIZE;
        end = at + length * Byte.SIZE;
    }

    int bits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 1 | bit();
        }
        return value;
    }

    boolean flag() {
        return bit() != 0;
    }

    private int bit() {
        int bit = at < end ? data[at >> 3] >> 7 - (at & 7) & 1 : 0;
        at++;
        return bit;
    }

    /** A number below {@code values} in as few bits as it needs: {@code ns(n)} of the AV1 specification, section 4.10.7. */
    int below(int values) {
        int width = Integer.SIZE - Integer.numberOfLeadingZeros(values);
        int shorter = (1 << width) - values;
        int value = bits(width - 1);
        return value < shorter ? value : (value << 1) - shorter + bits(1);
    }

    boolean isBeyondEnd() {
        return at > end;
    }
}
