package plenum.chat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.platform.Timers;

/** Deletes what has been kept long enough: soon after the start, and then every few minutes. */
public final class Retention {
    static final Duration EVERY = Duration.ofMinutes(10);
    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    private final Duration kept;
    private final List<ToIntFunction<Instant>> stores;
    private final InstantSource clock;
    private final Timers timers;
    private final Executor threads;

    /**
     * @param kept zero: for ever
     * @param stores each deletes what is older than an instant and returns how much that was
     */
    public Retention(
            Duration kept, List<ToIntFunction<Instant>> stores, InstantSource clock, Timers timers, Executor threads) {
        this.kept = kept;
        this.stores = List.copyOf(stores);
        this.clock = clock;
        this.timers = timers;
        this.threads = threads;
    }

    public void start() {
        if (!kept.isZero()) {
            timers.after(Duration.ofMinutes(1), this::sweep);
            timers.every(EVERY, this::sweep);
        }
    }

    private void sweep() {
        Instant before = clock.instant().minus(kept);
        threads.execute(() -> stores.forEach(store -> forget(store, before)));
    }

    private static void forget(ToIntFunction<Instant> store, Instant before) {
        try {
            int forgotten = store.applyAsInt(before);
            if (forgotten > 0) {
                log.info("{} old messages or polls were deleted", forgotten);
            }
        } catch (RuntimeException e) {
            log.warn("old messages and polls could not be deleted; that is tried again", e);
        }
    }
}
