package plenum.job;

/**
 * Does the work of one kind. An {@code @ApplicationScoped} bean that implements this is found by itself. A job may run again although it was
 * done, because the process died before that was stored: each run has to find out what is left to do.
 */
public interface Job<T> {
    JobKind<T> kind();

    /** Blocks, on a virtual thread of its own, without a transaction. Whatever it throws, it is tried again as {@link #retries} says. */
    void run(T data, JobRun run);

    default Retries retries() {
        return Retries.standard();
    }
}
