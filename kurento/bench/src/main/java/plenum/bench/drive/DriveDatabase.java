package plenum.bench.drive;

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

/** The database that the launcher brings, in a data folder: people and files are put there at once, as hours of use would have done. */
final class DriveDatabase implements AutoCloseable {
    private static final int PORT_LINE = 3;

    private final Connection connection;

    private DriveDatabase(Connection connection) {
        this.connection = connection;
    }

    static DriveDatabase of(Path data) throws IOException {
        Path folder = data.resolve("postgresql");
        String port = Files.readAllLines(folder.resolve("data/postmaster.pid"))
                .get(PORT_LINE)
                .strip();
        String password =
                Files.readString(folder.resolve("application-password")).strip();
        try {
            return new DriveDatabase(DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/plenum", "plenum_app", password));
        } catch (SQLException e) {
            throw new IOException("the database in " + folder + " does not answer", e);
        }
    }

    /** Makes an account, and returns the token of a session of it. */
    String signIn() throws IOException {
        String token = (UUID.randomUUID().toString() + UUID.randomUUID())
                .replace("-", "")
                .substring(0, 43);
        execute("""
            with a as (insert into account (id, email, name, role, state, language, zone, muted, camera_off, created_at)
                values (gen_random_uuid(), ?, 'Bench', 'USER', 'ACTIVE', 'en', 'Europe/Berlin', false, false, now()) returning id)
            insert into account_session (id, token_hash, account_id, device, created_at, seen_at, confirmed_at)
            select gen_random_uuid(), ?, id, 'bench', now(), now(), now() from a\
            """, token.substring(0, 20) + "@bench.example", sha256(token));
        return token;
    }

    /** One folder among a thousand files; names, sizes and times in no common order. */
    void fill(String drive, int files) throws IOException {
        execute("""
            insert into drive_item (id, drive_id, folder, name, size, type, object_id, words, created_at, changed_at, described)
            select gen_random_uuid(), cast(? as uuid), n % 1000 = 0, 'File ' || n || '.txt', case when n % 1000 = 0 then 0 else n * 7919 % 1000003 end,
                case when n % 1000 = 0 then '' when n % 3 = 0 then 'image/png' else 'text/plain' end,
                case when n % 1000 = 0 then null else gen_random_uuid() end, to_tsvector('simple', 'File ' || n), now(),
                now() - n * 7907 % 1000003 * interval '1 second', true
            from generate_series(1, ?) n\
            """, drive, files);
        execute(
                "update drive set used = (select sum(size) from drive_item where drive_id = drive.id) where id = cast(? as uuid)",
                drive);
        execute("vacuum analyze drive_item"); // as the database does by itself, some minutes later
    }

    private void execute(String sql, Object... values) throws IOException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
