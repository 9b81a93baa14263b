package plenum.mediaserver.bench;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** Who came and went, from many threads. */
final class ChurnLog {
    /** A visit, which tells in nanoseconds how long it took to get in. */
    @FunctionalInterface
    interface Visit {
        long join() throws IOException, BenchFailure;
    }

    private final Map<ChurnVisit.End, Long> visits = new EnumMap<>(ChurnVisit.End.class);
    private Latencies joins = new Latencies();
    private long failed;
    private String reason = "";

    /** Has the visit take place, and notes what came of it. */
    void record(ChurnVisit.End end, Visit visit) {
        try {
            succeeded(end, visit.join());
        } catch (BenchFailure | IOException | RuntimeException e) {
            failed(e);
        }
    }

    private synchronized void succeeded(ChurnVisit.End end, long joinNanos) {
        visits.merge(end, 1L, Long::sum);
        joins.add(joinNanos);
    }

    private synchronized void failed(Exception e) {
        failed++;
        reason = e.toString();
    }

    synchronized void clear() {
        visits.clear();
        joins = new Latencies();
        failed = 0;
        reason = "";
    }

    synchronized void report(Report report) {
        report.with("left", visits.getOrDefault(ChurnVisit.End.LEAVES, 0L))
                .with("vanished", visits.getOrDefault(ChurnVisit.End.VANISHES, 0L))
                .with("vanishedWithApplication", visits.getOrDefault(ChurnVisit.End.VANISHES_WITH_APPLICATION, 0L))
                .with("failedVisits", failed)
                .with("joinMillis", joins);
    }

    @Override
    public synchronized String toString() {
        return visits + ", failed " + failed + (reason.isEmpty() ? "" : " (" + reason + ")");
    }
}
