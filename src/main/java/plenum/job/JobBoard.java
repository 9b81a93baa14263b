package plenum.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The jobs that are waiting and those that failed for good, for the console. Its methods block on the database. */
public interface JobBoard {
    /** Those that run first, then by when they are due. */
    List<Waiting> waiting(int first, int most);

    long countWaiting();

    /** The latest first; kept for thirty days. */
    List<Failed> failed(int first, int most);

    long countFailed();

    /** Schedules it anew; false when it is not there any more, or one of its name waits already. */
    boolean again(long failed);

    /**
     * Work that waits or runs.
     *
     * @param failures in a row, so far
     * @param done of {@code total}, as the job itself counts; both 0 where it does not
     */
    record Waiting(
            String kind,
            String id,
            Instant due,
            boolean running,
            int failures,
            Optional<String> lastError,
            long done,
            long total) {}

    /** Work that was given up. */
    record Failed(long number, String kind, String id, Instant at, int attempts, String error) {}
}
