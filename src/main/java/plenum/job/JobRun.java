package plenum.job;

/** One run of a job: how it reports progress, and what it can ask. */
public interface JobRun {
    /** Stores how far it is, for the console; not more often than every second or so. */
    void progress(long done, long total);

    /** 1 for the first run. */
    int attempt();

    /** Whether the application stops: long work ends then by throwing, and goes on after the next start. */
    boolean isStopping();
}
