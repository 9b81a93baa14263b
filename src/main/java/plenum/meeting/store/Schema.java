package plenum.meeting.store;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.platform.Timers;

/**
 * Brings the database's schema up to date at start. A database that cannot be reached does not keep the application from starting: it is
 * tried again until it can.
 */
@ApplicationScoped
public class Schema {
    private static final Logger log = LoggerFactory.getLogger(Schema.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final int PROBE_SECONDS = 1;

    @Resource(lookup = "java:jboss/datasources/PlenumDS")
    DataSource database;

    @Inject
    Timers timers;

    private volatile boolean current;
    private volatile boolean closed;
    private boolean complained;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        migrate();
    }

    /** Whether the database answers and has all its tables. Blocks for as long as the connection pool does. */
    public boolean isUsable() {
        if (!current) {
            return false;
        }
        try (Connection connection = database.getConnection()) {
            return connection.isValid(PROBE_SECONDS);
        } catch (SQLException e) {
            log.debug("the database cannot be reached", e);
            return false;
        }
    }

    private void migrate() {
        if (closed) {
            return;
        }
        try {
            int applied = Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(database)
                    .locations("classpath:db/migration")
                    .failOnMissingLocations(true)
                    .load()
                    .migrate()
                    .migrationsExecuted;
            current = true;
            log.info("the database is ready, {} migrations applied", applied);
        } catch (FlywayException e) {
            if (!complained) {
                complained = true;
                log.error(
                        "the database cannot be used yet; check PLENUM_DB_URL, PLENUM_DB_USER and PLENUM_DB_PASSWORD",
                        e);
            }
            timers.after(RETRY, () -> Thread.ofVirtual().start(this::migrate));
        }
    }

    @PreDestroy
    void close() {
        closed = true;
    }
}
