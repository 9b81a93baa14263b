package plenum.it;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.postgresql.ds.PGSimpleDataSource;

/** What is stored in the database of the container tests, read and changed past the application. */
public final class SqlForTests {
    private SqlForTests() {}

    public static PGSimpleDataSource database() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(System.getProperty("plenum.it.db.url"));
        database.setUser(System.getProperty("plenum.it.db.user"));
        database.setPassword(System.getProperty("plenum.it.db.password"));
        return database;
    }

    /** The same tables in a schema of their own. */
    public static PGSimpleDataSource database(String schema) {
        PGSimpleDataSource database = database();
        database.setCurrentSchema(schema);
        return database;
    }

    public static Connection connect() throws SQLException {
        return database().getConnection();
    }

    /** @param values for the question marks */
    public static void execute(String sql, Object... values) {
        execute(database(), sql, values);
    }

    public static void execute(DataSource database, String sql, Object... values) {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of the first row; empty when there is none. */
    public static String ask(String sql, Object... values) {
        return ask(database(), sql, values);
    }

    public static String ask(DataSource database, String sql, Object... values) {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            try (var rows = statement.executeQuery()) {
                return rows.next() ? String.valueOf(rows.getString(1)) : "";
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Until the application has made its tables. */
    public static void awaitTables() {
        asSoonAsPossible(() -> ask("select count(*) from meeting where name = 'nothing'"));
    }

    /** What can be made once the application has made its tables. */
    static <T> T asSoonAsPossible(Callable<T> made) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .ignoreExceptions()
                .until(made, Objects::nonNull);
    }
}
