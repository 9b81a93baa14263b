package plenum.meeting.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.output.ValidateOutput;

/**
 * Applies the migrations of {@code db/migration}. Validation is strict: a database with a migration that was changed, left out, or made by
 * a newer Plenum is refused, because later migrations were never tested on such a schema.
 */
final class Migrations {
    private static final String NOT_APPLIED = "RESOLVED_VERSIONED_MIGRATION_NOT_APPLIED";
    private static final String NEWER = "APPLIED_VERSIONED_MIGRATION_NOT_RESOLVED";

    private final DataSource database;

    Migrations(DataSource database) {
        this.database = database;
    }

    /** The outcome. */
    sealed interface Outcome {
        /** Every migration is applied. */
        record Current(int applied) implements Outcome {}

        /** No connection: a server that is not up yet, or settings that lead nowhere. */
        record Unreachable(Exception cause) implements Outcome {}

        /**
         * The database has other migrations than this Plenum. Nothing was changed, and trying again changes nothing.
         *
         * @param why which migrations, and what to do about it
         */
        record Unfit(String why) implements Outcome {}

        /** A migration did not run to its end; the database is as it was before that one. */
        record Failed(Exception cause) implements Outcome {}
    }

    /** Blocks for as long as the migrations take. */
    Outcome run() {
        Flyway flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration")
                .failOnMissingLocations(true)
                // by default, what a newer version has applied is passed over, too
                .ignoreMigrationPatterns("*:pending")
                .load();
        try {
            return new Outcome.Current(flyway.migrate().migrationsExecuted);
        } catch (FlywayValidateException e) {
            return new Outcome.Unfit(explain(flyway));
        } catch (FlywayException e) {
            return trouble(e);
        }
    }

    /** What no database answered is wrong with the migrations themselves, such as two of one number. */
    private static Outcome trouble(FlywayException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return isConnection(sql) ? new Outcome.Unreachable(e) : new Outcome.Failed(e);
            }
        }
        return new Outcome.Unfit(String.valueOf(e.getMessage()));
    }

    private static String explain(Flyway flyway) {
        List<ValidateOutput> faults = flyway.validateWithResult().invalidMigrations;
        String list = faults.stream()
                .map(fault -> "V%s (%s)".formatted(fault.version, words(fault.errorDetails.errorCode.toString())))
                .collect(Collectors.joining(", "));
        boolean newer = faults.stream().allMatch(fault -> NEWER.equals(fault.errorDetails.errorCode.toString()));
        return list
                + (newer
                        ? ". A newer Plenum has used this database: start that version again, or restore the backup that was made before it"
                        : ". This database was made by another build, or changed by hand: start the version that made it, or restore a backup");
    }

    private static String words(String code) {
        return switch (code) {
            case NEWER -> "unknown to this version";
            case NOT_APPLIED -> "never applied, although later ones were";
            case "CHECKSUM_MISMATCH" -> "applied with another content";
            default -> code.toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    /** SQLSTATE classes of PostgreSQL: connection, authorization, no such database, starting or stopping, too many connections. */
    private static boolean isConnection(SQLException e) {
        String state = e.getSQLState();
        return state == null || state.matches("(08|28|3D|57P|53).*");
    }
}
