package plenum.mediaserver.rtp;

/**
 * What the payload descriptor of a VP8 packet says (RFC 7741 section 4.2): which picture it is of, in which temporal layer, and how large
 * a key frame is. One object reads packet after packet.
 *
 * <pre>
 *  |X|R|N|S|R| PID |  X: |I|L|T|K| RSV   |  I: |M| PictureID    |  L: |   TL0PICIDX   |  T/K: |TID|Y| KEYIDX  |
 * </pre>
 */
public final class Vp8Descriptor {
    /** The value of an absent field. */
    public static final int NONE = -1;

    private static final int KEY_FRAME_HEADER = 10; // tag, start code, width and height (RFC 6386 section 9.1)
    private static final int START_CODE = 0x9D012A;
    private static final int LONG_PICTURE_ID = 0x8000;

    private int pictureId;
    private int baseIndex;
    private int temporalLayer;
    private boolean synchronises;
    private int height;
    private int width;

    /** Reads the descriptor of a payload; what lies beyond its end counts as not there. */
    public void read(byte[] data, int from, int length) {
        pictureId = NONE;
        baseIndex = NONE;
        temporalLayer = 0;
        synchronises = false;
        height = 0;
        width = 0;
        int end = from + length;
        if (length < 1) {
            return;
        }
        int next = from + 1;
        if ((data[from] & 0x80) != 0 && next < end) {
            next = readExtensions(data, next, end);
        }
        boolean startOfFrame = (data[from] & 0x10) != 0 && (data[from] & 0x07) == 0;
        if (startOfFrame && next + KEY_FRAME_HEADER <= end && (data[next] & 1) == 0) {
            readSize(data, next);
        }
    }

    private int readExtensions(byte[] data, int from, int end) {
        int extensions = data[from];
        int next = from + 1;
        if ((extensions & 0x80) != 0 && next < end) {
            boolean isLong = (data[next] & 0x80) != 0;
            if (!isLong) {
                pictureId = data[next];
            } else if (next + 1 < end) {
                pictureId = ByteAccess.u16(data, next) & ~LONG_PICTURE_ID;
            }
            next += isLong ? 2 : 1;
        }
        if ((extensions & 0x40) != 0 && next < end) {
            baseIndex = ByteAccess.u8(data, next++);
        }
        if ((extensions & 0x30) != 0 && next < end) {
            if ((extensions & 0x20) != 0) {
                temporalLayer = data[next] >> 6 & 3;
                synchronises = (data[next] & 0x20) != 0;
            }
            next++;
        }
        return next;
    }

    private void readSize(byte[] data, int frame) {
        if (ByteAccess.u24(data, frame + 3) == START_CODE) {
            width = (ByteAccess.u8(data, frame + 6) | ByteAccess.u8(data, frame + 7) << 8) & 0x3FFF;
            height = (ByteAccess.u8(data, frame + 8) | ByteAccess.u8(data, frame + 9) << 8) & 0x3FFF;
        }
    }

    /**
     * Writes other numbers over those of the payload at {@code from}, each in the width that it has there; what is not there stays away.
     */
    public static void renumber(byte[] data, int from, int length, int newPictureId, int newBaseIndex) {
        int end = from + length;
        if (length < 2 || (data[from] & 0x80) == 0) {
            return;
        }
        int extensions = data[from + 1];
        int next = from + 2;
        if ((extensions & 0x80) != 0 && next < end) {
            if ((data[next] & 0x80) == 0) {
                data[next] = (byte) (newPictureId & 0x7F);
                next++;
            } else if (next + 1 < end) {
                ByteAccess.put16(data, next, newPictureId | LONG_PICTURE_ID);
                next += 2;
            } else {
                return;
            }
        }
        if ((extensions & 0x40) != 0 && next < end) {
            data[next] = (byte) newBaseIndex;
        }
    }

    /** 7 or 15 bits, or {@link #NONE}. */
    public int pictureId() {
        return pictureId;
    }

    /** TL0PICIDX, 8 bits, or {@link #NONE}. */
    public int baseIndex() {
        return baseIndex;
    }

    /** 0 for the base layer, and for a stream without layers. */
    public int temporalLayer() {
        return temporalLayer;
    }

    /** Whether the frame depends on the base layer only, so that decoding of its layer can begin here. */
    public boolean synchronises() {
        return synchronises;
    }

    /** Of the key frame that starts here, in pixels; 0 elsewhere. */
    public int width() {
        return width;
    }

    public int height() {
        return height;
    }
}
