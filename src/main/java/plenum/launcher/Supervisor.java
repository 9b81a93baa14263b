package plenum.launcher;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the parts running. One thread runs one loop, in which each part is a {@link Watched} that is given the time. Only {@link
 * #requestStop} may be called from other threads.
 */
final class Supervisor {

    /** Lets time pass until the next look. */
    @FunctionalInterface
    interface Pause {
        /** Returns early when the latch opens. */
        void await(CountDownLatch stop) throws InterruptedException;

        static Pause of(Duration duration) {
            return stop -> {
                boolean stopped = stop.await(duration.toMillis(), TimeUnit.MILLISECONDS);
                assert !stopped || stop.getCount() == 0;
            };
        }
    }

    /** One part that hangs must not cost the others their orderly end. */
    private static final Duration MOST_FOR_ONE = Duration.ofSeconds(5);

    private final InstantSource clock;
    private final Pause pause;
    private final Console console;
    private final List<Watched> started = new ArrayList<>();
    private final CountDownLatch stop = new CountDownLatch(1);

    Supervisor(InstantSource clock, Pause pause, Console console) {
        this.clock = clock;
        this.pause = pause;
        this.console = console;
    }

    /** Starts a part and returns when it is ready, or when a stop was requested. Parts that were started before are kept running. */
    void start(Part part) {
        Watched watched = new Watched(part, console, clock.instant());
        started.add(watched);
        while (!stopRequested() && !watched.hasBeenReady()) {
            look();
        }
    }

    /** Keeps everything running until a stop is requested. */
    void run() {
        while (!stopRequested()) {
            look();
        }
    }

    private void look() {
        started.forEach(part -> part.look(clock.instant()));
        try {
            pause.await(stop);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop.countDown();
        }
    }

    /** From any thread. */
    void requestStop() {
        stop.countDown();
    }

    boolean stopRequested() {
        return stop.getCount() == 0;
    }

    /** Ends the parts, the last one first, all within the given time. */
    void stopAll(Duration patience) {
        Instant deadline = clock.instant().plus(patience);
        for (Watched part : started.reversed()) {
            Duration left = Duration.between(clock.instant(), deadline);
            Duration share = left.compareTo(MOST_FOR_ONE) < 0 ? left : MOST_FOR_ONE;
            part.stop(share.isNegative() ? Duration.ZERO : share);
        }
        started.clear();
    }
}
