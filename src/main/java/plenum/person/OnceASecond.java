package plenum.person;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import plenum.platform.Timers;

/**
 * Does something for an account at once when it is asked to, and at most once a second: what is asked for in between is done together, at the
 * end of that second. Nothing is kept of an account for which nothing was asked in the last second. Thread-safe.
 */
final class OnceASecond {
    static final Duration REST = Duration.ofSeconds(1);

    private final Timers timers;
    private final Consumer<UUID> task;
    /** The accounts for which it was done in the last second, and whether it was asked for again since. */
    private final Map<UUID, Boolean> resting = new HashMap<>();

    /** @param task must be short, such as posting to a mailbox */
    OnceASecond(Timers timers, Consumer<UUID> task) {
        this.timers = timers;
        this.task = task;
    }

    void ask(UUID account) {
        synchronized (this) {
            @Nullable Boolean again = resting.put(account, resting.containsKey(account));
            if (again != null) {
                return;
            }
        }
        run(account);
    }

    private void rested(UUID account) {
        synchronized (this) {
            if (!Boolean.TRUE.equals(resting.remove(account))) {
                return;
            }
            resting.put(account, false);
        }
        run(account);
    }

    private void run(UUID account) {
        timers.after(REST, () -> rested(account));
        task.accept(account);
    }

    /** For how many accounts it is at rest. */
    synchronized int resting() {
        return resting.size();
    }
}
