package plenum.account;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import plenum.account.store.StoresForTests;
import plenum.job.FirstRun;
import plenum.job.JobKind;
import plenum.job.Jobs;
import plenum.mail.Letter;
import plenum.mail.MailOutbox;
import plenum.platform.HashingSlots;
import plenum.platform.Settings;
import plenum.platform.Settings.Accounts.Registration;
import plenum.platform.SiteAddress;

/** All rules of accounts on a real database, with a clock that stands still until it is moved; mail is looked at instead of sent. */
final class People implements AutoCloseable {
    static final String PASSWORD = "correct horse battery";
    static final Visit HERE = new Visit("192.0.2.1", "Firefox, Linux");
    static final SiteAddress SITE = new SiteAddress("https://meet.example.org");

    private final RandomGenerator random = new SecureRandom();
    private Instant now = Instant.parse("2026-11-29T12:00:00Z");
    final InstantSource clock = () -> now;
    final StoresForTests stores;
    final List<Letter> letters = new ArrayList<>();
    final MailOutbox outbox = letters::add;
    final Accounts accounts;
    final Sessions sessions;
    final SecondFactors factors;
    final Tickets tickets;
    final Tries tries;
    final PasswordHasher hasher = new PasswordHasher(new HashingSlots(2, Duration.ofSeconds(10)), random);
    final Passkeys passkeys;
    final SignIn signIn;
    final SecondStep secondStep;
    final MyAccount mine;
    final List<SendLink.Wish> wishes = new ArrayList<>();

    People(String schema) {
        stores = new StoresForTests(schema, clock);
        accounts = stores.accounts();
        sessions = stores.sessions();
        factors = stores.factors();
        tickets = stores.tickets();
        tries = stores.tries();
        passkeys = new Passkeys(factors, SITE, random, clock);
        signIn = new SignIn(accounts, sessions, factors, tries, hasher, clock);
        MyAccount.Guard guard = new MyAccount.Guard(hasher, tries, Optional.of(stores.key()), random);
        secondStep = new SecondStep(accounts, factors, passkeys, signIn, tries, guard.key(), clock);
        mine = new MyAccount(
                accounts, sessions, factors, passkeys, guard, new MyAccount.Post(outbox, tickets, SITE), clock);
    }

    void empty() {
        stores.empty();
        letters.clear();
        wishes.clear();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Instant now() {
        return now;
    }

    LinkRequests requests(Registration registration, String... domains) {
        return new LinkRequests(rules(registration, domains), tries, new Wishes());
    }

    Welcome welcome(Registration registration) {
        return new Welcome(
                accounts,
                new Welcome.Doors(sessions, tickets, tries),
                signIn,
                hasher,
                new Welcome.Post(outbox, SITE),
                rules(registration),
                clock);
    }

    /** Does what was asked for, as the job would. */
    void sendLinks() {
        SendLink job = new SendLink();
        job.accounts = accounts;
        job.tickets = tickets;
        job.outbox = outbox;
        job.site = SITE;
        wishes.forEach(wish -> job.run(wish, new FirstRun()));
        wishes.clear();
    }

    /** The token in the link of the last letter. */
    String token() {
        return letters.getLast().link().orElseThrow().split("#", 2)[1];
    }

    Account make(String email) {
        return make(email, AccountState.ACTIVE, AccountRole.USER);
    }

    Account make(String email, AccountState state, AccountRole role) {
        Account account = AccountForTests.anybody()
                .withEmail(email)
                .withName("Ada Übermaß 🦊")
                .withRole(role)
                .withState(state)
                .make();
        Optional<Argon2Hash> hash =
                hasher.hash(NewPassword.parse(PASSWORD, account.email()).orElseThrow());
        return accounts.create(account, hash).orElseThrow();
    }

    Identity.Person signIn(String email) {
        SignIn.Outcome outcome = signIn.withPassword(email, PASSWORD, HERE);
        return sessions.find(((SignIn.Outcome.SignedIn) outcome).session().text())
                .orElseThrow();
    }

    private static Settings.Accounts rules(Registration registration, String... domains) {
        return new Settings.Accounts(registration, Set.of(domains), Optional.empty());
    }

    @Override
    public void close() {
        stores.close();
    }

    private final class Wishes implements Jobs {
        @Override
        public <T> void schedule(JobKind<T> kind, String id, T data) {
            wishes.add(SendLink.KIND.read().apply(kind.write().apply(data)));
        }

        @Override
        public <T> void schedule(JobKind<T> kind, String id, T data, Instant at) {
            schedule(kind, id, data);
        }

        @Override
        public void cancel(JobKind<?> kind, String id) {
            throw new UnsupportedOperationException();
        }
    }
}
