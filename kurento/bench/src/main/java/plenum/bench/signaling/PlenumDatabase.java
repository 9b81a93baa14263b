package plenum.bench.signaling;

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
import java.util.UUID;

/** The database that the launcher brings, in a data folder: what hours or years of use would have left there is written at once. */
public final class PlenumDatabase implements AutoCloseable {
    private static final int PORT_LINE = 3;

    private final Connection connection;

    private PlenumDatabase(Connection connection) {
        this.connection = connection;
    }

    /**
     * Connects to the database of a Plenum that runs.
     *
     * @param data its data folder
     */
    public static PlenumDatabase of(Path data) throws IOException, SQLException {
        Path folder = data.resolve("postgresql");
        String port = Files.readAllLines(folder.resolve("data/postmaster.pid"))
                .get(PORT_LINE)
                .strip();
        String password =
                Files.readString(folder.resolve("application-password")).strip();
        return new PlenumDatabase(
                DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/plenum", "plenum_app", password));
    }

    /** @param values for the question marks of the statement */
    public void execute(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            statement.execute();
        }
    }

    /** Makes an account that is signed in. */
    public SignedIn signIn(String email, String role) throws SQLException {
        UUID account = UUID.randomUUID();
        String token = (UUID.randomUUID().toString() + UUID.randomUUID())
                .replace("-", "")
                .substring(0, 43);
        execute("""
                insert into account (id, email, name, role, state, language, zone, muted, camera_off, created_at)
                values (?, ?, 'Bench', ?, 'ACTIVE', 'de', 'Europe/Berlin', false, false, now())\
                """, account, email, role);
        execute("""
                insert into account_session (id, token_hash, account_id, device, created_at, seen_at, confirmed_at)
                values (gen_random_uuid(), ?, ?, 'bench', now(), now(), now())\
                """, sha256(token), account);
        return new SignedIn(account, token);
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** @param token of the session, which is the value of the browser's cookie */
    public record SignedIn(UUID account, String token) {
        /** As a request's header has it. */
        public String cookie() {
            return "plenum-session=" + token;
        }
    }
}
