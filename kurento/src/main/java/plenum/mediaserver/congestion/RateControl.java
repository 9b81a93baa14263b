package plenum.mediaserver.congestion;

/**
 * The estimated rate: decreased to what gets through when queues grow or many packets are lost, increased by eight percent a second
 * otherwise, more slowly near the rate at which it last had to decrease (draft-ietf-rmcat-gcc-02 section 5.5). It never grows far beyond
 * what is sent, because a rate that was not tried is not known.
 */
final class RateControl {
    private static final double BACK_OFF = 0.85;
    private static final double GROWTH_PER_SECOND = 0.08;
    private static final double CAREFUL_BITS_PER_SECOND = 40_000; // a second
    private static final double NEAR = 1.2;
    private static final double UNTRIED = 1.5;
    private static final long UNTRIED_BITS = 10_000;
    private static final double TOLERABLE_LOSS = 0.05;
    private static final double HARMFUL_LOSS = 0.15;
    private static final long LEAST = 60_000;
    private static final long MOST = 50_000_000;
    private static final long LEAST_PAUSE_NANOS = 150_000_000L;
    private static final long CALM_NANOS = 2_000_000_000L;
    /** Until the queue that a trial has made is empty again. */
    private static final long AFTER_TRIAL_NANOS = 500_000_000L;

    private static final double LONGEST_STEP_SECONDS = 1;

    private double rate;
    private double tooMuch;
    private boolean holds;
    private long lastNanos = Long.MIN_VALUE;
    private long lastDecreaseNanos = Long.MIN_VALUE;
    private long provenNanos = Long.MIN_VALUE;

    RateControl(long first) {
        rate = first;
    }

    long bitsPerSecond() {
        return (long) rate;
    }

    /** When the rate was too much the last time, or {@link Long#MIN_VALUE}. */
    long lastDecreaseNanos() {
        return lastDecreaseNanos;
    }

    /**
     * @param arrives what gets through, in bit/s; 0 when that is not known yet
     * @param carried what got through while a queue grew, in bit/s; 0 when that is not known yet
     * @param loss from 0 to 1
     * @return whether the rate was lowered
     */
    boolean update(Usage usage, long arrives, long carried, double loss, long nowNanos) {
        double elapsed = lastNanos == Long.MIN_VALUE ? 0 : (nowNanos - lastNanos) / 1e9;
        lastNanos = nowNanos;
        if (usage == Usage.OVER || loss > HARMFUL_LOSS) {
            return decrease(carried, nowNanos);
        }
        if (usage == Usage.UNDER) {
            holds = true; // until the queues are empty
        } else if (holds) {
            holds = false;
        } else if (loss <= TOLERABLE_LOSS) {
            increase(arrives, Math.min(elapsed, LONGEST_STEP_SECONDS));
            believe(arrives, nowNanos);
        }
        return false;
    }

    private boolean decrease(long carried, long nowNanos) {
        holds = true;
        boolean tooSoon = isWithin(LEAST_PAUSE_NANOS, lastDecreaseNanos, nowNanos)
                || isWithin(AFTER_TRIAL_NANOS, provenNanos, nowNanos);
        double down = Math.max(LEAST, (carried > 0 ? carried : rate) * BACK_OFF);
        if (tooSoon || down >= rate) {
            return false;
        }
        if (carried > 0) {
            tooMuch = carried;
        }
        rate = down;
        lastDecreaseNanos = nowNanos;
        return true;
    }

    private static boolean isWithin(long pauseNanos, long sinceNanos, long nowNanos) {
        return sinceNanos != Long.MIN_VALUE && nowNanos - sinceNanos < pauseNanos;
    }

    private void increase(long arrives, double seconds) {
        boolean near = tooMuch > 0 && rate < tooMuch * NEAR && rate * NEAR > tooMuch;
        double grown = rate + (near ? CAREFUL_BITS_PER_SECOND : rate * GROWTH_PER_SECOND) * seconds;
        double believed = arrives > 0 ? arrives * UNTRIED + UNTRIED_BITS : rate;
        rate = Math.clamp(Math.min(grown, Math.max(rate, believed)), LEAST, MOST);
    }

    /** A rate that got through for a while without a queue is a lower bound of the estimate; the smallest pictures are sent in any case. */
    private void believe(long arrives, long nowNanos) {
        if (!isWithin(CALM_NANOS, lastDecreaseNanos, nowNanos)) {
            rate = Math.clamp(Math.max(rate, arrives), LEAST, MOST);
        }
    }

    /** A trial has shown that so much gets through. */
    void proven(long bitsPerSecond, long nowNanos) {
        if (bitsPerSecond > rate) {
            provenNanos = nowNanos;
            rate = Math.min(bitsPerSecond, MOST);
            tooMuch = 0;
        }
    }
}
