package plenum.recording.kill;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import plenum.platform.SecretToken;

/** What the database of a Plenum says of recordings, and an account in it. */
final class Ledgered {
    private final String url;
    private final String password;

    Ledgered(int port, String password) {
        this.url = "jdbc:postgresql://127.0.0.1:" + port + "/plenum";
        this.password = password;
    }

    /**
     * A stored recording.
     *
     * @param gaps as JSON
     */
    record Row(UUID id, String state, boolean interrupted, long millis, String sha256, String gaps, long startedAt) {}

    /** Makes an account; answers the cookie of a session of it. */
    String signUp(UUID account) throws SQLException {
        SecretToken token = SecretToken.draw(new SecureRandom());
        try (Connection connection = connect()) {
            change(connection, """
                    insert into account (id, email, name, role, state, language, zone, muted, camera_off, created_at)
                    values (?, ?, 'Ada', 'USER', 'ACTIVE', 'en', 'UTC', false, false, now())\
                    """, account, account + "@example.org");
            change(connection, """
                    insert into account_session (id, token_hash, account_id, device, created_at, seen_at, confirmed_at)
                    values (?, ?, ?, 'test', now(), now(), now())\
                    """, UUID.randomUUID(), token.hash(), account);
        }
        return "plenum-session=" + token.text();
    }

    /** The latest of an account. */
    Row latest(UUID account) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement("""
                        select id, state, interrupted, coalesce(millis, 0), coalesce(sha256, ''), coalesce(gaps, '[]'), started_at
                        from recording where owner_id = ? order by started_at desc limit 1\
                        """)) {
            statement.setObject(1, account);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new AssertionError("no recording is stored");
                }
                return new Row(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getLong(4),
                        row.getString(5),
                        row.getString(6),
                        row.getTimestamp(7).getTime());
            }
        }
    }

    /** How many of a recording's people said so. */
    int answers(UUID recording, boolean given) throws SQLException {
        return count("select count(*) from recording_choice where recording_id = ? and given = ?", recording, given);
    }

    /** Mails to an account of a kind. */
    int mails(UUID account, String kind) throws SQLException {
        return count("select count(*) from mail where recipient = ? and kind = ?", account + "@example.org", kind);
    }

    private int count(String sql, Object... values) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "plenum_app", password);
    }

    private static void change(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
