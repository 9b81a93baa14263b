package plenum.calendar;

import java.util.List;
import java.util.UUID;
import plenum.mail.MailAddress;

/** Other times that guests propose. Blocks on the database. */
public interface Proposals {
    int LONGEST_WORDS = 500;

    /** Takes the place of the guest's last one. */
    void keep(Proposal proposal);

    List<Proposal> of(UUID event);

    /** The time has changed: they are about an older one. */
    void forget(UUID event);

    /** @param words of the guest; may be empty */
    record Proposal(UUID event, MailAddress guest, EventTime time, String words) {}
}
