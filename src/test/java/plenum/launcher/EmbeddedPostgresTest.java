package plenum.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("launcher")
class EmbeddedPostgresTest {

    @TempDir
    Path folder;

    @Test
    void keepsWhatWasCommittedWhenItIsKilledAndStartedAgain() throws Exception {
        EmbeddedPostgres first = EmbeddedPostgres.start(folder, Ports.free());
        execute(first, "CREATE TABLE note (text text)");
        execute(first, "INSERT INTO note VALUES ('kept')");
        long pid = Long.parseLong(
                Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().join();

        try (EmbeddedPostgres second = EmbeddedPostgres.start(folder, Ports.free());
                Connection connection = connect(second);
                var notes = connection.createStatement().executeQuery("SELECT text FROM note")) {
            assertThat(notes.next()).isTrue();
            assertThat(notes.getString(1)).isEqualTo("kept");
        }
        first.close();
    }

    @Test
    void startsAlthoughItsLockNamesAnotherProgramsProcess() throws Exception {
        EmbeddedPostgres.start(folder, Ports.free()).close();
        Files.writeString(
                folder.resolve("data/postmaster.pid"), ProcessHandle.current().pid() + "\n");

        EmbeddedPostgres.start(folder, Ports.free()).close();
    }

    @Test
    void asksForAPasswordThatOnlyTheOwnerCanRead() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, Ports.free())) {
            for (String secret : List.of("password", "application-password")) {
                assertThat(folder.resolve(secret)).content().hasSizeGreaterThan(30);
                assertThat(permissions(folder.resolve(secret))).isEqualTo("rw-------");
            }
            assertThat(postgres.url()).startsWith("jdbc:postgresql://127.0.0.1:");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(postgres.url(), postgres.user(), "guess"));
        }
    }

    @Test
    void theApplicationOwnsItsDatabaseAndIsNoSuperuser() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, Ports.free());
                Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE note (text text)");
            for (String extension : List.of("btree_gist", "pg_trgm", "unaccent")) {
                statement.execute("CREATE EXTENSION " + extension);
            }
            for (String forbidden : List.of(
                    "COPY note FROM '/etc/passwd'",
                    "COPY note TO PROGRAM 'true'",
                    "SELECT pg_read_file('/etc/passwd')",
                    "CREATE ROLE another SUPERUSER",
                    "ALTER ROLE plenum_app SUPERUSER",
                    "CREATE DATABASE another",
                    "SET ROLE plenum")) {
                assertThatExceptionOfType(SQLException.class)
                        .as(forbidden)
                        .isThrownBy(() -> statement.execute(forbidden))
                        .withMessageContaining("permission denied");
            }
        }
    }

    @Test
    void whatASuperuserMadeBeforeBelongsToTheApplication() throws Exception {
        EmbeddedPostgres first = EmbeddedPostgres.start(folder, Ports.free());
        String superuser = Files.readString(folder.resolve("password")).strip();
        try (Connection old = DriverManager.getConnection(first.url(), "plenum", superuser);
                Statement statement = old.createStatement()) {
            for (String command : List.of(
                    "CREATE TABLE note (id bigint GENERATED ALWAYS AS IDENTITY, text text)",
                    "CREATE SEQUENCE number",
                    "CREATE VIEW notes AS SELECT text FROM note",
                    "CREATE TYPE colour AS ENUM ('red')",
                    "CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                    "CREATE SCHEMA other",
                    "CREATE TABLE other.thing (text text)",
                    "ALTER DATABASE plenum OWNER TO plenum",
                    "ALTER SCHEMA public OWNER TO plenum")) {
                statement.execute(command);
            }
        }
        first.close();

        try (EmbeddedPostgres second = EmbeddedPostgres.start(folder, Ports.free());
                Connection connection = connect(second);
                Statement statement = connection.createStatement()) {
            for (String command : List.of(
                    "INSERT INTO note (text) VALUES ('mine')",
                    "SELECT nextval('number'), one() FROM notes",
                    "ALTER TABLE note ADD COLUMN colour colour",
                    "ALTER TYPE colour ADD VALUE 'blue'",
                    "DROP VIEW notes",
                    "DROP FUNCTION one()",
                    "DROP SEQUENCE number",
                    "DROP SCHEMA other CASCADE",
                    "CREATE TABLE another (text text)")) {
                statement.execute(command);
            }
        }
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres)) {
            connection.createStatement().execute(sql);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
    }
}
