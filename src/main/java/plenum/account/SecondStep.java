package plenum.account;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Predicate;
import plenum.account.SignIn.Outcome;
import plenum.platform.ServerKey;

/** The second step of signing in: a one-time password, a passkey or a recovery code. Blocks on the database. */
public final class SecondStep {
    /** Wrong ones in an hour, for one account: whoever has its password cannot try all codes. */
    static final int PER_HOUR = 20;

    private final Accounts accounts;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final SignIn signIn;
    private final Tries tries;
    private final Optional<ServerKey> key;
    private final InstantSource clock;

    public SecondStep(
            Accounts accounts,
            SecondFactors factors,
            Passkeys passkeys,
            SignIn signIn,
            Tries tries,
            Optional<ServerKey> key,
            InstantSource clock) {
        this.accounts = accounts;
        this.factors = factors;
        this.passkeys = passkeys;
        this.signIn = signIn;
        this.tries = tries;
        this.key = key;
        this.clock = clock;
    }

    /** The second factors of the account; empty when the step has ended. */
    Optional<Ways> ways(String step) {
        return factors.begun(step)
                .map(account -> new Ways(
                        factors.totp(account)
                                .filter(SecondFactors.Totp::confirmed)
                                .isPresent(),
                        !factors.passkeys(account).isEmpty(),
                        factors.countRecoveryCodes(account) > 0));
    }

    Outcome withCode(String step, String typed, Visit visit) {
        return attempt(step, visit, account -> isCode(account, typed));
    }

    Outcome withRecoveryCode(String step, String typed, Visit visit) {
        return attempt(step, visit, account -> factors.useRecoveryCode(account, RecoveryCodes.normal(typed)));
    }

    /** The options with which the browser asks for a passkey, as JSON; empty when the step has ended. */
    Optional<String> passkeyRequest(String step) {
        return factors.begun(step).map(account -> {
            Passkeys.Asked asked = passkeys.ask(factors.passkeys(account));
            factors.setChallenge(step, asked.challenge());
            return asked.json();
        });
    }

    /** @param answer what the browser got from the passkey, as JSON */
    Outcome withPasskey(String step, String answer, Visit visit) {
        return attempt(step, visit, account -> factors.takeChallenge(step)
                .filter(challenge -> passkeys.verify(account, challenge, answer))
                .isPresent());
    }

    private Outcome attempt(String step, Visit visit, Predicate<UUID> proof) {
        Optional<UUID> account = factors.begun(step);
        if (account.isEmpty()) {
            return new Outcome.Wrong();
        }
        Optional<Tries.Try> counted = tries.take(List.of(new Tries.Limit("second " + account.get(), PER_HOUR)));
        if (counted.isEmpty() || !factors.tryStep(step)) {
            return new Outcome.Throttled();
        }
        Optional<Account> person = accounts.byId(account.get()).filter(found -> found.state() == AccountState.ACTIVE);
        if (person.isEmpty() || !proof.test(account.get())) {
            return new Outcome.Wrong();
        }
        tries.giveBack(counted.get());
        factors.end(step);
        return signIn.done(person.get(), visit);
    }

    private boolean isCode(UUID account, String typed) {
        Optional<SecondFactors.Totp> totp = factors.totp(account).filter(SecondFactors.Totp::confirmed);
        if (totp.isEmpty() || key.isEmpty()) {
            return false;
        }
        byte[] secret = key.get().open(totp.get().sealedSecret(), account.toString());
        OptionalLong time = Totp.stepOf(secret, typed, clock.instant());
        return time.isPresent() && factors.useTotpStep(account, time.getAsLong());
    }

    /** The proofs that somebody can choose from. */
    public record Ways(boolean code, boolean passkey, boolean recovery) {}
}
