package plenum.platform;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Token buckets, one for each key: {@code burst} events at once, then one every {@code refill}. Remembers a limited number of keys; the one
 * that was idle longest is forgotten first. Thread-safe.
 */
public final class Throttle {
    private static final int MAX_KEYS = 50_000;

    private final int burst;
    private final Duration refill;
    private final InstantSource clock;
    private final Map<String, TokenBucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TokenBucket> eldest) {
            return size() > MAX_KEYS;
        }
    };

    public Throttle(int burst, Duration refill, InstantSource clock) {
        this.burst = burst;
        this.refill = refill;
        this.clock = clock;
    }

    /** Takes a token; false when there is none. */
    public synchronized boolean tryTake(String key) {
        return bucket(key).tryTake(1);
    }

    /** Whether there is a token, without taking it. */
    public synchronized boolean allows(String key) {
        return bucket(key).has(1);
    }

    private TokenBucket bucket(String key) {
        return buckets.computeIfAbsent(key, k -> new TokenBucket(burst, refill, clock));
    }
}
