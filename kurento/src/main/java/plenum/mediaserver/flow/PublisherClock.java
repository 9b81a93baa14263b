package plenum.mediaserver.flow;

/**
 * The offset between a publisher's clock and ours: one value for audio and video, so that they stay in sync for viewers (lip sync). Taken
 * from the sender report with the shortest travel time.
 */
public final class PublisherClock {
    private static final long JUMP_NANOS = 5_000_000_000L;

    private boolean known;
    private long offsetNanos;

    /** Takes a sender report: the publisher's time in it, and ours on its arrival. */
    public void observe(long publisherNanos, long arrivalNanos) {
        long offset = arrivalNanos - publisherNanos;
        if (!known || offset < offsetNanos || offset - offsetNanos > JUMP_NANOS) {
            known = true;
            offsetNanos = offset;
        }
    }

    /** The publisher's time at our time {@code serverNanos}. */
    public long toPublisher(long serverNanos) {
        return serverNanos - offsetNanos;
    }
}
