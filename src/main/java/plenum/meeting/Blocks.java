package plenum.meeting;

/** The people who were removed from a meeting and blocked. Its methods block on the database. */
public interface Blocks {
    void block(Meeting meeting, Caller caller);

    Standing of(Meeting meeting, Caller caller);

    /** What a caller's origin says about earlier removals. */
    enum Standing {
        CLEAR,
        /** A person with the same address was removed. It may be another person, so a moderator decides. */
        SUSPECT,
        /** The same browser. */
        BLOCKED
    }
}
