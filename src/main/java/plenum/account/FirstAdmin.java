package plenum.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.account.Tickets.Purpose;
import plenum.account.Tickets.Ticket;
import plenum.platform.SchemaReady;
import plenum.platform.SiteAddress;

/**
 * Writes a link into the log that makes the first admin: whoever reads the server's log runs the server. There is a new one at each start for
 * as long as there is no admin, and never a password that everybody knows.
 */
@ApplicationScoped
public class FirstAdmin {
    private static final Logger log = LoggerFactory.getLogger(FirstAdmin.class);

    @Inject
    Accounts accounts;

    @Inject
    Tickets tickets;

    @Inject
    SiteAddress site;

    void start(@Observes SchemaReady ready) {
        if (accounts.count(AccountRole.ADMIN) == 0) {
            String link = Links.page(
                    site,
                    tickets.issue(
                            new Ticket(Purpose.FIRST_ADMIN, Optional.empty(), Optional.empty(), AccountRole.ADMIN)));
            log.warn("this server has no admin yet; within 24 hours, this link makes one, once: {}", link);
        }
    }
}
