package plenum.job.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import plenum.job.JobBoard.Failed;
import plenum.job.JobBoard.Waiting;

/** The columns that we added to db-scheduler's table: progress, errors, and jobs that failed for good. */
final class JobTable {
    static final String NAME = "job";
    private static final int LONGEST_ERROR = 500;

    private final DataSource database;

    JobTable(DataSource database) {
        this.database = database;
    }

    void setProgress(String kind, String id, long done, long total) {
        update(
                "update job set progress_done = ?, progress_total = ? where task_name = ? and task_instance = ?",
                done,
                total,
                kind,
                id);
    }

    void setError(String kind, String id, String error) {
        update("update job set last_error = ? where task_name = ? and task_instance = ?", shortened(error), kind, id);
    }

    void addFailed(Failed failed, String data) {
        update(
                "insert into job_failed (kind, id, data, failed_at, attempts, error) values (?, ?, ?, ?, ?, ?)",
                failed.kind(),
                failed.id(),
                data,
                Timestamp.from(failed.at()),
                failed.attempts(),
                shortened(failed.error()));
    }

    /** @return how many were too old */
    int forgetFailed(Instant before) {
        return update("delete from job_failed where failed_at < ?", Timestamp.from(before));
    }

    /** Takes a failed one out of the table, if it is there. */
    Optional<Taken> takeFailed(long number) {
        return query(
                        "delete from job_failed where number = ? returning kind, id, data",
                        row -> new Taken(row.getString(1), row.getString(2), row.getString(3)),
                        number)
                .stream()
                .findFirst();
    }

    boolean isWaiting(String kind, String id) {
        return !query("select 1 from job where task_name = ? and task_instance = ?", row -> true, kind, id)
                .isEmpty();
    }

    List<Waiting> waiting(int first, int most) {
        return query(
                """
                select task_name, task_instance, execution_time, picked, coalesce(consecutive_failures, 0), last_error,
                       progress_done, progress_total
                from job order by picked desc, execution_time, task_name, task_instance offset ? limit ?\
                """,
                row -> new Waiting(
                        row.getString(1),
                        row.getString(2),
                        row.getTimestamp(3).toInstant(),
                        row.getBoolean(4),
                        row.getInt(5),
                        Optional.ofNullable(row.getString(6)),
                        row.getLong(7),
                        row.getLong(8)),
                first,
                most);
    }

    List<Failed> failed(int first, int most) {
        return query(
                "select number, kind, id, failed_at, attempts, error from job_failed order by number desc offset ?"
                        + " limit ?",
                row -> new Failed(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant(),
                        row.getInt(5),
                        row.getString(6)),
                first,
                most);
    }

    long countWaiting() {
        return query("select count(*) from job", row -> row.getLong(1)).getFirst();
    }

    long countFailed() {
        return query("select count(*) from job_failed", row -> row.getLong(1)).getFirst();
    }

    private int update(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = filled(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the table of jobs cannot be written", e);
        }
    }

    private <T> List<T> query(String sql, Reader<T> reader, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = filled(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the table of jobs cannot be read", e);
        }
    }

    private static PreparedStatement filled(Connection connection, String sql, @Nullable Object[] values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /** PostgreSQL takes no zero characters in a text. */
    private static String shortened(String error) {
        return error.substring(0, Math.min(error.length(), LONGEST_ERROR)).replace('\0', ' ');
    }

    /** A failed job that was taken out. */
    record Taken(String kind, String id, String data) {}

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
