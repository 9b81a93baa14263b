package plenum.signaling;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import plenum.platform.Timers;

/**
 * Admission control before the database: lets a few joins at a time use it. When a thousand come at once, as after a restart of the server,
 * they wait here and not for a connection of the pool, so that running meetings find one. When the database fails or times out, all joins
 * fail at once for a moment. A database that is only slow keeps answering, and joins wait for it.
 */
final class Turnstile {
    static final Duration PAUSE = Duration.ofSeconds(1);
    /** After this time a join is told that the database is away. */
    static final Duration SLOW = Duration.ofMillis(1500);

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final int most;
    private final Duration patience;
    private final Timers timers;
    private final InstantSource clock;
    private final AtomicInteger stuck = new AtomicInteger();
    /**
     * The waiting joins, in the order of arrival; each is told whether it is its turn. Also the lock of this queue and of the number
     * inside.
     */
    private final SequencedSet<CompletableFuture<Boolean>> waiting = new LinkedHashSet<>();

    private int inside;
    private volatile Instant pausedUntil = Instant.MIN;
    private volatile Instant answeredAt = Instant.MIN;

    /**
     * @param most how many are inside at a time
     * @param patience how long somebody waits
     */
    Turnstile(int most, Duration patience, Timers timers, InstantSource clock) {
        this.most = most;
        this.patience = patience;
        this.timers = timers;
        this.clock = clock;
    }

    /**
     * Runs the work when it is its turn. Throws {@link Closed} when that is of no use now or the work took too long, and what the work
     * throws.
     *
     * @param slow called as soon as the database has not answered anybody for too long; what comes of the work is then lost
     */
    <T> T through(Supplier<T> work, Runnable slow) {
        await();
        AtomicBoolean late = new AtomicBoolean();
        Instant began = clock.instant();
        Timers.Timer watch = timers.every(LOOK_EVERY, () -> {
            if (isSilentSince(began) && late.compareAndSet(false, true)) {
                stuck.incrementAndGet();
                sendAllAway();
                slow.run();
            }
        });
        try {
            T done = work.get();
            answeredAt = clock.instant();
            if (late.get()) {
                throw new Closed();
            }
            return done;
        } catch (Closed e) {
            throw e;
        } catch (RuntimeException e) {
            pausedUntil = clock.instant().plus(PAUSE);
            sendAllAway();
            throw e;
        } finally {
            watch.cancel();
            if (late.get()) {
                stuck.decrementAndGet();
            }
            leave();
        }
    }

    private boolean isSilentSince(Instant began) {
        Instant silent = clock.instant().minus(SLOW);
        return !began.isAfter(silent) && !answeredAt.isAfter(silent);
    }

    /** How many wait. */
    int waiting() {
        synchronized (waiting) {
            return waiting.size();
        }
    }

    private void await() {
        CompletableFuture<Boolean> turn = new CompletableFuture<>();
        synchronized (waiting) {
            if (stuck.get() > 0 || clock.instant().isBefore(pausedUntil)) {
                throw new Closed();
            }
            if (inside < most) {
                inside++;
                return;
            }
            waiting.add(turn);
        }
        if (!isMine(turn)) {
            throw new Closed();
        }
    }

    private boolean isMine(CompletableFuture<Boolean> turn) {
        try {
            return turn.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return !isWithdrawn(turn) && turn.join();
        } catch (InterruptedException e) {
            if (!isWithdrawn(turn) && turn.join()) {
                leave();
            }
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** False when the answer has just been given. */
    private boolean isWithdrawn(CompletableFuture<Boolean> turn) {
        synchronized (waiting) {
            return waiting.remove(turn);
        }
    }

    /** The place goes to whoever is next. */
    private void leave() {
        CompletableFuture<Boolean> next;
        synchronized (waiting) {
            next = waiting.isEmpty() ? null : waiting.removeFirst();
            if (next == null) {
                inside--;
            }
        }
        if (next != null) {
            next.complete(true);
        }
    }

    private void sendAllAway() {
        List<CompletableFuture<Boolean>> all;
        synchronized (waiting) {
            all = List.copyOf(waiting);
            waiting.clear();
        }
        all.forEach(turn -> turn.complete(false));
    }

    /** Nobody is let through at the moment. */
    static final class Closed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Closed() {
            super("too many wait, or the database is away", null, false, false);
        }
    }
}
