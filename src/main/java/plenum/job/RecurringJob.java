package plenum.job;

import java.time.Duration;

/** Work that is done again and again; on one node at a time. An {@code @ApplicationScoped} bean that implements this is found by itself. */
public interface RecurringJob {
    /** Its name in the database, lower case. */
    String name();

    /** From the end of one run to the beginning of the next; a failed one is tried again at its next time. */
    Duration every();

    void run(JobRun run);
}
