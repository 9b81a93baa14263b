package plenum.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A database of an earlier version, with something in every table: every container test starts the application on it. */
public final class OldDatabase {
    /** When the dump was made; what is in it becomes as old as it was then, so that nothing of it has expired. */
    private static final String MADE = "2026-11-29 12:30+00";

    private OldDatabase() {}

    /** Takes the place of whatever is in the database. */
    public static void loadInto(Connection connection) throws SQLException {
        empty(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute(dump());
            statement.execute("""
                    do $$ declare at record; begin
                    for at in select table_name, column_name, udt_name from information_schema.columns
                              where table_schema = 'public' and data_type = 'timestamp with time zone' loop
                        execute format('update public.%1$I set %2$I = %2$I + (now() - timestamptz ''MADE'')',
                                       at.table_name, at.column_name);
                    end loop; end $$""".replace("MADE", MADE));
        }
    }

    public static void empty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop schema public cascade; create schema public");
        }
    }

    private static String dump() {
        try (InputStream file = OldDatabase.class.getResourceAsStream("database-v110.sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
