package plenum.platform;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Token buckets, one per key: {@code burst} events at once, then one every {@code refill}. Remembers a bounded number of keys; the one
 * that was silent longest is forgotten first. Thread-safe.
 */
public final class Throttle {
    private static final int MAX_KEYS = 50_000;

    private final int burst;
    private final long refillMillis;
    private final InstantSource clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MAX_KEYS;
        }
    };

    public Throttle(int burst, Duration refill, InstantSource clock) {
        this.burst = burst;
        this.refillMillis = Math.max(1, refill.toMillis());
        this.clock = clock;
    }

    /** Takes a token; false when there is none. */
    public synchronized boolean tryTake(String key) {
        Bucket bucket = refilled(key);
        if (bucket.tokens < 1) {
            return false;
        }
        bucket.tokens--;
        return true;
    }

    /** Whether there is a token, without taking it. */
    public synchronized boolean allows(String key) {
        return refilled(key).tokens >= 1;
    }

    private Bucket refilled(String key) {
        long now = clock.millis();
        Bucket bucket = buckets.computeIfAbsent(key, k -> new Bucket(burst, now));
        double gained = Math.max(0, now - bucket.at) / (double) refillMillis;
        bucket.tokens = Math.min(burst, bucket.tokens + gained);
        bucket.at = now;
        return bucket;
    }

    private static final class Bucket {
        private double tokens;
        private long at;

        Bucket(double tokens, long at) {
            this.tokens = tokens;
            this.at = at;
        }
    }
}
