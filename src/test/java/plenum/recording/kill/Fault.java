package plenum.recording.kill;

/** What is taken away in the middle of a recording. */
enum Fault {
    /** Its spare takes over: what is missing may be too short to be a gap. */
    MEDIA_SERVER(true),
    WILDFLY(true),
    COMPOSER(false),
    DATABASE(false),
    DISK_FULL(true);

    private final boolean gap;

    Fault(boolean gap) {
        this.gap = gap;
    }

    /** Whether something may be missing in the film afterwards. */
    boolean leavesGap() {
        return gap;
    }

    /**
     * A fault that happened; milliseconds since 1970.
     *
     * @param over when all saw and heard one another again, and the recording was well
     */
    record Happened(Fault fault, long at, long over) {}
}
