package plenum.job;

import java.time.Duration;

/**
 * How often a failed job is tried again, and when: after {@code first}, then after {@code factor} times as long each, at most {@code
 * longest}.
 *
 * @param attempts runs in all, the first one included; after that it is listed as failed until somebody asks for it again
 */
public record Retries(int attempts, Duration first, double factor, Duration longest) {
    public Retries {
        if (attempts < 1 || factor < 1 || first.isNegative() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("retries that make no sense");
        }
    }

    /** Ten attempts within about four hours. */
    public static Retries standard() {
        return new Retries(10, Duration.ofSeconds(30), 2, Duration.ofHours(1));
    }

    public boolean isOver(int failures) {
        return failures >= attempts;
    }

    /** @param failures in a row, so far; at least 1 */
    public Duration delayAfter(int failures) {
        double millis = first.toMillis() * Math.pow(factor, failures - 1.0);
        return millis < longest.toMillis() ? Duration.ofMillis((long) millis) : longest;
    }
}
