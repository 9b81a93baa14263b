package plenum.mediaserver.record;

import java.util.TreeMap;
import java.util.function.Consumer;
import plenum.mediaserver.payload.MediaPacket;

/** Puts the packets of one source in order, and waits for missing ones, which have been requested again. */
final class ReorderBuffer {
    private static final int MOST = 4_096;
    private static final long NOT_BEGUN = -1;

    private final TreeMap<Long, MediaPacket> waiting = new TreeMap<>();
    private long next = NOT_BEGUN;
    private long gapSinceNanos;

    /** Begins with this packet. */
    void begin(long sequence) {
        waiting.headMap(sequence).clear();
        next = sequence;
    }

    boolean hasBegun() {
        return next != NOT_BEGUN;
    }

    /** Takes a packet; one that is there already, or is not awaited any more, is dropped. */
    void add(MediaPacket packet, long nowNanos) {
        if (packet.sequence() < next || waiting.size() >= MOST) {
            return;
        }
        boolean whole = waiting.isEmpty();
        waiting.put(packet.sequence(), packet);
        if (whole && packet.sequence() != next) {
            gapSinceNanos = nowNanos;
        }
    }

    /** Hands on what is there without a gap. */
    void drain(Consumer<MediaPacket> to, long nowNanos) {
        boolean any = false;
        for (MediaPacket packet = waiting.remove(next); packet != null; packet = waiting.remove(next)) {
            next++;
            any = true;
            to.accept(packet);
        }
        if (any) {
            gapSinceNanos = nowNanos; // of the next gap, if there is one
        }
    }

    /** Whether something is missing before what has come. */
    boolean waits() {
        return hasBegun() && !waiting.isEmpty();
    }

    /** Whether it has been missing for so long. */
    boolean hasWaited(long nanos, long nowNanos) {
        return waits() && nowNanos - gapSinceNanos >= nanos || waiting.size() >= MOST;
    }

    /** Goes on with the next packet that is there, or with the next that starts a key frame; whether there is one. */
    boolean skip(boolean toKeyFrame, long nowNanos) {
        while (!waiting.isEmpty()
                && toKeyFrame
                && !waiting.firstEntry().getValue().startsKeyFrame()) {
            waiting.pollFirstEntry();
        }
        next = waiting.isEmpty() ? NOT_BEGUN : waiting.firstKey();
        gapSinceNanos = nowNanos;
        return hasBegun();
    }

    void clear() {
        waiting.clear();
        next = NOT_BEGUN;
    }
}
