package plenum.platform;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Room for slow hashes, one for all of them: they are dear on purpose, in time and in memory, and whoever makes the server compute many must
 * not get all of its processors. Thread-safe.
 */
public final class HashingSlots {
    private final Semaphore slots;
    private final Duration patience;

    /** @param patience how long somebody waits for a slot */
    public HashingSlots(int slots, Duration patience) {
        this.slots = new Semaphore(slots, true);
        this.patience = patience;
    }

    /** Half of the processors, for whoever waits up to three seconds. */
    public static HashingSlots ofThisMachine() {
        return new HashingSlots(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), Duration.ofSeconds(3));
    }

    /** Computes it as soon as there is room; empty when there was none for too long. */
    public <T> Optional<T> compute(Supplier<T> slow) {
        try {
            if (!slots.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(slow.get());
        } finally {
            slots.release();
        }
    }
}
