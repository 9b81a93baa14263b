package plenum.it;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

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
    public static SignedInForTests create(String role, String state) throws Exception {
        UUID account = UUID.randomUUID();
        String email = "it-" + account + "@example.org";
        String token = UUID.randomUUID().toString();
        try (Connection connection = connect();
                PreparedStatement person = connection.prepareStatement("""
                    insert into account (id, email, name, role, state, language, zone, muted, camera_off, created_at)
                    values (?, ?, 'Ada Übermaß 🦊', ?, ?, 'de', 'Europe/Zurich', false, false, now())\
                    """);
                PreparedStatement session = connection.prepareStatement("""
                    insert into account_session (id, token_hash, account_id, device, created_at, seen_at, confirmed_at)
                    values (?, ?, ?, 'a test', now(), now(), now())\
                    """)) {
            person.setObject(1, account);
            person.setString(2, email);
            person.setString(3, role);
            person.setString(4, state);
            person.executeUpdate();
            session.setObject(1, UUID.randomUUID());
            session.setBytes(2, MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
            session.setObject(3, account);
            session.executeUpdate();
        }
        return new SignedInForTests(account, email, "plenum-session=" + token);
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                System.getProperty("plenum.it.db.url"),
                System.getProperty("plenum.it.db.user"),
                System.getProperty("plenum.it.db.password"));
    }
}
