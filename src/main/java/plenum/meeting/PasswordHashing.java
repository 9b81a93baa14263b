package plenum.meeting;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * All hashing of passwords in this process. A hash takes a few tenths of a second of a processor on purpose, and strangers can ask for
 * them: half of the processors do it at a time, and a bounded number of callers wait. Who comes on top of these is told so instead of
 * holding a thread. Thread-safe.
 */
public final class PasswordHashing {
    private final RandomGenerator random;
    private final int rounds;
    private final int atOnce;
    private final Semaphore processors;
    private final KnownPasswords known = new KnownPasswords();

    /** For whom: each has a queue of its own. */
    public enum Queue {
        /** A page's request holds one of the server's few threads while it waits. */
        PAGE(8, Duration.ofSeconds(2)),
        /** Messages of sockets wait on virtual threads; a whole school may come through one door. */
        SOCKET(500, Duration.ofSeconds(20));

        private final int most;
        private final Duration patience;

        Queue(int most, Duration patience) {
            this.most = most;
            this.patience = patience;
        }

        /** How many wait at most, while others are served. */
        int most() {
            return most;
        }
    }

    private final AtomicInteger[] queued = {new AtomicInteger(), new AtomicInteger()};

    /** @param random cryptographically strong */
    public PasswordHashing(RandomGenerator random) {
        this(random, PasswordHash.ROUNDS, Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    /** @param atOnce how many hashes are computed at a time */
    public PasswordHashing(RandomGenerator random, int rounds, int atOnce) {
        this.random = random;
        this.rounds = rounds;
        this.atOnce = atOnce;
        this.processors = new Semaphore(atOnce, true);
    }

    /** Blocks for as long as hashing takes, and for the queue's patience before. Empty: too many others do the same just now. */
    public Optional<PasswordHash> hash(MeetingPassword password, Queue queue) {
        return queued(queue, () -> PasswordHash.of(password, random, rounds));
    }

    /** Whether it is the right one; blocks and may be empty as above. What was right a while ago is known without hashing. */
    public Optional<Boolean> matches(PasswordHash hash, MeetingPassword password, Queue queue) {
        if (known.isRight(hash, password)) {
            return Optional.of(true);
        }
        return queued(queue, () -> {
            // those who waited together with the first one who was right
            if (known.isRight(hash, password)) {
                return true;
            }
            boolean right = hash.matches(password);
            if (right) {
                known.remember(hash, password);
            }
            return right;
        });
    }

    private <T> Optional<T> queued(Queue queue, Supplier<T> work) {
        AtomicInteger callers = queued[queue.ordinal()];
        if (callers.incrementAndGet() > queue.most + atOnce) {
            callers.decrementAndGet();
            return Optional.empty();
        }
        try {
            return awaitProcessor(queue.patience) ? Optional.of(compute(work)) : Optional.empty();
        } finally {
            callers.decrementAndGet();
        }
    }

    private boolean awaitProcessor(Duration patience) {
        try {
            return processors.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private <T> T compute(Supplier<T> work) {
        try {
            return work.get();
        } finally {
            processors.release();
        }
    }
}
