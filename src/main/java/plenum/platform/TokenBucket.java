package plenum.platform;

import java.time.Duration;
import java.time.InstantSource;

/** A token bucket: holds at most {@code burst} tokens and gains one every {@code refill}. Not thread-safe. */
public final class TokenBucket {
    private final long burst;
    private final double refillMillis;
    private final InstantSource clock;
    private double tokens;
    private long at;

    /** Full at first. */
    public TokenBucket(long burst, Duration refill, InstantSource clock) {
        this.burst = burst;
        this.refillMillis = Math.max(1, refill.toNanos()) / 1e6;
        this.clock = clock;
        this.tokens = burst;
        this.at = clock.millis();
    }

    /** Takes so many tokens; false, and none taken, when there are fewer. */
    public boolean tryTake(long amount) {
        if (!has(amount)) {
            return false;
        }
        tokens -= amount;
        return true;
    }

    /** Whether there are so many tokens, without taking them. */
    public boolean has(long amount) {
        long now = clock.millis();
        tokens = Math.min(burst, tokens + Math.max(0, now - at) / refillMillis);
        at = now;
        return tokens >= amount;
    }
}
