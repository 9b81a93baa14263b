package plenum.mediaserver.matroska;

import java.nio.ByteBuffer;
import java.util.Arrays;
import plenum.mediaserver.matroska.MatroskaReader.Malformed;

/** The child elements of an element that has been read as a whole. */
final class Children {
    private final byte[] bytes;
    private int at;
    private int id;
    private int from;

    Children(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Goes to the next, if there is one. */
    boolean next() throws Malformed {
        if (at >= bytes.length) {
            return false;
        }
        id = (int) read(true, 4);
        long size = read(false, 8);
        from = at;
        if (size > bytes.length - from) {
            throw new Malformed("an element reaches beyond its parent");
        }
        at = from + (int) size;
        return true;
    }

    private long read(boolean keepsMarker, int longest) throws Malformed {
        int first = at < bytes.length ? bytes[at] & 0xFF : 0;
        int width = Integer.numberOfLeadingZeros(first) - 23;
        if (width > longest || at + width > bytes.length) {
            throw new Malformed("an element has no end");
        }
        long value = keepsMarker ? first : first & 0xFF >> width;
        for (int i = 1; i < width; i++) {
            value = value << 8 | bytes[at + i] & 0xFF;
        }
        at += width;
        return value;
    }

    int id() {
        return id;
    }

    byte[] content() {
        return Arrays.copyOfRange(bytes, from, at);
    }

    long number() {
        return number(content());
    }

    static long number(byte[] content) {
        long value = 0;
        for (byte each : content) {
            value = value << 8 | each & 0xFF;
        }
        return value;
    }

    /** A floating point number of four or eight bytes, 0 of any other. */
    double floating() {
        byte[] content = content();
        return switch (content.length) {
            case Float.BYTES -> ByteBuffer.wrap(content).getFloat();
            case Double.BYTES -> ByteBuffer.wrap(content).getDouble();
            default -> 0;
        };
    }
}
