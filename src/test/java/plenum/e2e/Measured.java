package plenum.e2e;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Durations that a journey measured. */
public final class Measured {

    private Measured() {}

    /** The smallest value that 95 of 100 do not exceed. */
    private static Duration percentile95(List<Duration> durations) {
        List<Duration> sorted = durations.stream().sorted().toList();
        return sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1);
    }

    /** Prints what was measured beside what it is to be when the machine has nothing else to do. */
    public static void print(String what, Duration goal, List<Duration> durations) {
        String line = durations.size() == 1
                ? String.format(Locale.ROOT, "%.2f s", seconds(durations.getFirst()))
                : String.format(
                        Locale.ROOT,
                        "p95 %.2f s, median %.2f s, of %d",
                        seconds(percentile95(durations)),
                        seconds(durations.stream().sorted().toList().get(durations.size() / 2)),
                        durations.size());
        System.out.println(String.format(Locale.ROOT, "JOURNEY %s: %s (goal %.1f s)", what, line, seconds(goal)));
    }

    /** What was counted. */
    public static void print(String counts) {
        System.out.println("JOURNEY " + counts);
    }

    /** As above, of shares from 0 to 1. */
    static void print(String what, double goal, double share) {
        System.out.println(
                String.format(Locale.ROOT, "JOURNEY %s: %.2f %% (goal %.1f %%)", what, 100 * share, 100 * goal));
    }

    /** As above, of anything that has a unit. */
    static void print(String what, String unit, double goal, double value) {
        System.out.println(
                String.format(Locale.ROOT, "JOURNEY %s: %.1f %s (goal %.1f %s)", what, value, unit, goal, unit));
    }

    /** What has no goal but a limit in its journey. */
    static void printRate(String what, double perSecond) {
        System.out.println(String.format(Locale.ROOT, "JOURNEY %s: %.1f a second", what, perSecond));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
