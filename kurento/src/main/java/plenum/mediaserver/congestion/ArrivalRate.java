package plenum.mediaserver.congestion;

/** What has got through in the last half second, in bit/s, by the receiver's clock. */
final class ArrivalRate {
    private static final int BUCKETS = 10;
    private static final long BUCKET_NANOS = 50_000_000L;
    private static final double WINDOW_SECONDS = BUCKETS * BUCKET_NANOS / 1e9;

    private final long[] bytes = new long[BUCKETS];
    private long firstBucket = Long.MIN_VALUE;
    private long newestBucket;

    void arrived(int length, long arrivalNanos) {
        long bucket = Math.floorDiv(arrivalNanos, BUCKET_NANOS);
        if (firstBucket == Long.MIN_VALUE) {
            firstBucket = bucket;
            newestBucket = bucket;
        }
        for (int i = 0; newestBucket < bucket && i < BUCKETS; i++) {
            newestBucket++;
            bytes[slot(newestBucket)] = 0;
        }
        if (bucket > newestBucket) { // after a long silence
            newestBucket = bucket;
        }
        if (newestBucket - bucket < BUCKETS) {
            bytes[slot(bucket)] += length;
        }
    }

    private static int slot(long bucket) {
        return (int) Math.floorMod(bucket, (long) BUCKETS);
    }

    /** In bit/s; 0 while the window has not been filled once. */
    long bitsPerSecond() {
        if (firstBucket == Long.MIN_VALUE || newestBucket - firstBucket < BUCKETS) {
            return 0;
        }
        long sum = 0;
        for (long of : bytes) {
            sum += of;
        }
        return (long) (sum * Byte.SIZE / WINDOW_SECONDS);
    }
}
