package plenum.mediaserver.rtp;

/** Big-endian numbers in byte arrays: network order for all that is in this package. */
final class ByteAccess {
    private ByteAccess() {}

    static int u8(byte[] data, int at) {
        return data[at] & 0xFF;
    }

    static int u16(byte[] data, int at) {
        return (data[at] & 0xFF) << 8 | (data[at + 1] & 0xFF);
    }

    static int u24(byte[] data, int at) {
        return (data[at] & 0xFF) << 16 | u16(data, at + 1);
    }

    static int i32(byte[] data, int at) {
        return u16(data, at) << 16 | u16(data, at + 2);
    }

    static long u32(byte[] data, int at) {
        return i32(data, at) & 0xFFFFFFFFL;
    }

    static long i64(byte[] data, int at) {
        return u32(data, at) << 32 | u32(data, at + 4);
    }

    static void put16(byte[] data, int at, int value) {
        data[at] = (byte) (value >> 8);
        data[at + 1] = (byte) value;
    }

    static void put24(byte[] data, int at, int value) {
        data[at] = (byte) (value >> 16);
        put16(data, at + 1, value);
    }

    static void put32(byte[] data, int at, int value) {
        put16(data, at, value >> 16);
        put16(data, at + 2, value);
    }

    static void put64(byte[] data, int at, long value) {
        put32(data, at, (int) (value >> 32));
        put32(data, at + 4, (int) value);
    }
}
