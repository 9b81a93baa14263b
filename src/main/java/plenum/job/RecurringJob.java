package plenum.job;

import java.time.Duration;

/** A job that runs at fixed intervals, on one node at a time. CDI finds every {@code @ApplicationScoped} bean that implements this. */
public interface RecurringJob {
    /** Its name in the database, lower case. */
    String name();

    /** From the end of one run to the beginning of the next; a failed one is tried again at its next time. */
    Duration every();

    void run(JobRun run);
}
