package plenum.mediaserver.loop;

import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * An event loop: one thread for everything in its pipelines, so that their state needs no locks. {@link #execute} may be called from any
 * thread and never blocks; tasks of one caller run in the order given.
 */
public interface EventLoop extends Executor {
    /** Whether the caller is this loop's own thread. */
    boolean inLoop();

    /** Runs {@code task} once after {@code delay}, on this loop, unless cancelled before. */
    Timer schedule(Duration delay, Runnable task);

    /** Monotonic time in nanoseconds, of the same origin for all loops of a server. */
    long nanoTime();

    /** A task that has not run yet. */
    interface Timer {
        /** Idempotent; after it returns on the loop's thread, the task will not run. */
        void cancel();
    }
}
