package plenum.account;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import plenum.account.Tickets.Purpose;
import plenum.job.Jobs;
import plenum.mail.MailAddress;
import plenum.platform.Settings.Accounts.Registration;

/**
 * Takes requests for a link by mail: for registering, or for a new password. For every address one row is written and the answer is the
 * same, so that nobody learns which addresses have accounts. Blocks on the database.
 */
public final class LinkRequests {
    /** In an hour, of one address. */
    static final int PER_ADDRESS = 20;
    /** In an hour, for one mailbox. */
    static final int PER_MAILBOX = 3;

    private final plenum.platform.Settings.Accounts rules;
    private final Tries tries;
    private final Jobs jobs;

    public LinkRequests(plenum.platform.Settings.Accounts rules, Tries tries, Jobs jobs) {
        this.rules = rules;
        this.tries = tries;
        this.jobs = jobs;
    }

    /** The answer to a request for a link. */
    enum Answer {
        /** If it can be sent, it is. */
        SENT,
        NO_ADDRESS,
        /** Registering is for other domains. */
        OTHER_DOMAIN,
        /** Registering is switched off. */
        OFF,
        THROTTLED
    }

    Answer register(String email, Locale language, Visit visit) {
        if (rules.registration() == Registration.OFF) {
            return Answer.OFF;
        }
        Optional<MailAddress> address = MailAddress.parse(email);
        if (address.isPresent()
                && !rules.domains().isEmpty()
                && !rules.domains().contains(address.get().domain())) {
            return Answer.OTHER_DOMAIN;
        }
        return ask(Purpose.REGISTER, address, language, visit);
    }

    Answer reset(String email, Locale language, Visit visit) {
        return ask(Purpose.RESET, MailAddress.parse(email), language, visit);
    }

    private Answer ask(Purpose purpose, Optional<MailAddress> email, Locale language, Visit visit) {
        if (email.isEmpty()) {
            return Answer.NO_ADDRESS;
        }
        if (tries.take(List.of(new Tries.Limit("links " + visit.address(), PER_ADDRESS)))
                .isEmpty()) {
            return Answer.THROTTLED;
        }
        String mailbox = purpose + " " + email.get();
        // a full mailbox's owner is not told: it may be somebody else who fills it
        if (tries.take(List.of(new Tries.Limit(mailbox, PER_MAILBOX))).isPresent()) {
            jobs.schedule(
                    SendLink.KIND,
                    UUID.randomUUID().toString(),
                    new SendLink.Wish(purpose, email.get().text(), language.getLanguage()));
        }
        return Answer.SENT;
    }
}
