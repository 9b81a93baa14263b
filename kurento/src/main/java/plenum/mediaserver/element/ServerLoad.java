package plenum.mediaserver.element;

/** The load of this process. */
public interface ServerLoad {
    int cpuCount();

    /** Processor time used by the process since its start, of all threads together. */
    long cpuTimeNanos();

    long usedMemoryKibibytes();
}
