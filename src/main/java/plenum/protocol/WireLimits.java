package plenum.protocol;

/** The limits of the size of a frame and of what is in it, for all messages. */
final class WireLimits {
    /** Longest frame in characters: an SDP offer and its envelope. */
    static final int FRAME = 96 * 1024;

    /** Most items of a list. */
    static final int LIST = 64;

    /** Deepest nesting of objects and lists. */
    static final int DEPTH = 6;

    private WireLimits() {}
}
