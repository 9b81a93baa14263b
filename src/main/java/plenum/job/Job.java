package plenum.job;

/**
 * A kind of work. CDI finds every {@code @ApplicationScoped} bean that implements this. A job may run again although it was done, because
 * the process ended before that was stored: each run has to find out what is left to do.
 */
public interface Job<T> {
    JobKind<T> kind();

    /** Blocks, on a virtual thread of its own, without a transaction. Whatever it throws, it is tried again as {@link #retries} says. */
    void run(T data, JobRun run);

    default Retries retries() {
        return Retries.standard();
    }
}
