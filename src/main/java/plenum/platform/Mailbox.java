package plenum.platform;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A serial queue: runs tasks one after the other, in the order of posting, on an executor. State that only tasks of one mailbox touch needs
 * no locks. Posting never blocks; a task that fails is logged and does not stop the next one.
 */
public final class Mailbox implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Mailbox.class);

    /** More waiting tasks than this means that something is stuck; new ones are refused rather than piled up. */
    private static final int CAPACITY = 20_000;

    private final String name;
    private final Executor executor;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean running;
    private boolean closed;

    /**
     * @param name for the log
     * @param executor gives a thread whenever there is something to do; with {@code Runnable::run}, whoever posts runs the task
     */
    public Mailbox(String name, Executor executor) {
        this.name = name;
        this.executor = executor;
    }

    /** Returns false when the task will never run, because the mailbox is closed or full. */
    public boolean post(Runnable task) {
        synchronized (waiting) {
            if (closed) {
                return false;
            }
            if (waiting.size() >= CAPACITY) {
                log.error("mailbox {} is full, a task was dropped", name);
                return false;
            }
            waiting.add(task);
            if (running) {
                return true;
            }
            running = true;
        }
        executor.execute(this::drain);
        return true;
    }

    /** No further posts; what was posted before still runs. */
    @Override
    public void close() {
        synchronized (waiting) {
            closed = true;
        }
    }

    private void drain() {
        for (Runnable task = next(); task != null; task = next()) {
            try {
                task.run();
            } catch (RuntimeException e) {
                log.error("a task of mailbox {} failed", name, e);
            }
        }
    }

    private @Nullable Runnable next() {
        synchronized (waiting) {
            Runnable task = waiting.poll();
            running = task != null;
            return task;
        }
    }
}
