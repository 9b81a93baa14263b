package plenum.mail;

/**
 * Takes mail from features. It is sent soon after the caller's transaction is committed, and not at all if that is rolled back. Its methods
 * block on the database.
 */
public interface MailOutbox {
    void put(Letter letter);
}
