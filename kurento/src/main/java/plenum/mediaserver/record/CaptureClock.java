package plenum.mediaserver.record;

import org.jspecify.annotations.Nullable;
import plenum.mediaserver.flow.Layer;
import plenum.mediaserver.rtp.Sequence;

/**
 * The capture time of packets of one source, by our clock: from the publisher's sender reports once there are some (RFC 3550 section
 * 6.4.1), which keep sound and picture in sync, and until then from the packets with the shortest travel time. Corrections are gradual, so
 * that frames stay in order.
 */
final class CaptureClock {
    /** A tenth of the time that passes: nobody sees or hears it. */
    private static final int SLOWNESS = 10;

    private static final long JUMP_NANOS = 2_000_000_000L;
    private static final long NANOS = 1_000_000_000L;

    private @Nullable Layer layer;
    private int clockRate = 1;
    private boolean begun;
    private int lastTimestamp;
    private long lastUnits;
    private boolean placed;
    private long offset;
    private long placedAt;
    private boolean arrived;
    private long quickest;

    /** Another source, or the same anew. */
    void begin(Layer source, int unitsPerSecond) {
        layer = source;
        clockRate = Math.max(1, unitsPerSecond);
        begun = false;
        placed = false;
        arrived = false;
    }

    /** A packet has come. */
    void arrived(int timestamp, long epochNanos) {
        long way = epochNanos - nanos(timestamp);
        quickest = arrived ? Math.min(quickest, way) : way;
        arrived = true;
    }

    /** Nanoseconds since 1970. */
    long epochNanos(int timestamp) {
        long media = nanos(timestamp);
        long target = target(timestamp, media);
        long apart = target - offset;
        if (!placed || Math.abs(apart) > JUMP_NANOS) {
            offset = target;
        } else {
            long step = Math.max(0, media - placedAt) / SLOWNESS;
            offset += Math.clamp(apart, -step, step);
        }
        placedAt = placed ? Math.max(placedAt, media) : media;
        placed = true;
        return media + offset;
    }

    private long target(int timestamp, long media) {
        Long captured = layer == null ? null : layer.capturedEpochNanos(timestamp);
        return captured == null ? quickest : captured - media;
    }

    /** Media time; grows on where timestamps wrap. */
    private long nanos(int timestamp) {
        if (!begun) {
            begun = true;
            lastTimestamp = timestamp;
            lastUnits = timestamp & 0xFFFFFFFFL;
        }
        lastUnits += Sequence.timestampDistance(lastTimestamp, timestamp);
        lastTimestamp = timestamp;
        return lastUnits / clockRate * NANOS + lastUnits % clockRate * NANOS / clockRate;
    }
}
