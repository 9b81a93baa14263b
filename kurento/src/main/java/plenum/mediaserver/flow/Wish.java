package plenum.mediaserver.flow;

/** What a taker wants of a source with several layers, and what it has learnt of its network; kept from one source to the next. */
public final class Wish {
    private final Headroom headroom;
    private long cap;
    private long budget;

    /** All that there is: the best layer that lasts. */
    public Wish(ServerClock clock) {
        headroom = new Headroom(clock);
    }

    /** Most that is worth having, in bit/s; 0 for no cap; heeded from the next {@link Subscription#adapt} on. */
    public void cap(long bitsPerSecond) {
        cap = bitsPerSecond;
    }

    /** Most that the network carries, in bit/s; 0 when that is not known; heeded from the next {@link Subscription#adapt} on. */
    public void budget(long bitsPerSecond) {
        budget = bitsPerSecond;
    }

    long cap() {
        return cap;
    }

    long budget() {
        return budget;
    }

    Headroom headroom() {
        return headroom;
    }
}
