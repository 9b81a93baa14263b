package plenum.mediaserver.flow;

/** The frame interval of a stream by its RTP timestamps, smoothed over several frames. */
final class FramePace {
    private static final double SMOOTHING = 0.125;
    private static final double NANOS_PER_SECOND = 1e9;

    private boolean begun;
    private int newest;
    private double ticks;

    /** Notes the timestamp of a packet; of those that come late, nothing. */
    void saw(int timestamp) {
        int step = timestamp - newest;
        if (!begun) {
            begun = true;
            newest = timestamp;
        } else if (step > 0) {
            ticks += ticks == 0 ? step : SMOOTHING * (step - ticks);
            newest = timestamp;
        }
    }

    /** From one picture to the next, in nanoseconds; 0 before the second. */
    long nanos(int clockRate) {
        return (long) (ticks / clockRate * NANOS_PER_SECOND);
    }

    void clear() {
        begun = false;
        ticks = 0;
    }
}
