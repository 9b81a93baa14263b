package plenum.platform;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Limits the slow password hashes that run at the same time in this process, and the callers that wait for one. Hashes take much time and
 * memory on purpose, and strangers can ask for them: a caller over the limit is refused and holds no thread. Thread-safe.
 */
public final class HashingSlots {
    /** As long as a tab waits for an answer. */
    private static final Duration PATIENCE_OF_SOCKETS = Duration.ofSeconds(20);

    private final int slots;
    private final Semaphore free;
    private final Duration patience;
    private final AtomicInteger[] callers = {new AtomicInteger(), new AtomicInteger()};

    /** The kinds of callers; each has a queue of its own. */
    public enum Queue {
        /** A page's request, which holds one of the server's few threads while it waits. */
        PAGE(8),
        /** A message of a socket, on a virtual thread; a whole school may come through one door. */
        SOCKET(500);

        private final int most;

        Queue(int most) {
            this.most = most;
        }

        /** How many wait at most, while others are served. */
        public int most() {
            return most;
        }
    }

    /**
     * @param slots hashes that are computed at a time
     * @param patience how long a page's request waits for a slot
     */
    public HashingSlots(int slots, Duration patience) {
        this.slots = slots;
        this.free = new Semaphore(slots, true);
        this.patience = patience;
    }

    /** Half of the processors, and pages wait for up to two seconds. */
    public static HashingSlots ofThisMachine() {
        return new HashingSlots(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), Duration.ofSeconds(2));
    }

    /** For a page's request. */
    public <T> Optional<T> compute(Supplier<T> slow) {
        return compute(Queue.PAGE, slow);
    }

    /** Computes it as soon as there is room; empty when too many wait, or there was no room for too long. */
    public <T> Optional<T> compute(Queue queue, Supplier<T> slow) {
        AtomicInteger queued = callers[queue.ordinal()];
        if (queued.incrementAndGet() > queue.most + slots) {
            queued.decrementAndGet();
            return Optional.empty();
        }
        try {
            return awaitSlot(queue == Queue.PAGE ? patience : PATIENCE_OF_SOCKETS)
                    ? Optional.of(inSlot(slow))
                    : Optional.empty();
        } finally {
            queued.decrementAndGet();
        }
    }

    private boolean awaitSlot(Duration longest) {
        try {
            return free.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private <T> T inSlot(Supplier<T> slow) {
        try {
            return slow.get();
        } finally {
            free.release();
        }
    }
}
