package plenum.mail;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The mail in the outbox, for the job that sends it. Its methods block on the database. */
public interface Mails {
    /** Empty when it was sent, failed, or is not there. */
    Optional<Waiting> waiting(UUID id);

    /** A server has it; its text is forgotten. */
    void sent(UUID id);

    /** It was not taken, and is tried again. */
    void postponed(UUID id, String why);

    /** It is not tried again; its text is forgotten. */
    void failed(UUID id, String why);

    /** It came back. False when there is no such mail. */
    boolean bounced(UUID id, String why);

    /** @return how many were older, in whatever state */
    int forget(Instant before);

    /** A mail that has to be sent. */
    record Waiting(UUID id, MailAddress recipient, String language, Content content, Instant writtenAt) {}

    /** A mail as it is read from the outbox, with the event that it brings. */
    record Content(String subject, String text, String html, Optional<Letter.EventPart> event) {
        /** It may hold a link that lets somebody in. */
        @Override
        public String toString() {
            return "content of a mail";
        }
    }
}
