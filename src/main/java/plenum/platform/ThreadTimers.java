package plenum.platform;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Timers that run on one daemon thread. */
public final class ThreadTimers implements Timers, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ThreadTimers.class);

    private final ScheduledThreadPoolExecutor executor;

    public ThreadTimers() {
        executor = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("plenum-timers").factory());
        executor.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        return start(() -> executor.schedule(guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS));
    }

    @Override
    public Timer every(Duration period, Runnable task) {
        return start(() -> executor.scheduleWithFixedDelay(
                guarded(task), period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS));
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    /** While the application stops, sockets still close and start what will never happen. */
    private Timer start(Supplier<Future<?>> scheduled) {
        try {
            Future<?> future = scheduled.get();
            return () -> future.cancel(false);
        } catch (RejectedExecutionException e) {
            if (executor.isShutdown()) {
                return () -> {};
            }
            throw e;
        }
    }

    /** A periodic task that throws would never run again. */
    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                log.error("a timer's task failed", e);
            }
        };
    }
}
