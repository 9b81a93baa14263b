package plenum.mediaserver.bench;

/** A histogram of durations with 2 % resolution from 1 µs to a minute, without allocation per sample. One writer at a time. */
public final class Latencies {
    private static final int BUCKETS_PER_OCTAVE = 32;
    private static final int OCTAVES = 36;

    private final long[] counts = new long[BUCKETS_PER_OCTAVE * OCTAVES];
    private long total;

    public void add(long nanos) {
        counts[bucket(Math.max(1, nanos))]++;
        total++;
    }

    void addAll(Latencies other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        total += other.total;
    }

    public long count() {
        return total;
    }

    /** The duration in milliseconds that {@code quantile} of the samples do not exceed; NaN without samples. */
    public double millisAt(double quantile) {
        if (total == 0) {
            return Double.NaN;
        }
        long wanted = Math.max(1, (long) Math.ceil(quantile * total));
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= wanted) {
                return upperNanos(i) / 1e6;
            }
        }
        return upperNanos(counts.length - 1) / 1e6;
    }

    private static int bucket(long nanos) {
        double octave = Math.log((double) nanos) / Math.log(2);
        return Math.clamp((int) (octave * BUCKETS_PER_OCTAVE), 0, BUCKETS_PER_OCTAVE * OCTAVES - 1);
    }

    private static double upperNanos(int bucket) {
        return Math.pow(2, (bucket + 1.0) / BUCKETS_PER_OCTAVE);
    }
}
