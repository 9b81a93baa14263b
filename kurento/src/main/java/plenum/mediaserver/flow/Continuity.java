package plenum.mediaserver.flow;

/** Tracks whether a layer is being received: since when, whether it has stopped while others have not, and whether it is likely to last. */
final class Continuity {
    /** So many missing pictures mean that it has stopped, but never before the first of these times, and always after the second. */
    private static final int SILENT_PICTURES = 5;

    private static final long SOONEST_SILENT_NANOS = 150_000_000L;
    private static final long LATEST_SILENT_NANOS = 300_000_000L;
    private static final long STEADY_NANOS = 100_000_000L;

    private final FramePace pace = new FramePace();
    private final Probation probation = new Probation();
    private int clockRate;
    private long lastArrivalNanos;
    private long resumedNanos;

    /** Another source from here on. */
    void begin(int newClockRate) {
        clockRate = newClockRate;
        pace.clear();
        probation.clear();
    }

    void arrived(int timestamp, long nowNanos) {
        long gap = nowNanos - lastArrivalNanos;
        if (gap >= SOONEST_SILENT_NANOS && gap >= missedNanos()) {
            resumedNanos = nowNanos;
        }
        lastArrivalNanos = nowNanos;
        pace.saw(timestamp);
    }

    private long missedNanos() {
        return SILENT_PICTURES * pace.nanos(clockRate);
    }

    /** When the last packet came; meaningless before the first. */
    long lastArrivalNanos() {
        return lastArrivalNanos;
    }

    /** Whether it is not being sent now, while another layer's packet came at {@code latestNanos}. */
    boolean isSilent(long latestNanos) {
        return latestNanos - lastArrivalNanos >= Math.clamp(missedNanos(), SOONEST_SILENT_NANOS, LATEST_SILENT_NANOS);
    }

    /** Whether it has gone on for long enough to say that others should have come meanwhile, too. */
    boolean isSteady() {
        return lastArrivalNanos - resumedNanos >= STEADY_NANOS;
    }

    /** The publisher has stopped it, though somebody wanted it. */
    void gaveUp(long nowNanos) {
        probation.failed(nowNanos);
    }

    boolean isTrusted() {
        return probation.isOver(lastArrivalNanos - resumedNanos);
    }
}
