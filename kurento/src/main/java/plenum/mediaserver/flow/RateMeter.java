package plenum.mediaserver.flow;

/** The bit rate of a stream, smoothed over about two seconds, by temporal layer: the rate at a layer includes all layers below it. */
final class RateMeter {
    static final int TEMPORAL_LAYERS = 3;

    private static final long BUCKET_NANOS = 100_000_000L;
    private static final double BUCKETS_PER_SECOND = 10;
    private static final double SMOOTHING = 0.05;
    private static final int MAX_SILENT_BUCKETS = 100;

    private final long[] bytes = new long[TEMPORAL_LAYERS];
    private final double[] bitsPerSecond = new double[TEMPORAL_LAYERS];
    private long bucketStartNanos;
    private int buckets = -1;

    void add(int length, int temporalLayer, long nowNanos) {
        roll(nowNanos);
        for (int i = Math.min(temporalLayer, TEMPORAL_LAYERS - 1); i < TEMPORAL_LAYERS; i++) {
            bytes[i] += length;
        }
    }

    private void roll(long nowNanos) {
        if (buckets < 0) {
            buckets = 0;
            bucketStartNanos = nowNanos;
        }
        int silent = 0;
        while (nowNanos - bucketStartNanos >= BUCKET_NANOS) {
            buckets++;
            double weight = Math.max(SMOOTHING, 1.0 / buckets);
            for (int i = 0; i < TEMPORAL_LAYERS; i++) {
                bitsPerSecond[i] += weight * (bytes[i] * Byte.SIZE * BUCKETS_PER_SECOND - bitsPerSecond[i]);
                bytes[i] = 0;
            }
            bucketStartNanos += BUCKET_NANOS;
            if (++silent == MAX_SILENT_BUCKETS) {
                bucketStartNanos = nowNanos;
            }
        }
    }

    /** In bit/s, with all temporal layers up to this one; 0 before the first tenth of a second. */
    long bitsPerSecond(int temporalLayer, long nowNanos) {
        if (buckets >= 0) {
            roll(nowNanos);
        }
        return (long) bitsPerSecond[temporalLayer];
    }

    void clear() {
        buckets = -1;
        for (int i = 0; i < TEMPORAL_LAYERS; i++) {
            bytes[i] = 0;
            bitsPerSecond[i] = 0;
        }
    }
}
