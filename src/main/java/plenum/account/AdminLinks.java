package plenum.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import plenum.account.Tickets.Purpose;
import plenum.account.Tickets.Ticket;
import plenum.mail.Letter;
import plenum.mail.MailAddress;
import plenum.mail.MailOutbox;
import plenum.platform.SecretToken;
import plenum.platform.SiteAddress;

/** Links that an admin has sent: an admin never sees them, and never knows a password. */
@ApplicationScoped
@Transactional
public class AdminLinks {
    @Inject
    Accounts accounts;

    @Inject
    Tickets tickets;

    @Inject
    MailOutbox outbox;

    @Inject
    SiteAddress site;

    /** False when there is an account of that address. A second invitation takes the place of the first. */
    public boolean invite(MailAddress email, AccountRole role, Locale language) {
        if (accounts.byEmail(email).isPresent()) {
            return false;
        }
        SecretToken token = tickets.issue(new Ticket(Purpose.INVITE, Optional.of(email), Optional.empty(), role));
        outbox.put(new Letter(email, language, "invite", List.of(email.text()), link(token)));
        return true;
    }

    /** To a new password. */
    public void reset(Account account) {
        SecretToken token = tickets.issue(
                new Ticket(Purpose.RESET, Optional.of(account.email()), Optional.of(account.id()), account.role()));
        outbox.put(new Letter(account.email(), account.language(), "reset", List.of(), link(token)));
    }

    private Optional<String> link(SecretToken token) {
        return Optional.of(Links.page(site, token));
    }
}
