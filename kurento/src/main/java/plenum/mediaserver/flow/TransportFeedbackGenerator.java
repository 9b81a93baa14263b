package plenum.mediaserver.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import plenum.mediaserver.rtp.Rtcp;
import plenum.mediaserver.rtp.SequenceUnwrapper;

/**
 * Reports to a publisher when each of its packets arrived (transport-wide congestion control), so that its bandwidth estimator can work.
 */
public final class TransportFeedbackGenerator {
    private static final long TICK_NANOS = 250_000;
    private static final long REFERENCE_NANOS = 64_000_000;
    private static final int MAX_PER_PACKET = 400;
    private static final int MAX_GAP = 2_000;

    private final SequenceUnwrapper unwrapper = new SequenceUnwrapper();
    private final TreeMap<Long, Long> arrivals = new TreeMap<>();
    private long next = -1;
    private int count;

    /** Notes a packet's transport-wide sequence number and time of arrival. */
    public void received(int sequenceNumber, long nowNanos) {
        long sequence = unwrapper.unwrap(sequenceNumber);
        if (next < 0 || sequence - next > MAX_GAP) {
            arrivals.clear();
            next = sequence;
        }
        if (sequence < next) {
            next = sequence; // late, after feedback that called it lost: reported again
        }
        arrivals.put(sequence, nowNanos);
        if (arrivals.size() > MAX_PER_PACKET) {
            arrivals.pollFirstEntry();
            next = arrivals.firstKey();
        }
    }

    /** Feedback on all that has arrived since the last, or empty. */
    public Optional<Rtcp.TransportFeedback> poll(int senderSsrc, int mediaSsrc) {
        if (arrivals.isEmpty()) {
            return Optional.empty();
        }
        long base = Math.max(next, arrivals.lastKey() - MAX_PER_PACKET + 1);
        long earliest = arrivals.tailMap(base).values().iterator().next();
        long reference = Math.floorDiv(earliest, REFERENCE_NANOS);
        List<Integer> ticks = new ArrayList<>();
        for (long sequence = base; sequence <= arrivals.lastKey(); sequence++) {
            Long arrival = arrivals.get(sequence);
            ticks.add(
                    arrival == null
                            ? Rtcp.TransportFeedback.LOST
                            : (int) ((arrival - reference * REFERENCE_NANOS) / TICK_NANOS));
        }
        next = arrivals.lastKey() + 1;
        arrivals.clear();
        return Optional.of(new Rtcp.TransportFeedback(
                senderSsrc, mediaSsrc, (int) base & 0xFFFF, (int) (reference & 0xFFFFFF), count++ & 0xFF, ticks));
    }
}
