package plenum.bench.signaling;

/** A part of a run, once everybody is in. */
enum Part {
    /** Messages in all rooms, at a steady rate. */
    CHAT,
    /** A flood in one room, of whose people one reads a byte a second. */
    SLOW,
    /** All sockets are cut at once, and come back as browsers do. */
    STORM,
    /** One room fills within ten seconds. */
    ROOM
}
