package plenum.protocol;

/** How large a frame and what is in it may be, whatever the message. */
final class WireLimits {
    /** Longest frame in characters: an SDP offer and its envelope. */
    static final int FRAME = 96 * 1024;

    /** Most items of a list. */
    static final int LIST = 64;

    /** Deepest nesting of objects and lists. */
    static final int DEPTH = 6;

    private WireLimits() {}
}
