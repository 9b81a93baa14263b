package plenum.mediaserver.congestion;

import java.time.Duration;

/** The bit rate of recent packets, by the clock of the observer. */
final class RecentRate {
    private static final int PEAK_BUCKETS = 3;
    private static final long BUCKET_NANOS = 50_000_000L;
    private static final double NANOS_PER_SECOND = 1e9;

    private final int buckets;
    private final long[] bytes;
    private long firstBucket = Long.MIN_VALUE;
    private long newestBucket;

    /** @param window what counts as lately, at least 0.15 s */
    RecentRate(Duration window) {
        buckets = (int) (window.toNanos() / BUCKET_NANOS);
        bytes = new long[buckets];
    }

    void passed(int length, long nanos) {
        long bucket = Math.floorDiv(nanos, BUCKET_NANOS);
        if (firstBucket == Long.MIN_VALUE) {
            firstBucket = bucket;
            newestBucket = bucket;
        }
        for (int i = 0; newestBucket < bucket && i < buckets; i++) {
            newestBucket++;
            bytes[slot(newestBucket)] = 0;
        }
        if (bucket > newestBucket) { // after a long silence
            newestBucket = bucket;
        }
        if (newestBucket - bucket < buckets) {
            bytes[slot(bucket)] += length;
        }
    }

    private int slot(long bucket) {
        return (int) Math.floorMod(bucket, (long) buckets);
    }

    /** In bit/s; 0 while the window has not been filled once. */
    long bitsPerSecond() {
        return isFilled() ? rate(newestBucket, buckets) : 0;
    }

    /** The most within the window, over 0.15 s, in bit/s; 0 while the window has not been filled once. */
    long peak() {
        long most = 0;
        for (int i = 0; isFilled() && i <= buckets - PEAK_BUCKETS; i++) {
            most = Math.max(most, rate(newestBucket - i, PEAK_BUCKETS));
        }
        return most;
    }

    private boolean isFilled() {
        return firstBucket != Long.MIN_VALUE && newestBucket - firstBucket >= buckets;
    }

    private long rate(long last, int of) {
        long sum = 0;
        for (int i = 0; i < of; i++) {
            sum += bytes[slot(last - i)];
        }
        return (long) (sum * Byte.SIZE * NANOS_PER_SECOND / (of * BUCKET_NANOS));
    }
}
