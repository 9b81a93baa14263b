package plenum.calendar;

import java.util.Optional;
import java.util.UUID;
import plenum.mail.MailAddress;

/**
 * Somebody who is invited to an event.
 *
 * @param name as the organiser typed it, or the account's; empty when only the address is known
 * @param account theirs, if the address has one here
 * @param needed whether the event makes no sense without them
 * @param group as whose member they are invited; empty for whoever is invited alone
 */
public record Guest(
        MailAddress email, String name, Optional<UUID> account, boolean needed, Answer answer, Optional<UUID> group) {
    public static final int LONGEST_NAME = 160;

    public Guest {
        if (name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a name is too long");
        }
    }

    /** Somebody who is invited alone. */
    public Guest(MailAddress email, String name, Optional<UUID> account, boolean needed, Answer answer) {
        this(email, name, account, needed, answer, Optional.empty());
    }

    public Guest with(Answer other) {
        return new Guest(email, name, account, needed, other, group);
    }

    Guest withNeeded(boolean other) {
        return new Guest(email, name, account, other, answer, group);
    }

    /** What they are called on a page. */
    public String shown() {
        return name.isEmpty() ? email.text() : name;
    }
}
