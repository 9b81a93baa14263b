package plenum.account;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.account.Tickets.Purpose;
import plenum.account.Tickets.Ticket;
import plenum.platform.SecretToken;
import plenum.platform.SiteAddress;

/**
 * Logs a link with which the first admin account is created, as long as there is none. The link works once, and until the next start. There
 * is never a default password; the reader of the log runs the server anyway. Blocks on the database.
 */
final class FirstAdmin {
    private static final Logger log = LoggerFactory.getLogger(FirstAdmin.class);

    private final Accounts accounts;
    private final Tickets tickets;
    private final SiteAddress site;

    FirstAdmin(Accounts accounts, Tickets tickets, SiteAddress site) {
        this.accounts = accounts;
        this.tickets = tickets;
        this.site = site;
    }

    void invite() {
        if (accounts.count(AccountRole.ADMIN) > 0) {
            return;
        }
        SecretToken token =
                tickets.issue(new Ticket(Purpose.FIRST_ADMIN, Optional.empty(), Optional.empty(), AccountRole.ADMIN));
        log.warn(
                "there is no admin yet: within {} hours, {} makes the first one, once",
                Purpose.FIRST_ADMIN.lasts().toHours(),
                Links.page(site, token));
    }
}
