package plenum.mediaserver.element;

/** How busy this process is. */
public interface ServerLoad {
    int cpuCount();

    /** Processor time used by the process since its start, of all threads together. */
    long cpuTimeNanos();

    long usedMemoryKibibytes();
}
