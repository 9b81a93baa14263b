package plenum.e2e;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Durations that a journey measured. */
final class Measured {

    private Measured() {}

    /** The smallest value that 95 of 100 do not exceed. */
    static Duration percentile95(List<Duration> durations) {
        List<Duration> sorted = durations.stream().sorted().toList();
        return sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1);
    }

    static void print(String what, List<Duration> durations) {
        print(String.format(
                Locale.ROOT,
                "%s: p95 %.2f s, median %.2f s, of %d",
                what,
                seconds(percentile95(durations)),
                seconds(durations.stream().sorted().toList().get(durations.size() / 2)),
                durations.size()));
    }

    static void print(String what, Duration duration) {
        print(String.format(Locale.ROOT, "%s: %.2f s", what, seconds(duration)));
    }

    private static void print(String line) {
        System.out.println("JOURNEY " + line);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
