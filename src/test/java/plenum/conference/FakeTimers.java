package plenum.conference;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import plenum.platform.Timers;

/** Time that passes when a test says so; timers may be set from any thread. */
public final class FakeTimers implements Timers, InstantSource {
    private final List<Task> tasks = new CopyOnWriteArrayList<>();
    private volatile Instant now = Instant.parse("2026-11-23T10:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        Task waiting = new Task(now.plus(delay), null, task);
        tasks.add(waiting);
        return () -> tasks.remove(waiting);
    }

    @Override
    public Timer every(Duration period, Runnable task) {
        Task[] current = new Task[1];
        current[0] = new Task(now.plus(period), period, task);
        tasks.add(current[0]);
        return () -> tasks.removeIf(t -> t.what == task);
    }

    /** Whoever set them is gone. */
    public void forget() {
        tasks.clear();
    }

    public void pass(Duration duration) {
        Instant end = now.plus(duration);
        for (Task next = due(end); next != null; next = due(end)) {
            tasks.remove(next);
            now = next.at;
            if (next.period != null) {
                tasks.add(new Task(now.plus(next.period), next.period, next.what));
            }
            next.what.run();
        }
        now = end;
    }

    private Task due(Instant end) {
        return tasks.stream()
                .filter(task -> !task.at.isAfter(end))
                .min(Comparator.comparing(task -> task.at))
                .orElse(null);
    }

    /** By identity: two tasks may be due at the same time. */
    private static final class Task {
        private final Instant at;
        private final Duration period;
        private final Runnable what;

        Task(Instant at, Duration period, Runnable what) {
            this.at = at;
            this.period = period;
            this.what = what;
        }
    }
}
