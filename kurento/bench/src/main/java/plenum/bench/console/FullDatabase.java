package plenum.bench.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** Years of use, written into the database of a Plenum that runs. */
record FullDatabase(String url, String user, String password) {
    /** Names as they are frequent: one word finds some hundred accounts, and another a single one. */
    private static final String ACCOUNTS = """
        insert into account (id, email, name, role, state, language, zone, muted, camera_off, created_at, signed_in_at)
        select gen_random_uuid(), lower(given) || '.' || lower(family) || n || '@' || (array['example.org','example.com','school.example'])[1 + n %% 3],
            given || ' ' || family, case when n %% 50 = 0 then 'EXTERNAL' else 'USER' end, case when n %% 40 = 0 then 'DISABLED' else 'ACTIVE' end,
            'de', 'Europe/Zurich', false, false, now() - n * interval '5 minutes', case when n %% 7 = 0 then null else now() - n * interval '1 minute' end
        from (select n, (array['Ada','Bruno','Chiara','Dirk','Élodie','Fatma','Grace','Hans','Ines','Jürg'])[1 + n %% 10] as given,
            'Family' || (n / 13) as family from generate_series(1, %d) n) made\
        """;

    private static final String LINES = """
        insert into audit (at, actor, actor_name, action, subject, before, after)
        select now() - (%1$d - n) * interval '20 seconds', null, 'Admin ' || (n %% 97),
            (array['USER_INVITE','USER_DISABLE','POLICY_SET','MUTE','REMOVE','ADMIT','PROMOTE','SWITCH_ON','SWITCH_OFF','SPOTLIGHT'])[1 + n %% 10],
            'person' || (n %% 90001) || '@example.org', 'before', 'after'
        from generate_series(1, %1$d) n\
        """;

    /** That of a Plenum with this data folder. */
    static FullDatabase of(int port, Path data) throws IOException {
        String password = Files.readString(data.resolve("postgresql/application-password"))
                .strip();
        return new FullDatabase("jdbc:postgresql://127.0.0.1:" + port + "/plenum", "plenum_app", password);
    }

    /** @return the cookie of an admin */
    String fill(int users, int lines) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(ACCOUNTS.formatted(users));
            statement.execute(LINES.formatted(lines));
            statement.execute("vacuum analyze account");
            statement.execute("vacuum analyze audit");
            return admin(connection);
        }
    }

    private static String admin(Connection connection) throws SQLException {
        UUID account = UUID.randomUUID();
        String token = UUID.randomUUID().toString();
        try (PreparedStatement person = connection.prepareStatement("""
                insert into account (id, email, name, role, state, language, zone, muted, camera_off, created_at)
                values (?, 'bench@example.net', 'Bench', 'ADMIN', 'ACTIVE', 'de', 'Europe/Zurich', false, false, now())\
                """);
                PreparedStatement session = connection.prepareStatement("""
                insert into account_session (id, token_hash, account_id, device, created_at, seen_at, confirmed_at)
                values (?, ?, ?, 'bench', now(), now(), now())\
                """)) {
            person.setObject(1, account);
            person.executeUpdate();
            session.setObject(1, UUID.randomUUID());
            session.setBytes(2, sha256(token));
            session.setObject(3, account);
            session.executeUpdate();
        }
        return "plenum-session=" + token;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
