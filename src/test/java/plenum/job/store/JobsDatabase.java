package plenum.job.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A schema of its own in the PostgreSQL of the container tests, with all tables of the application. */
final class JobsDatabase {
    private JobsDatabase() {}

    static DataSource create(String schema) {
        PGSimpleDataSource database = existing(schema);
        Flyway.configure()
                .dataSource(database)
                .schemas(schema)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return database;
    }

    static PGSimpleDataSource existing(String schema) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(System.getProperty("plenum.it.db.url"));
        database.setUser(System.getProperty("plenum.it.db.user"));
        database.setPassword(System.getProperty("plenum.it.db.password"));
        database.setCurrentSchema(schema);
        return database;
    }

    static void execute(DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
