package plenum.admin;

/** Lets admins act one after the other, so that two of them do not take the last admin's rights from each other. Blocks on the database. */
public interface OneAtATime {
    /** Waits for the turn; it ends with the caller's transaction. */
    void take();
}
