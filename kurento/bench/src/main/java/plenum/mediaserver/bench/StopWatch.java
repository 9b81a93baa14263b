package plenum.mediaserver.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A measured window is the one thing here that time itself ends. */
public final class StopWatch {
    private final long began = System.nanoTime();

    /** Returns when {@code time} has passed. */
    public static void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    public double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }
}
