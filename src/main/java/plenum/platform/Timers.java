package plenum.platform;

import java.time.Duration;

/** Runs tasks later. A task must be short, such as posting to a mailbox. */
public interface Timers {
    Timer after(Duration delay, Runnable task);

    Timer every(Duration period, Runnable task);

    /** Something that will happen. */
    interface Timer {
        /** Does nothing when it has happened already. */
        void cancel();
    }
}
