package plenum.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import plenum.account.Tickets.Purpose;
import plenum.account.Tickets.Ticket;
import plenum.job.Job;
import plenum.job.JobKind;
import plenum.job.JobRun;
import plenum.mail.Letter;
import plenum.mail.MailAddress;
import plenum.mail.MailOutbox;
import plenum.platform.SecretToken;
import plenum.platform.SiteAddress;

/**
 * Decides what the mail to an address says, and sends it, after the request for it has been answered: neither the answer nor its time tells
 * whether there is an account.
 */
@ApplicationScoped
public class SendLink implements Job<SendLink.Wish> {
    static final JobKind<Wish> KIND = JobKind.ofJson("account-link", Wish.class);

    @Inject
    Accounts accounts;

    @Inject
    Tickets tickets;

    @Inject
    MailOutbox outbox;

    @Inject
    SiteAddress site;

    /**
     * What was asked for.
     *
     * @param purpose {@code REGISTER} or {@code RESET}
     * @param language of the page, for mail to somebody who has no account
     */
    public record Wish(Purpose purpose, String email, String language) {}

    @Override
    public JobKind<Wish> kind() {
        return KIND;
    }

    @Override
    @Transactional
    public void run(Wish wish, JobRun run) {
        MailAddress email = MailAddress.parse(wish.email()).orElseThrow();
        Optional<Account> account = accounts.byEmail(email);
        if (wish.purpose() == Purpose.REGISTER) {
            register(email, Locale.of(wish.language()), account);
        } else {
            account.filter(found -> found.state() == AccountState.ACTIVE).ifPresent(this::reset);
        }
    }

    private void register(MailAddress email, Locale language, Optional<Account> account) {
        if (account.isPresent()) {
            outbox.put(new Letter(
                    email, account.get().language(), "known", List.of(), Optional.of(site.page("/sign-in"))));
        } else {
            SecretToken token =
                    tickets.issue(new Ticket(Purpose.REGISTER, Optional.of(email), Optional.empty(), AccountRole.USER));
            outbox.put(new Letter(email, language, "register", List.of(email.text()), link(token)));
        }
    }

    private void reset(Account account) {
        SecretToken token = tickets.issue(
                new Ticket(Purpose.RESET, Optional.of(account.email()), Optional.of(account.id()), account.role()));
        outbox.put(new Letter(account.email(), account.language(), "reset", List.of(), link(token)));
    }

    private Optional<String> link(SecretToken token) {
        return Optional.of(Links.page(site, token));
    }
}
