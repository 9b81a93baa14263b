package plenum.admin;

import java.time.Instant;

/** Numbers of the database, for the console. Blocks on the database. */
public interface Figures {
    /** Bytes that the database takes. */
    long databaseBytes();

    /** Bytes of files in people's drives. */
    long fileBytes();

    /** Mails that were refused, given up or came back since then. */
    long failedMails(Instant since);

    /** Jobs that were given up since then. */
    long failedJobs(Instant since);
}
