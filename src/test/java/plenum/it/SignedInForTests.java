package plenum.it;

import java.util.UUID;
import plenum.platform.SecretToken;

/**
 * Somebody who is signed in because we put them into the database, past the application.
 *
 * @param cookie header with their session
 */
public record SignedInForTests(UUID account, String email, String cookie) {

    /**
     * @param role of {@code plenum.account.AccountRole}
     * @param state of {@code plenum.account.AccountState}
     */
    public static SignedInForTests create(String role, String state) {
        return SqlForTests.asSoonAsPossible(() -> store(role, state));
    }

    private static SignedInForTests store(String role, String state) {
        UUID account = UUID.randomUUID();
        String email = "it-" + account + "@example.org";
        String token = UUID.randomUUID().toString();
        SqlForTests.execute("""
            insert into account (id, email, name, role, state, language, zone, muted, camera_off, created_at)
            values (?, ?, 'Ada Übermaß 🦊', ?, ?, 'de', 'Europe/Zurich', false, false, now())\
            """, account, email, role, state);
        SqlForTests.execute("""
            insert into account_session (id, token_hash, account_id, device, created_at, seen_at, confirmed_at)
            values (?, ?, ?, 'a test', now(), now(), now())\
            """, UUID.randomUUID(), SecretToken.hash(token), account);
        return new SignedInForTests(account, email, "plenum-session=" + token);
    }

    /** A new password for programs. */
    public String programPassword() {
        String word = UUID.randomUUID().toString() + UUID.randomUUID();
        SqlForTests.execute(
                "insert into app_password (id, account_id, name, token_hash, created_at) values (?, ?, 'test', ?, now())",
                UUID.randomUUID(),
                account,
                SecretToken.hash(word));
        return word;
    }
}
