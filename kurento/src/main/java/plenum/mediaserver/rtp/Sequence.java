package plenum.mediaserver.rtp;

/** Arithmetic on counters that wrap (RFC 3550 A.1, serial numbers of RFC 1982). */
public final class Sequence {
    private Sequence() {}

    /** Signed distance from 16-bit number {@code from} to {@code to}, in [-32768, 32767]. */
    public static int distance(int from, int to) {
        return (short) (to - from);
    }

    /** Signed distance from 32-bit timestamp {@code from} to {@code to}. */
    public static int timestampDistance(int from, int to) {
        return to - from;
    }
}
