package plenum.mediaserver.congestion;

/** What the packets' delays say about the way's queues. */
enum Usage {
    /** They stay as long as they are. */
    NORMAL,
    /** They grow: more is sent than gets through. */
    OVER,
    /** They empty. */
    UNDER
}
