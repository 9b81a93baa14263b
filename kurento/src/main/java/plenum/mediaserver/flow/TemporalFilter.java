package plenum.mediaserver.flow;

/**
 * Drops the temporal layers of VP8 above a target. Going down takes effect at once, going up at a frame that can be decoded without the
 * dropped ones (the Y bit of RFC 7741). All packets of a frame are treated alike.
 */
final class TemporalFilter {
    private int highest = RateMeter.TEMPORAL_LAYERS;
    private int lastTimestamp;
    private boolean lastPassed = true;
    private boolean any;

    /** A run begins with a key frame: nothing is missing. */
    void begin(int target) {
        highest = target;
        any = false;
    }

    boolean passes(int temporalLayer, boolean synchronises, int timestamp, int target) {
        if (any && timestamp == lastTimestamp) {
            return lastPassed;
        }
        highest = Math.min(highest, target);
        if (temporalLayer > highest && temporalLayer <= target && synchronises) {
            highest = temporalLayer;
        }
        any = true;
        lastTimestamp = timestamp;
        lastPassed = temporalLayer <= highest;
        return lastPassed;
    }
}
