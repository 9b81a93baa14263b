package plenum.mediaserver.matroska;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reads a sequence of elements: id, size, content (RFC 8794 sections 4 to 7). */
final class Elements {
    private static final int LONGEST_SIZE = 8;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    static byte[] of(Consumer<Elements> content) {
        Elements elements = new Elements();
        content.accept(elements);
        return elements.bytes.toByteArray();
    }

    Elements master(int id, Consumer<Elements> content) {
        return binary(id, of(content));
    }

    Elements number(int id, long value) {
        int length = Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(value) + 7) / 8);
        byte[] all = ByteBuffer.allocate(Long.BYTES).putLong(value).array();
        head(id, length);
        bytes.write(all, Long.BYTES - length, length);
        return this;
    }

    /** A signed number of eight bytes, which is how dates are told. */
    Elements date(int id, long value) {
        return binary(id, ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    Elements floating(int id, double value) {
        return binary(id, ByteBuffer.allocate(Double.BYTES).putDouble(value).array());
    }

    Elements text(int id, String value) {
        return binary(id, value.getBytes(StandardCharsets.UTF_8));
    }

    Elements binary(int id, byte[] content) {
        head(id, content.length);
        bytes.writeBytes(content);
        return this;
    }

    /** An element of so many bytes in all, to be overwritten later; at least nine. */
    Elements room(int length) {
        id(Ids.VOID);
        size(length - 1 - LONGEST_SIZE, LONGEST_SIZE);
        bytes.writeBytes(new byte[length - 1 - LONGEST_SIZE]);
        return this;
    }

    /** The beginning of an element; of it so many bytes follow. */
    Elements head(int id, long length) {
        id(id);
        int width = 1;
        while (width < LONGEST_SIZE && length >= (1L << 7 * width) - 1) {
            width++; // all ones would mean that nobody knows
        }
        size(length, width);
        return this;
    }

    /** The beginning of an element that ends where the file does. */
    Elements endless(int id) {
        id(id);
        size((1L << 56) - 1, LONGEST_SIZE);
        return this;
    }

    Elements raw(byte[] content) {
        bytes.writeBytes(content);
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    int length() {
        return bytes.size();
    }

    private void id(int id) {
        int width = (Integer.SIZE - Integer.numberOfLeadingZeros(id) + 7) / 8;
        for (int i = width - 1; i >= 0; i--) {
            bytes.write(id >> Byte.SIZE * i);
        }
    }

    /** A size of a known width. */
    private void size(long value, int width) {
        long marked = value | 1L << 7 * width;
        for (int i = width - 1; i >= 0; i--) {
            bytes.write((int) (marked >> Byte.SIZE * i));
        }
    }

    /** A size of eight bytes, to be written over another of them. */
    static byte[] longSize(long value) {
        return of(elements -> elements.size(value, LONGEST_SIZE));
    }
}
