package plenum.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
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
            assertThat(folder.resolve("password")).content().hasSizeGreaterThan(30);
            assertThat(permissions(folder.resolve("password"))).isEqualTo("rw-------");
            assertThat(postgres.url()).startsWith("jdbc:postgresql://127.0.0.1:");
            org.assertj.core.api.Assertions.assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(postgres.url(), postgres.user(), "guess"));
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
