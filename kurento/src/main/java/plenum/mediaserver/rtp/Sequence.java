package plenum.mediaserver.rtp;

/** Arithmetic on counters that wrap (RFC 3550 A.1, serial numbers of RFC 1982). */
public final class Sequence {
    private Sequence() {}

    /** Whether 16-bit number {@code a} comes after {@code b}; of two numbers half a cycle apart, the greater one. */
    public static boolean isNewer(int a, int b) {
        int distance = (a - b) & 0xFFFF;
        return distance == 0x8000 ? (a & 0xFFFF) > (b & 0xFFFF) : distance != 0 && distance < 0x8000;
    }

    /** Signed distance from 16-bit number {@code from} to {@code to}, in [-32768, 32767]. */
    public static int distance(int from, int to) {
        return (short) (to - from);
    }

    /** Signed distance from 32-bit timestamp {@code from} to {@code to}. */
    public static int timestampDistance(int from, int to) {
        return to - from;
    }
}
