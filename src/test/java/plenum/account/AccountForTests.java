package plenum.account;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import plenum.mail.MailAddress;

/** Somebody with an account: a test says what matters to it, all else is the same for everybody. */
public record AccountForTests(
        MailAddress email, DisplayName name, AccountRole role, AccountState state, Locale language) {

    /** Ada, with an address that nobody else has. */
    public static AccountForTests anybody() {
        return new AccountForTests(
                new MailAddress(UUID.randomUUID() + "@example.org"),
                new DisplayName("Ada"),
                AccountRole.USER,
                AccountState.ACTIVE,
                Locale.ENGLISH);
    }

    public AccountForTests withEmail(String address) {
        return new AccountForTests(new MailAddress(address), name, role, state, language);
    }

    public AccountForTests withName(String text) {
        return new AccountForTests(email, new DisplayName(text), role, state, language);
    }

    public AccountForTests withRole(AccountRole other) {
        return new AccountForTests(email, name, other, state, language);
    }

    public AccountForTests withState(AccountState other) {
        return new AccountForTests(email, name, role, other, language);
    }

    public AccountForTests withLanguage(Locale other) {
        return new AccountForTests(email, name, role, state, other);
    }

    public Account make() {
        return new Account(
                UUID.randomUUID(),
                email,
                name,
                role,
                state,
                language,
                ZoneId.of("Europe/Zurich"),
                Account.MeetingDefaults.standard(),
                Instant.parse("2026-11-29T12:00:00Z"));
    }

    /** Of somebody who has no password, and so cannot sign in with one. */
    public Account createIn(Accounts accounts) {
        return accounts.create(make(), Optional.empty()).orElseThrow();
    }
}
