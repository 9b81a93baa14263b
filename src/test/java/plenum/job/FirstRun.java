package plenum.job;

/** The first run of a job: nobody stops it, and nobody looks how far it is. */
public record FirstRun() implements JobRun {
    @Override
    public void progress(long done, long total) {}

    @Override
    public int attempt() {
        return 1;
    }

    @Override
    public boolean isStopping() {
        return false;
    }
}
