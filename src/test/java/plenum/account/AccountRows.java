package plenum.account;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import plenum.platform.SecretToken;

/** What is stored of accounts, past the application. */
final class AccountRows {
    private AccountRows() {}

    static String text(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.next() ? result.getString(1) : "";
        }
    }

    static void change(String statement) throws SQLException {
        try (Connection connection = connect();
                Statement made = connection.createStatement()) {
            made.executeUpdate(statement);
        }
    }

    /** A browser of somebody whose account has just been made, with an open session. */
    static PageBrowser signedIn(String email) throws SQLException {
        change("insert into account (id, email, name, role, state, language, zone, muted, camera_off, created_at)"
                + " values (gen_random_uuid(), '" + email
                + "', 'Somebody', 'USER', 'ACTIVE', 'en', 'UTC', false, false, now())"
                + " on conflict do nothing");
        String token = "T" + email.replaceAll("[^a-z]", "") + System.nanoTime();
        change("insert into account_session (id, token_hash, account_id, device, created_at, seen_at, confirmed_at)"
                + " select gen_random_uuid(), decode('"
                + HexFormat.of().formatHex(SecretToken.hash(token))
                + "', 'hex'), id, 'Firefox', now(), now(), now() from account where email = '" + email + "'");
        PageBrowser browser = new PageBrowser();
        browser.setCookie("plenum-session", token);
        return browser;
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                System.getProperty("plenum.it.db.url"),
                System.getProperty("plenum.it.db.user"),
                System.getProperty("plenum.it.db.password"));
    }
}
