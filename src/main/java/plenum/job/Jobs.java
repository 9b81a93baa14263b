package plenum.job;

import java.time.Instant;

/** Schedules jobs. A job that is scheduled in a transaction exists only if that is committed. Its methods block on the database. */
public interface Jobs {
    /**
     * To be done as soon as there is room.
     *
     * @param id names it among the jobs of its kind; does nothing when one of that name waits or runs
     */
    <T> void schedule(JobKind<T> kind, String id, T data);

    /** To be done at a time, or as soon after that as there is room. */
    <T> void schedule(JobKind<T> kind, String id, T data, Instant at);

    /** It is not done any more, unless it runs already. */
    void cancel(JobKind<?> kind, String id);
}
