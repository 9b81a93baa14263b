package plenum.mediaserver.loop;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A loop whose time stands still until a test moves it on; tasks that are due run then, each at its own time. */
public class VirtualLoop implements EventLoop {
    private record Task(long atNanos, long order, Runnable run) {}

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparingLong(Task::atNanos).thenComparingLong(Task::order));
    private long now = 1_000_000_000L;
    private long order;

    @Override
    public boolean inLoop() {
        return true;
    }

    @Override
    public void execute(Runnable task) {
        task.run();
    }

    @Override
    public Timer schedule(Duration delay, Runnable run) {
        Task task = new Task(now + delay.toNanos(), order++, run);
        tasks.add(task);
        return () -> tasks.remove(task);
    }

    @Override
    public long nanoTime() {
        return now;
    }

    public void advance(Duration time) {
        long end = now + time.toNanos();
        while (!tasks.isEmpty() && tasks.peek().atNanos <= end) {
            Task task = tasks.remove();
            now = task.atNanos;
            task.run.run();
        }
        now = end;
    }
}
