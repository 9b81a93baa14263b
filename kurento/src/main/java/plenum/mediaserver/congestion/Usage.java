package plenum.mediaserver.congestion;

/** The state of the path's queues, derived from packet delays. */
enum Usage {
    /** They stay as long as they are. */
    NORMAL,
    /** They grow: more is sent than gets through. */
    OVER,
    /** They empty. */
    UNDER
}
