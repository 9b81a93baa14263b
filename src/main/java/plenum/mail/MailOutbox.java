package plenum.mail;

/** Where features leave their mail. It is sent if the caller's transaction is committed, and soon after that. Blocks on the database. */
public interface MailOutbox {
    void put(Letter letter);
}
