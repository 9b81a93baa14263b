package plenum.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The mail of the last thirty days without its text, for the console. Its methods block on the database. */
public interface MailBoard {
    List<Entry> entries(State state, int first, int most);

    long count(State state);

    /** All to an address, the latest first. */
    List<Entry> to(String recipient);

    /** Forgets all to an address, whatever their state: one that waits is not sent any more. */
    void forget(String recipient);

    /** The state of a mail. */
    enum State {
        WAITING,
        /** The next server took it. */
        SENT,
        /** Refused for good, or not taken for days. */
        FAILED,
        /** Taken, and sent back later. */
        BOUNCED
    }

    /** @param error what a server, or the network, said last */
    record Entry(
            UUID id, String recipient, String subject, State state, Instant at, int attempts, Optional<String> error) {}
}
