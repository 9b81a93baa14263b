package plenum.mediaserver.flow;

/**
 * How far a publisher's clock is from ours: one value for its audio and its video, so that they stay in step for viewers (lip sync). The
 * sender report that travelled fastest tells it best.
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
