package plenum.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.random.RandomGenerator;
import plenum.account.Tickets.Purpose;
import plenum.account.Tickets.Ticket;
import plenum.mail.Letter;
import plenum.mail.MailAddress;
import plenum.mail.MailOutbox;
import plenum.platform.SecretToken;
import plenum.platform.ServerKey;
import plenum.platform.SiteAddress;

/**
 * Changes that people make to their own accounts. A change that would let the thief of a session stay, or lock the owner out, asks for the
 * password if it was last given more than a quarter of an hour ago, and is reported by mail. Blocks on the database.
 */
public final class MyAccount {
    static final Duration CONFIRMED_FOR = Duration.ofMinutes(15);
    private static final int WRONG_PASSWORDS = 10;
    private static final int MOST_PASSKEYS = 20;

    private final Accounts accounts;
    private final Sessions sessions;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final Guard guard;
    private final Post post;
    private final InstantSource clock;

    public MyAccount(
            Accounts accounts,
            Sessions sessions,
            SecondFactors factors,
            Passkeys passkeys,
            Guard guard,
            Post post,
            InstantSource clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.factors = factors;
        this.passkeys = passkeys;
        this.guard = guard;
        this.post = post;
        this.clock = clock;
    }

    /**
     * What passwords and secrets are compared and kept with.
     *
     * @param key empty: there are no one-time passwords
     */
    public record Guard(PasswordHasher hasher, Tries tries, Optional<ServerKey> key, RandomGenerator random) {}

    /** Ways to tell somebody. */
    public record Post(MailOutbox outbox, Tickets tickets, SiteAddress site) {}

    /** The outcome of a change. */
    enum Answer {
        DONE,
        /** The password has to be given again first. */
        CONFIRM,
        WRONG,
        BAD_PASSWORD,
        BAD_ADDRESS,
        THROTTLED,
        BUSY,
        TOO_MANY
    }

    boolean isConfirmed(Identity.Person me) {
        Instant since = clock.instant().minus(CONFIRMED_FOR);
        return sessions.confirmedAt(me.session()).filter(since::isBefore).isPresent();
    }

    /** Whether there is a password at all: who comes from another server's sign-in may have none. */
    boolean hasPassword(Account account) {
        return accounts.password(account.id()).isPresent();
    }

    Answer confirm(Identity.Person me, String password) {
        Optional<Tries.Try> counted = guard.tries()
                .take(List.of(new Tries.Limit("confirm " + me.account().id(), WRONG_PASSWORDS)));
        if (counted.isEmpty()) {
            return Answer.THROTTLED;
        }
        Optional<Boolean> right =
                guard.hasher().matches(accounts.password(me.account().id()), password);
        if (right.isEmpty()) {
            guard.tries().giveBack(counted.get());
            return Answer.BUSY;
        }
        if (!right.get()) {
            return Answer.WRONG;
        }
        guard.tries().giveBack(counted.get());
        sessions.confirm(me.session());
        return Answer.DONE;
    }

    void setProfile(Account changed) {
        accounts.setProfile(changed);
    }

    /** All other sessions end. */
    Answer setPassword(Identity.Person me, String typed) {
        if (!isConfirmed(me)) {
            return Answer.CONFIRM;
        }
        Optional<NewPassword> password = NewPassword.parse(typed, me.account().email());
        if (password.isEmpty()) {
            return Answer.BAD_PASSWORD;
        }
        Optional<Argon2Hash> hash = guard.hasher().hash(password.get());
        if (hash.isEmpty()) {
            return Answer.BUSY;
        }
        accounts.setPassword(me.account().id(), hash.get());
        sessions.endAll(me.account().id(), Optional.of(me.session()));
        post.tickets().revoke(me.account().id());
        tell(me.account(), "password-changed");
        return Answer.DONE;
    }

    /** Sends a link to the new address; until it is used, the old one counts. An address that somebody else has gets a mail that says so. */
    Answer changeEmail(Identity.Person me, String typed) {
        if (!isConfirmed(me)) {
            return Answer.CONFIRM;
        }
        Optional<MailAddress> email = MailAddress.parse(typed);
        if (email.isEmpty()) {
            return Answer.BAD_ADDRESS;
        }
        if (guard.tries()
                .take(List.of(new Tries.Limit("change " + me.account().id(), LinkRequests.PER_MAILBOX)))
                .isEmpty()) {
            return Answer.THROTTLED;
        }
        Account account = me.account();
        if (accounts.byEmail(email.get()).isPresent()) {
            post.outbox()
                    .put(new Letter(
                            email.get(),
                            account.language(),
                            "known",
                            List.of(),
                            Optional.of(post.site().page("/sign-in"))));
        } else {
            SecretToken token = post.tickets()
                    .issue(new Ticket(Purpose.CHANGE_EMAIL, email, Optional.of(account.id()), account.role()));
            post.outbox()
                    .put(new Letter(
                            email.get(),
                            account.language(),
                            "change-email",
                            List.of(email.get().text()),
                            Optional.of(Links.page(post.site(), token))));
        }
        tell(account, "email-changing");
        return Answer.DONE;
    }

