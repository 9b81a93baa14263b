package plenum.account;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import plenum.account.Account.MeetingDefaults;
import plenum.account.Tickets.Purpose;
import plenum.account.Tickets.Ticket;
import plenum.mail.Letter;
import plenum.mail.MailAddress;
import plenum.mail.MailOutbox;
import plenum.platform.Settings.Accounts.Registration;
import plenum.platform.SiteAddress;

/**
 * Completes what a link is for: creates an account, or sets a new password. Name and password are chosen here and not before, so that
 * nobody can prepare an account for a foreign address. Blocks on the database.
 */
public final class Welcome {
    private final Accounts accounts;
    private final Sessions sessions;
    private final Tickets tickets;
    private final Tries tries;
    private final SignIn signIn;
    private final PasswordHasher hasher;
    private final MailOutbox outbox;
    private final plenum.platform.Settings.Accounts rules;
    private final SiteAddress site;
    private final InstantSource clock;

    /** @param doors where sessions, links and wrong passwords are kept */
    public Welcome(
            Accounts accounts,
            Doors doors,
            SignIn signIn,
            PasswordHasher hasher,
            Post post,
            plenum.platform.Settings.Accounts rules,
            InstantSource clock) {
        this.accounts = accounts;
        this.sessions = doors.sessions();
        this.tickets = doors.tickets();
        this.tries = doors.tries();
        this.signIn = signIn;
        this.hasher = hasher;
        this.outbox = post.outbox();
        this.site = post.site();
        this.rules = rules;
        this.clock = clock;
    }

    /** Ways in. */
    public record Doors(Sessions sessions, Tickets tickets, Tries tries) {}

    /** Ways to tell somebody. */
    public record Post(MailOutbox outbox, SiteAddress site) {}

    /** The outcome. */
    sealed interface Outcome {
        record SignedIn(SignIn.Outcome.SignedIn session) implements Outcome {}

        /** The account is there, and an admin has to say yes. */
        record Pending() implements Outcome {}

        /** The password is set. */
        record PasswordSet() implements Outcome {}

        /** The link was used, is too old, or is none; or there is such an account meanwhile. */
        record Gone() implements Outcome {}

        record BadAddress() implements Outcome {}

        record BadName() implements Outcome {}

        record BadPassword() implements Outcome {}

        record Busy() implements Outcome {}
    }

    /**
     * The chosen options.
     *
     * @param email for the first admin; else the link's counts
     */
    record Chosen(String email, String name, String password, Locale language, ZoneId zone) {}

    Optional<Ticket> look(String token) {
        return tickets.look(token);
    }

    Outcome makeAccount(String token, Chosen chosen, Visit visit) {
        Optional<Ticket> ticket = tickets.look(token).filter(Welcome::makesAccounts);
        if (ticket.isEmpty() || isTooLate(ticket.get())) {
            return new Outcome.Gone();
        }
        Optional<MailAddress> email = ticket.get().email().or(() -> MailAddress.parse(chosen.email()));
        if (email.isEmpty()) {
            return new Outcome.BadAddress();
        }
        Optional<DisplayName> name = DisplayName.parse(chosen.name());
        if (name.isEmpty()) {
            return new Outcome.BadName();
        }
        Optional<NewPassword> password = NewPassword.parse(chosen.password(), email.get());
        if (password.isEmpty()) {
            return new Outcome.BadPassword();
        }
        Optional<Argon2Hash> hash = hasher.hash(password.get());
        if (hash.isEmpty()) {
            return new Outcome.Busy();
        }
        if (tickets.take(token).isEmpty()) {
            return new Outcome.Gone();
        }
        Account account = new Account(
                UUID.randomUUID(),
                email.get(),
                name.get(),
                ticket.get().role(),
                stateAfter(ticket.get()),
                chosen.language(),
                chosen.zone(),
                MeetingDefaults.standard(),
                clock.instant());
        return accounts.create(account, hash)
                .<Outcome>map(made -> made.state() == AccountState.ACTIVE
                        ? new Outcome.SignedIn(signIn.done(made, visit))
                        : new Outcome.Pending())
                .orElseGet(Outcome.Gone::new);
    }

    /**
     * All sessions end: whoever knew the old password is out. Second factors stay. Wrong passwords from before count no more: whoever reads the
     * mailbox is not kept out by somebody who guesses.
     */
    Outcome setPassword(String token, String typed) {
        Optional<Ticket> ticket = tickets.look(token).filter(found -> found.purpose() == Purpose.RESET);
        Optional<Account> account = ticket.flatMap(Ticket::account).flatMap(accounts::byId);
        if (account.isEmpty()) {
            return new Outcome.Gone();
        }
        Optional<NewPassword> password = NewPassword.parse(typed, account.get().email());
        if (password.isEmpty()) {
            return new Outcome.BadPassword();
        }
        Optional<Argon2Hash> hash = hasher.hash(password.get());
        if (hash.isEmpty()) {
            return new Outcome.Busy();
        }
        if (tickets.take(token).isEmpty()) {
            return new Outcome.Gone();
        }
        UUID id = account.get().id();
        accounts.setPassword(id, hash.get());
        sessions.endAll(id, Optional.empty());
        tickets.revoke(id);
        tries.forget(SignIn.triesOf(account.get().email().text()));
        outbox.put(new Letter(
                account.get().email(),
                account.get().language(),
                "password-changed",
                List.of(),
                Optional.of(site.page("/forgot"))));
        return new Outcome.PasswordSet();
    }

    /** False when the link is too old, or somebody else has that address meanwhile. */
    boolean changeEmail(String token) {
        Optional<Ticket> ticket = tickets.look(token).filter(found -> found.purpose() == Purpose.CHANGE_EMAIL);
        if (ticket.isEmpty() || tickets.take(token).isEmpty()) {
            return false;
        }
        UUID id = ticket.get().account().orElseThrow();
        return accounts.setEmail(id, ticket.get().email().orElseThrow());
    }

    private AccountState stateAfter(Ticket ticket) {
        boolean asks = ticket.purpose() == Purpose.REGISTER && rules.registration() == Registration.APPROVAL;
        return asks ? AccountState.PENDING : AccountState.ACTIVE;
    }

    private boolean isTooLate(Ticket ticket) {
        return switch (ticket.purpose()) {
            case REGISTER -> rules.registration() == Registration.OFF;
            case FIRST_ADMIN -> accounts.count(AccountRole.ADMIN) > 0;
            default -> false;
        };
    }

    private static boolean makesAccounts(Ticket ticket) {
        return switch (ticket.purpose()) {
            case REGISTER, INVITE, FIRST_ADMIN -> true;
            case RESET, CHANGE_EMAIL -> false;
        };
    }
}
