package plenum.socket;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Joins the parts of a text message, which arrive on one thread at a time and never end within a character. The text is kept as UTF-8, and
 * all memory for an unfinished message is reserved before it is used.
 */
final class PartialFrame {
    private static final byte[] NOTHING = {};
    private static final int LEAST = 256;
    /** Characters of a part that the container has decoded stay with it until the message is whole: two bytes each, with room to grow. */
    private static final int CONTAINER_BYTES = 4;

    private final Reservation memory;
    private byte[] arrived = NOTHING;
    private int length;
    private int longestPart;

    /** The outcome of adding a part. */
    sealed interface Added {
        /** It was the last one. */
        record Whole(String text) implements Added {}

        /** Why there is no message. */
        enum Not implements Added {
            /** More is to come. */
            YET,
            /** It is longer than allowed; what has come is dropped. */
            TOO_LARGE,
            /** It is not, but too much is unfinished at the moment; what has come is dropped. */
            NO_ROOM
        }
    }

    PartialFrame(Reservation memory) {
        this.memory = memory;
    }

    /**
     * Takes the next part.
     *
     * @param most bytes that the message may have, in UTF-8
     */
    Added add(String part, boolean last, int most) {
        long size = (long) length + sizeOf(part);
        if (size > most) {
            drop();
            return Added.Not.TOO_LARGE;
        }
        if (last && length == 0) {
            return new Added.Whole(part);
        }
        if (!append(part, (int) size, most)) {
            drop();
            return Added.Not.NO_ROOM;
        }
        if (!last) {
            return Added.Not.YET;
        }
        String text = new String(arrived, 0, length, StandardCharsets.UTF_8);
        drop();
        return new Added.Whole(text);
    }

    /** Forgets what has come so far. */
    void drop() {
        arrived = NOTHING;
        length = 0;
        longestPart = 0;
        memory.hold(0);
    }

    private boolean append(String part, int size, int most) {
        int capacity = arrived.length;
        if (size > capacity) {
            capacity = Math.max(size, Math.min(most, Math.max(LEAST, capacity + capacity / 2)));
        }
        longestPart = Math.max(longestPart, part.length());
        if (!memory.hold((long) capacity + (long) CONTAINER_BYTES * longestPart)) {
            return false;
        }
        if (capacity > arrived.length) {
            arrived = Arrays.copyOf(arrived, capacity);
        }
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, arrived, length, bytes.length);
        length += bytes.length;
        return true;
    }

    /** Bytes in UTF-8 (RFC 3629 section 3), without making them. */
    private static long sizeOf(String text) {
        long size = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x800) {
                // of a pair of surrogates, which are four bytes together, each counts two
                size += Character.isSurrogate(c) ? 1 : 2;
            } else if (c >= 0x80) {
                size++;
            }
        }
        return size;
    }
}
