package plenum.account;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import plenum.mail.MailAddress;
import plenum.platform.SecretToken;

/**
 * Signing in with address and password, and then with a second factor if there is one. A wrong address and a wrong password take the same
 * time and get the same answer. Each success opens a new session, so that nobody can prepare one (session fixation). Blocks on the
 * database.
 */
public final class SignIn {
    /** Wrong ones in an hour, of one address: an office comes from one. */
    static final int PER_ADDRESS = 50;
    /** Wrong ones in an hour, for one account. */
    static final int PER_NAME = 10;

    /** Asked for where there is no account, so that both ways ask the database the same. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final Accounts accounts;
    private final Sessions sessions;
    private final SecondFactors factors;
    private final Tries tries;
    private final PasswordHasher hasher;
    private final InstantSource clock;

    public SignIn(
            Accounts accounts,
            Sessions sessions,
            SecondFactors factors,
            Tries tries,
            PasswordHasher hasher,
            InstantSource clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.factors = factors;
        this.tries = tries;
        this.hasher = hasher;
        this.clock = clock;
    }

    /** The outcome of a try. */
    sealed interface Outcome {
        /** @param session for the browser's cookie */
        record SignedIn(Account account, SecretToken session) implements Outcome {}

        /** @param step for the browser's cookie, until the second factor is shown */
        record SecondStep(SecretToken step) implements Outcome {}

        /** The password was right, and an admin has to say yes first, or said no. */
        record NotActive(AccountState state) implements Outcome {}

        record Wrong() implements Outcome {}

        record Throttled() implements Outcome {}

        /** Nothing was looked at; it can be tried again at once. */
        record Busy() implements Outcome {}
    }

    Outcome withPassword(String email, String password, Visit visit) {
        Optional<Tries.Try> counted = tries.take(List.of(
                new Tries.Limit("address " + visit.address(), PER_ADDRESS), new Tries.Limit(triesOf(email), PER_NAME)));
        if (counted.isEmpty()) {
            return new Outcome.Throttled();
        }
        Optional<Account> account = MailAddress.parse(email).flatMap(accounts::byEmail);
        Optional<Argon2Hash> hash = accounts.password(account.map(Account::id).orElse(NOBODY));
        Optional<Boolean> right = hasher.matches(hash, password);
        if (right.isEmpty()) {
            tries.giveBack(counted.get());
            return new Outcome.Busy();
        }
        if (!right.get() || account.isEmpty()) {
            return new Outcome.Wrong();
        }
        tries.giveBack(counted.get());
        return firstStepDone(account.get(), visit);
    }

    /** Under which name wrong passwords for an address are counted. */
    static String triesOf(String email) {
        return "name " + email.strip().toLowerCase(Locale.ROOT);
    }

    private Outcome firstStepDone(Account account, Visit visit) {
        if (account.state() != AccountState.ACTIVE) {
            return new Outcome.NotActive(account.state());
        }
        return factors.has(account.id()) ? new Outcome.SecondStep(factors.begin(account.id())) : done(account, visit);
    }

    /** Without further proof: what proves somebody otherwise, such as a link to a new account, has been seen. */
    Outcome.SignedIn done(Account account, Visit visit) {
        accounts.signedIn(account.id(), clock.instant());
        return new Outcome.SignedIn(account, sessions.open(account.id(), visit.device()));
    }
}
