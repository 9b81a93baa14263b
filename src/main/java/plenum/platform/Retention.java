package plenum.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes data whose retention time is over: soon after the start, and then every few minutes. Large amounts are deleted in batches, so
 * that no transaction is long.
 */
public final class Retention {
    public static final Duration EVERY = Duration.ofMinutes(10);
    /** After this many the next sweep goes on: the database has other work. */
    static final int BATCHES = 100;

    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    private final InstantSource clock;
    private final Timers timers;
    private final Executor threads;
    private final List<Kind> kinds = new ArrayList<>();
    private final List<Runnable> first = new ArrayList<>();

    /** @param threads where it may block */
    public Retention(InstantSource clock, Timers timers, Executor threads) {
        this.clock = clock;
        this.timers = timers;
        this.threads = threads;
    }

    /**
     * @param what for the log, such as "messages"
     * @param kept asked before each sweep; zero: for ever
     * @param store deletes some of what is older than an instant, and returns how many; zero when there is nothing more
     */
    public Retention delete(String what, Supplier<Duration> kept, ToIntFunction<Instant> store) {
        kinds.add(new Kind(what, kept, store));
        return this;
    }

    public Retention delete(String what, Duration kept, ToIntFunction<Instant> store) {
        return delete(what, () -> kept, store);
    }

    /** Something to do before each sweep, such as telling what is in use. */
    public Retention before(Runnable task) {
        first.add(task);
        return this;
    }

    public void start() {
        timers.after(Duration.ofMinutes(1), this::sweep);
        timers.every(EVERY, this::sweep);
    }

    private void sweep() {
        Instant now = clock.instant();
        threads.execute(() -> {
            try {
                first.forEach(Runnable::run);
            } catch (RuntimeException e) {
                log.warn("nothing was deleted, because it is not known what is in use; that is tried again", e);
                return;
            }
            kinds.forEach(kind -> {
                Duration kept = kind.kept.get();
                if (!kept.isZero()) {
                    delete(kind, now.minus(kept));
                }
            });
        });
    }

    private static void delete(Kind kind, Instant before) {
        int all = 0;
        try {
            int deleted = 1;
            for (int batch = 0; batch < BATCHES && deleted > 0; batch++) {
                deleted = kind.store.applyAsInt(before);
                all += deleted;
            }
        } catch (RuntimeException e) {
            log.warn("old {} could not be deleted; that is tried again", kind.what, e);
        }
        if (all > 0) {
            log.info("{} old {} were deleted", all, kind.what);
        }
    }

    private record Kind(String what, Supplier<Duration> kept, ToIntFunction<Instant> store) {}
}
