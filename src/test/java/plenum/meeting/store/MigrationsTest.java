package plenum.meeting.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import plenum.it.OldDatabase;
import plenum.launcher.EmbeddedPostgres;
import plenum.meeting.store.Migrations.Outcome;

/** On a PostgreSQL of its own. */
@Tag("meeting")
class MigrationsTest {
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        postgres = EmbeddedPostgres.start(folder, freePort());
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        try (Connection connection = connect()) {
            OldDatabase.empty(connection);
        }
    }

    @Test
    void makesAllTablesInAnEmptyDatabaseOnce() {
        assertThat(run()).isInstanceOfSatisfying(Outcome.Current.class, current -> assertThat(current.applied())
                .isGreaterThanOrEqualTo(8));
        assertThat(run()).isEqualTo(new Outcome.Current(0));
    }

    @Test
    void bringsAnEarlierVersionsDatabaseUpToDateAndKeepsItsRows() throws SQLException {
        load();
        assertThat(run()).isInstanceOf(Outcome.Current.class);
        assertThat(count("meeting")).isEqualTo(2);
        assertThat(count("attendance")).isEqualTo(4);
        assertThat(count("chat_message")).isEqualTo(5);
        assertThat(count("poll")).isEqualTo(3);
        assertThat(count("audit")).isEqualTo(3);
    }

    @Test
    void refusesWhatANewerVersionHasUsed() throws SQLException {
        run();
        long before = count("flyway_schema_history");
        execute(
                "insert into flyway_schema_history values (99, '900', 'later', 'SQL', 'V900__later.sql', 1, 'plenum', now(), 1, true)");
        assertThat(run()).isInstanceOfSatisfying(Outcome.Unfit.class, unfit -> assertThat(unfit.why())
                .startsWith("V900 (unknown to this version). A newer Plenum"));
        assertThat(count("flyway_schema_history")).as("left alone").isEqualTo(before + 1);
    }

    @Test
    void refusesAMigrationThatWasPutIntoAGap() throws SQLException {
        load();
        execute("delete from flyway_schema_history where version = '060'");
        assertThat(run()).isInstanceOfSatisfying(Outcome.Unfit.class, unfit -> assertThat(unfit.why())
                .startsWith("V060 (never applied, although later ones were). This database was made by another build"));
    }

    @Test
    void refusesAMigrationThatHasChanged() throws SQLException {
        load();
        execute("update flyway_schema_history set checksum = 1 where version = '041'");
        assertThat(run()).isInstanceOfSatisfying(Outcome.Unfit.class, unfit -> assertThat(unfit.why())
                .startsWith("V041 (applied with another content). This database"));
    }

    @Test
    void tellsAMigrationThatFailsFromADatabaseThatIsAway() throws Exception {
        execute("create table meeting (somebody_elses int); create table flyway_schema_history (id int)");
        assertThat(run()).isInstanceOf(Outcome.Failed.class);

        PGSimpleDataSource away = source();
        away.setPortNumbers(new int[] {freePort()});
        assertThat(new Migrations(away).run()).isInstanceOf(Outcome.Unreachable.class);

        PGSimpleDataSource wrong = source();
        wrong.setPassword("another one");
        assertThat(new Migrations(wrong).run()).isInstanceOf(Outcome.Unreachable.class);
    }

    private static Outcome run() {
        return new Migrations(source()).run();
    }

    private static PGSimpleDataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(postgres.url());
        source.setUser(postgres.user());
        source.setPassword(postgres.password());
        return source;
    }

    private static void load() throws SQLException {
        try (Connection connection = connect()) {
            OldDatabase.loadInto(connection);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(String table) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from " + table)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
