package plenum.mediaserver.webrtc;

import java.util.ArrayList;
import java.util.List;
import plenum.mediaserver.congestion.Division;
import plenum.mediaserver.congestion.SharedEstimate;

/** The peer connections of one client on one loop. They share an estimate of the bandwidth, which is divided among their video streams. */
final class ClientBudget {
    private static final long PACE_NANOS = 100_000_000L;

    private final SharedEstimate estimate = new SharedEstimate();
    private final List<OutboundPath> paths = new ArrayList<>();
    private final Runnable abandoned;
    private long dividedNanos = Long.MIN_VALUE;

    /** @param abandoned called when the last has left */
    ClientBudget(Runnable abandoned) {
        this.abandoned = abandoned;
    }

    /** Of a client with one peer connection. */
    static ClientBudget alone() {
        return new ClientBudget(() -> {});
    }

    SharedEstimate estimate() {
        return estimate;
    }

    void join(OutboundPath path) {
        paths.add(path);
    }

    void leave(OutboundPath path) {
        if (paths.remove(path) && paths.isEmpty()) {
            abandoned.run();
        }
    }

    /** Whether there is something to divide, and it is known how much. */
    boolean isDivided() {
        return paths.size() > 1 && estimate.bitsPerSecond() > 0;
    }

    /** Tells all what they may be sent, unless that has been done a moment ago. */
    void divide(long nowNanos) {
        if (dividedNanos == Long.MIN_VALUE || nowNanos - dividedNanos >= PACE_NANOS) {
            dividedNanos = nowNanos;
            long audio = paths.stream().mapToLong(OutboundPath::audioRate).sum();
            Division.divide(
                    Math.max(0, estimate.bitsPerSecond() - audio),
                    paths.stream().filter(OutboundPath::showsVideo).toList());
        }
    }

    /** One of them shows something else, or nothing any more: divides anew at once. */
    void changed(long nowNanos) {
        dividedNanos = Long.MIN_VALUE;
        divide(nowNanos);
    }

    /** The bit rate in bit/s that all streams together could use. */
    long wanted() {
        long sum = 0;
        for (OutboundPath path : paths) {
            sum += path.wanted();
        }
        return sum;
    }

    /** Less gets through than before: all of them choose anew. */
    void lowered() {
        dividedNanos = Long.MIN_VALUE;
        for (OutboundPath path : List.copyOf(paths)) {
            path.adapt();
        }
    }
}
