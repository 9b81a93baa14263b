package plenum.bench.signaling;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import plenum.mediaserver.bench.Latencies;

/** Latencies of a time and of each second of it, which tell a short stall from a server that is too slow. One writer at a time. */
final class Timeline {
    private static final double NANOS_PER_SECOND = 1e9;

    private final long beganAt;
    private final Latencies all = new Latencies();
    private final List<Latencies> seconds = new ArrayList<>();

    /** @param beganAt by {@link System#nanoTime()} */
    Timeline(long beganAt) {
        this.beganAt = beganAt;
    }

    /** @param now when it was over, by {@link System#nanoTime()} */
    void add(long nanos, long now) {
        all.add(nanos);
        int second = (int) ((now - beganAt) / NANOS_PER_SECOND);
        while (seconds.size() <= second) {
            seconds.add(new Latencies());
        }
        seconds.get(second).add(nanos);
    }

    Latencies all() {
        return all;
    }

    /** Seconds in which the quantile was above the limit. */
    long secondsOver(double quantile, double limitMillis) {
        return seconds.stream()
                .filter(second -> second.millisAt(quantile) > limitMillis)
                .count();
    }

    /** The quantile of each second, in whole milliseconds, "-" where there was nothing. */
    String inSeconds(double quantile) {
        return seconds.stream()
                .map(second ->
                        second.count() == 0 ? "-" : String.format(Locale.ROOT, "%.0f", second.millisAt(quantile)))
                .collect(Collectors.joining(" "));
    }
}
