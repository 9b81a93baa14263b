package plenum.mediaserver.congestion;

/** The sending times and sizes of the last packets, by transport-wide sequence number. */
final class SentLog {
    private static final int CAPACITY = 1024; // two seconds at 4 Mbit/s
    private static final int MASK = CAPACITY - 1;

    private final long[] nanos = new long[CAPACITY];
    private final short[] numbers = new short[CAPACITY];
    private final short[] bytes = new short[CAPACITY];
    private final byte[] states = new byte[CAPACITY];

    /** The states of a packet. */
    private static final byte FORGOTTEN = 0;

    private static final byte UNDERWAY = 1;
    private static final byte MISSED = 2;

    void sent(int number, int length, long nowNanos) {
        int slot = number & MASK;
        numbers[slot] = (short) number;
        bytes[slot] = (short) Math.min(length, Short.MAX_VALUE);
        nanos[slot] = nowNanos;
        states[slot] = UNDERWAY;
    }

    /** The slot of a packet about which no arrival has been told yet, or -1. */
    int find(int number) {
        int slot = number & MASK;
        return states[slot] != FORGOTTEN && numbers[slot] == (short) number ? slot : -1;
    }

    /** Notes that a packet has not arrived; true when that is news. It may still arrive late. */
    boolean missed(int slot) {
        boolean news = states[slot] == UNDERWAY;
        states[slot] = MISSED;
        return news;
    }

    /** Forgets a packet that has arrived, so that it counts once. */
    void arrived(int slot) {
        states[slot] = FORGOTTEN;
    }

    long nanos(int slot) {
        return nanos[slot];
    }

    int bytes(int slot) {
        return bytes[slot];
    }
}
