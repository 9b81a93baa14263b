package plenum.mediaserver.bench;

import java.time.Duration;

/**
 * What a bad network does to each direction of a connection.
 *
 * @param lossPercent of the datagrams, at random
 * @param delay for every datagram
 * @param jitter at most this much more, at random; datagrams stay in order
 * @param bitsPerSecond what the narrowest link carries; 0 for no limit
 * @param queue how much time's worth of datagrams waits before that link; what comes to a full queue is dropped
 */
record Impairment(int lossPercent, Duration delay, Duration jitter, long bitsPerSecond, Duration queue) {
    /** A network that does nothing to anybody. */
    static final Impairment NONE = new Impairment(0, Duration.ZERO, Duration.ZERO, 0, Duration.ZERO);

    boolean isNone() {
        return lossPercent == 0 && delay.isZero() && jitter.isZero() && bitsPerSecond == 0;
    }
}
