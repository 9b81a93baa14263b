package plenum.mediaserver.flow;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides which packets to request again from the publisher (RFC 4585 section 6.2.1): a missing packet after a short wait for reordering,
 * then repeatedly until it arrives or is too old. Requests get lost, too, and a publisher retransmits a packet at most once per round trip;
 * so requests are frequent for twice a long round trip and become rare after that. Measures losses and the delay of retransmissions.
 */
final class NackGenerator {
    private static final long REORDER_NANOS = 10_000_000L;
    private static final long RETRY_NANOS = 50_000_000L;
    private static final int CLOSE_TRIES = 9;
    private static final int MAX_TRIES = 12;
    private static final int MAX_MISSING = 500;
    private static final int MAX_GAP = 1_000;

    /** How much a new round trip weighs (RFC 6298 section 2). */
    private static final int SMOOTHING = 8;

    private static final class Missing {
        long dueNanos;
        long askedNanos;
        int tries;

        Missing(long dueNanos) {
            this.dueNanos = dueNanos;
        }
    }

    private final TreeMap<Long, Missing> missing = new TreeMap<>();
    private long highest = -1;
    private long expected;
    private long asked;
    private long roundTripNanos;

    /** Notes an arrival; false when the gap before it is too wide to be asked for. */
    boolean received(long sequence, long nowNanos) {
        if (highest < 0 || sequence - highest > MAX_GAP) {
            boolean first = highest < 0;
            missing.clear();
            highest = sequence;
            return first;
        }
        if (sequence <= highest) {
            if (!missing.isEmpty()) {
                found(missing.remove(sequence), nowNanos);
            }
            return true;
        }
        expected += sequence - highest;
        for (long lost = highest + 1; lost < sequence; lost++) {
            missing.put(lost, new Missing(nowNanos + REORDER_NANOS));
        }
        highest = sequence;
        while (missing.size() > MAX_MISSING) {
            missing.pollFirstEntry();
        }
        return true;
    }

    private void found(@Nullable Missing packet, long nowNanos) {
        if (packet != null && packet.tries > 0) {
            long took = nowNanos - packet.askedNanos;
            roundTripNanos += roundTripNanos == 0 ? took : (took - roundTripNanos) / SMOOTHING;
        }
    }

    /** From a request to what was asked for, 0 before the first. */
    long roundTripNanos() {
        return roundTripNanos;
    }

    /** Packets asked for since the last call, of all that there should have been, in 256th. */
    int takeFractionLost() {
        int fraction = expected == 0 ? 0 : (int) Math.min(255, asked * 256 / expected);
        expected = 0;
        asked = 0;
        return fraction;
    }

    boolean idle() {
        return missing.isEmpty();
    }

    /** The 16-bit numbers to ask for now, ascending. */
    List<Integer> due(long nowNanos) {
        List<Integer> due = new ArrayList<>();
        Iterator<Map.Entry<Long, Missing>> entries = missing.entrySet().iterator();
        while (entries.hasNext()) {
            var entry = entries.next();
            Missing packet = entry.getValue();
            if (packet.tries == MAX_TRIES) {
                entries.remove();
            } else if (nowNanos - packet.dueNanos >= 0) {
                due.add((int) (entry.getKey() & 0xFFFF));
                if (packet.tries++ == 0) {
                    packet.askedNanos = nowNanos;
                    asked++;
                }
                packet.dueNanos = nowNanos + RETRY_NANOS * Math.max(1, 2 * (packet.tries - CLOSE_TRIES));
            }
        }
        return due;
    }

    void clear() {
        missing.clear();
        highest = -1;
    }
}
