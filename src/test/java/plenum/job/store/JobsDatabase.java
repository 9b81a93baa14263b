package plenum.job.store;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import plenum.it.SqlForTests;

/** A schema of its own in the PostgreSQL of the container tests, with all tables of the application. */
final class JobsDatabase {
    private JobsDatabase() {}

    static DataSource create(String schema) {
        PGSimpleDataSource database = SqlForTests.database(schema);
        Flyway.configure()
                .dataSource(database)
                .schemas(schema)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return database;
    }
}