    boolean offersCodes() {
        return guard.key().isPresent();
    }

    /** A fresh secret, which counts once a code of it was right; empty when there is no key to keep it with, or the password is due. */
    Optional<NewCodes> beginCodes(Identity.Person me) {
        if (!isConfirmed(me) || guard.key().isEmpty()) {
            return Optional.empty();
        }
        byte[] secret = Totp.drawSecret(guard.random());
        UUID id = me.account().id();
        factors.setTotp(id, guard.key().get().seal(secret, id.toString()));
        return Optional.of(codes(me.account(), secret));
    }

    /** The secret that waits for its first code. */
    Optional<NewCodes> pendingCodes(Account account) {
        return factors.totp(account.id())
                .filter(totp -> !totp.confirmed())
                .flatMap(totp -> guard.key()
                        .map(key -> key.open(totp.sealedSecret(), account.id().toString())))
                .map(secret -> codes(account, secret));
    }

    Answer confirmCodes(Identity.Person me, String typed) {
        UUID id = me.account().id();
        Optional<SecondFactors.Totp> totp = factors.totp(id).filter(found -> !found.confirmed());
        if (totp.isEmpty() || guard.key().isEmpty() || !isConfirmed(me)) {
            return Answer.CONFIRM;
        }
        OptionalLong step =
                Totp.stepOf(guard.key().get().open(totp.get().sealedSecret(), id.toString()), typed, clock.instant());
        if (step.isEmpty() || !factors.useTotpStep(id, step.getAsLong())) {
            return Answer.WRONG;
        }
        tell(me.account(), "factor-added");
        return Answer.DONE;
    }

    Answer removeCodes(Identity.Person me) {
        if (!isConfirmed(me)) {
            return Answer.CONFIRM;
        }
        factors.removeTotp(me.account().id());
        afterRemoval(me.account());
        return Answer.DONE;
    }

    /**
     * The options with which the browser creates a passkey, as JSON; empty when the password has to be confirmed first, or there are
     * enough.
     */
    Optional<String> beginPasskey(Identity.Person me) {
        List<SecondFactors.Passkey> known = factors.passkeys(me.account().id());
        if (!isConfirmed(me) || known.size() >= MOST_PASSKEYS) {
            return Optional.empty();
        }
        Passkeys.Asked asked = passkeys.askForNew(me.account(), known);
        sessions.setChallenge(me.session(), asked.challenge());
        return Optional.of(asked.json());
    }

    Answer addPasskey(Identity.Person me, String answer, String name) {
        Optional<byte[]> challenge = sessions.takeChallenge(me.session());
        if (challenge.isEmpty() || !isConfirmed(me)) {
            return Answer.CONFIRM;
        }
        String called = DisplayName.parse(name).map(DisplayName::text).orElse("Passkey");
        if (passkeys.add(me.account().id(), challenge.get(), answer, called).isEmpty()) {
            return Answer.WRONG;
        }
        tell(me.account(), "factor-added");
        return Answer.DONE;
    }

    Answer removePasskey(Identity.Person me, UUID passkey) {
        if (!isConfirmed(me)) {
            return Answer.CONFIRM;
        }
        factors.removePasskey(me.account().id(), passkey);
        afterRemoval(me.account());
        return Answer.DONE;
    }

    /** Ten new codes, shown once; those from before stop working. Empty when the password is due, or there is no second factor. */
    Optional<List<String>> newRecoveryCodes(Identity.Person me) {
        if (!isConfirmed(me) || !factors.has(me.account().id())) {
            return Optional.empty();
        }
        List<String> codes = RecoveryCodes.draw(guard.random());
        factors.setRecoveryCodes(
                me.account().id(), codes.stream().map(RecoveryCodes::normal).toList());
        return Optional.of(codes);
    }

    List<Sessions.Session> sessions(Account account) {
        return sessions.of(account.id());
    }

    void endSession(Account account, UUID session) {
        sessions.end(account.id(), session);
    }

    void endOtherSessions(Identity.Person me) {
        sessions.endAll(me.account().id(), Optional.of(me.session()));
    }

    void signOut(Identity.Person me) {
        sessions.end(me.account().id(), me.session());
    }

    private void afterRemoval(Account account) {
        if (!factors.has(account.id())) {
            factors.setRecoveryCodes(account.id(), List.of());
        }
        tell(account, "factor-removed");
    }

    private void tell(Account account, String kind) {
        Locale language = account.language();
        post.outbox()
                .put(new Letter(
                        account.email(),
                        language,
                        kind,
                        List.of(),
                        Optional.of(post.site().page("/account"))));
    }

    private static NewCodes codes(Account account, byte[] secret) {
        return new NewCodes(
                Totp.base32(secret).replaceAll("(.{4})(?=.)", "$1 "),
                Totp.uri(secret, "Plenum", account.email().text()));
    }

    /**
     * What an authenticator app needs.
     *
     * @param text to be typed
     * @param uri to be scanned
     */
    public record NewCodes(String text, String uri) {
        @Override
        public String toString() {
            return "secret of one-time passwords";
        }
    }
}
