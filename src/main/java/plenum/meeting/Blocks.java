package plenum.meeting;

/** The people who were removed from a meeting and blocked. Its methods block on the database. */
public interface Blocks {
    void block(Meeting meeting, Caller caller);

    Standing of(Meeting meeting, Caller caller);

    /** What is known against a caller. */
    enum Standing {
        CLEAR,
        /** Somebody was removed who came from the same address; it may be somebody else, so a moderator has a look. */
        SUSPECT,
        /** The same browser. */
        BLOCKED
    }
}
