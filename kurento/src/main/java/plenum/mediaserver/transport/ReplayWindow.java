package plenum.mediaserver.transport;

/** The packets among the last 128 that have been received (RFC 3711 section 3.3.2). */
final class ReplayWindow {
    static final int SIZE = 128;

    private long highest = -1;
    private long recent; // bit n: highest - n was seen
    private long older; // bit n: highest - 64 - n was seen

    /** Whether an authentic packet of this index would be new. */
    boolean isNew(long index) {
        long age = highest - index;
        if (age < 0) {
            return true;
        }
        return age < SIZE && ((age < Long.SIZE ? recent >> age : older >> age - Long.SIZE) & 1) == 0;
    }

    /** Remembers a packet that turned out authentic. */
    void record(long index) {
        long age = highest - index;
        if (age < 0) {
            shift(-age);
            highest = index;
            recent |= 1;
        } else if (age < Long.SIZE) {
            recent |= 1L << age;
        } else if (age < SIZE) {
            older |= 1L << age - Long.SIZE;
        }
    }

    private void shift(long by) {
        if (by >= SIZE || highest < 0) {
            recent = 0;
            older = 0;
        } else if (by >= Long.SIZE) {
            older = recent << by - Long.SIZE;
            recent = 0;
        } else {
            older = older << by | recent >>> Long.SIZE - by;
            recent <<= by;
        }
    }
}
