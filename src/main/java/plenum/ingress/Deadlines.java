package plenum.ingress;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Runs a task when something was not done by its deadline. Checked about once a second. Thread-safe. */
final class Deadlines {
    private final InstantSource clock;
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();

    Deadlines(InstantSource clock) {
        this.clock = clock;
    }

    /** Something that is under way. Closed when it is done, in time or not. */
    final class Watch implements AutoCloseable {
        private final long end;
        private final Runnable overdue;

        private Watch(long end, Runnable overdue) {
            this.end = end;
            this.overdue = overdue;
        }

        @Override
        public void close() {
            watches.remove(this);
        }
    }

    /** @param overdue happens at most once, on the thread that looks */
    Watch watch(Duration time, Runnable overdue) {
        Watch watch = new Watch(clock.millis() + time.toMillis(), overdue);
        watches.add(watch);
        return watch;
    }

    void look() {
        long now = clock.millis();
        for (Watch watch : watches) {
            if (now > watch.end && watches.remove(watch)) {
                watch.overdue.run();
            }
        }
    }
}
