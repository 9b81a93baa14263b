package plenum.platform;

import java.time.Duration;

/** Runs things later. Tasks must be quick: they post to a mailbox, and nothing else. */
public interface Timers {
    Timer after(Duration delay, Runnable task);

    Timer every(Duration period, Runnable task);

    /** Something that will happen. */
    interface Timer {
        /** Does nothing when it has happened already. */
        void cancel();
    }
}
