package plenum.meeting.store;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.meeting.store.Migrations.Outcome;
import plenum.platform.SchemaReady;
import plenum.platform.Timers;

/**
 * Updates the database's schema at the start. While the database cannot be reached, the application runs and tries again. A schema that
 * does not fit is left alone, and the log says what to do.
 */
@ApplicationScoped
public class Schema {
    private static final Logger log = LoggerFactory.getLogger(Schema.class);
    static final Duration RETRY = Duration.ofSeconds(1);
    /** A migration that failed has its reason in the database, and that takes time to change. */
    static final Duration RETRY_FAILED = Duration.ofSeconds(30);

    private static final int PROBE_SECONDS = 1;

    @Resource(lookup = "java:jboss/datasources/PlenumDS")
    DataSource database;

    @Inject
    Timers timers;

    @Inject
    Event<SchemaReady> ready;

    /** Migrations take longer than a timer's task may. */
    Executor threads = Thread.ofVirtual()::start;

    private volatile boolean current;
    private volatile boolean closed;
    private String complaint = "";

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        migrate(new Migrations(database)::run);
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

    void migrate(Supplier<Outcome> migrations) {
        if (closed) {
            return;
        }
        switch (migrations.get()) {
            case Outcome.Current(int applied) -> {
                current = true;
                log.info("the database is ready, {} migrations applied", applied);
                announce();
            }
            case Outcome.Unfit(String why) ->
                log.error("the schema of the database does not fit this version, and nothing was changed: {}", why);
            case Outcome.Unreachable(Exception cause) -> {
                complain(
                        "the database cannot be reached; check PLENUM_DB_URL, PLENUM_DB_USER and PLENUM_DB_PASSWORD",
                        cause);
                again(RETRY, migrations);
            }
            case Outcome.Failed(Exception cause) -> {
                complain(
                        "the schema of the database cannot be brought up to date; the reason follows, and it is tried"
                                + " again",
                        cause);
                again(RETRY_FAILED, migrations);
            }
        }
    }

    void announce() {
        ready.fire(new SchemaReady());
    }

    /** Once for each kind of trouble in a row. */
    private void complain(String what, Exception cause) {
        if (!complaint.equals(what)) {
            complaint = what;
            log.error(what, cause);
        }
    }

    private void again(Duration pause, Supplier<Outcome> migrations) {
        timers.after(pause, () -> threads.execute(() -> migrate(migrations)));
    }

    @PreDestroy
    void close() {
        closed = true;
    }
}
