package plenum.mediaserver.congestion;

/**
 * Detects a growing queue by the slope of the packets' delays (draft-ietf-rmcat-gcc-02 section 5, with a line fitted by least squares in
 * place of the filter). The threshold adapts to the slopes seen, so that a competing loss-based flow does not starve us.
 */
final class Trendline {
    private static final int WINDOW = 20;
    private static final int MAX_DELTAS = 60;
    private static final double SMOOTHING = 0.9;
    private static final double GAIN = 4;
    private static final double FIRST_THRESHOLD = 12.5;
    private static final double LEAST_THRESHOLD = 6;
    private static final double MOST_THRESHOLD = 600;
    private static final double RISE = 0.0087; // per millisecond
    private static final double FALL = 0.039;
    private static final double OUTLIER = 15;
    private static final double LONGEST_STEP_MILLIS = 100;
    private static final double LEAST_OVERUSE_MILLIS = 10;
    private static final double NANOS_PER_MILLI = 1_000_000;

    private final double[] times = new double[WINDOW];
    private final double[] delays = new double[WINDOW];
    private int deltas;
    private double accumulated;
    private double smoothed;
    private double threshold = FIRST_THRESHOLD;
    private double lastSlope;
    private double overuseMillis = -1;
    private int overuses;
    private long originNanos;
    private double lastUpdateMillis = Double.NaN;
    private Usage usage = Usage.NORMAL;

    Usage usage() {
        return usage;
    }

    /** The way has changed, or nothing was sent for long: what was seen counts no more. */
    void clear() {
        deltas = 0;
        accumulated = 0;
        smoothed = 0;
        overuseMillis = -1;
        overuses = 0;
        lastSlope = 0;
        lastUpdateMillis = Double.NaN;
        usage = Usage.NORMAL;
    }

    /** One group of packets more: how much later than the one before it was sent, how much later it arrived, and when. */
    void add(long sentDeltaNanos, long arrivalDeltaNanos, long arrivalNanos) {
        if (deltas == 0) {
            originNanos = arrivalNanos;
        }
        accumulated += (arrivalDeltaNanos - sentDeltaNanos) / NANOS_PER_MILLI;
        smoothed = SMOOTHING * smoothed + (1 - SMOOTHING) * accumulated;
        int slot = deltas % WINDOW;
        double now = (arrivalNanos - originNanos) / NANOS_PER_MILLI;
        times[slot] = now;
        delays[slot] = smoothed;
        deltas++;
        if (deltas >= WINDOW) {
            detect(slope(), sentDeltaNanos / NANOS_PER_MILLI, now);
        }
    }

    private double slope() {
        double meanTime = 0;
        double meanDelay = 0;
        for (int i = 0; i < WINDOW; i++) {
            meanTime += times[i] / WINDOW;
            meanDelay += delays[i] / WINDOW;
        }
        double products = 0;
        double squares = 0;
        for (int i = 0; i < WINDOW; i++) {
            products += (times[i] - meanTime) * (delays[i] - meanDelay);
            squares += (times[i] - meanTime) * (times[i] - meanTime);
        }
        return squares == 0 ? lastSlope : products / squares;
    }

    private void detect(double slope, double sentDeltaMillis, double nowMillis) {
        double trend = Math.min(deltas, MAX_DELTAS) * slope * GAIN;
        if (trend > threshold) {
            overuseMillis = overuseMillis < 0 ? sentDeltaMillis / 2 : overuseMillis + sentDeltaMillis;
            overuses++;
            if (overuseMillis > LEAST_OVERUSE_MILLIS && overuses > 1 && slope >= lastSlope) {
                overuseMillis = 0;
                overuses = 0;
                usage = Usage.OVER;
            }
        } else {
            overuseMillis = -1;
            overuses = 0;
            usage = trend < -threshold ? Usage.UNDER : Usage.NORMAL;
        }
        lastSlope = slope;
        adapt(Math.abs(trend), nowMillis);
    }

    private void adapt(double size, double nowMillis) {
        double step = Double.isNaN(lastUpdateMillis) ? 0 : Math.min(nowMillis - lastUpdateMillis, LONGEST_STEP_MILLIS);
        lastUpdateMillis = nowMillis;
        if (size <= threshold + OUTLIER) {
            double speed = size < threshold ? FALL : RISE;
            threshold = Math.clamp(threshold + speed * (size - threshold) * step, LEAST_THRESHOLD, MOST_THRESHOLD);
        }
    }
}
