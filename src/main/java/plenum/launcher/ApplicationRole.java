package plenum.launcher;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The application's role in the embedded database. It owns the application's database and everything in it, and is no superuser, so that
 * SQL injected into the application can neither read files nor start programs. It may create the extensions that PostgreSQL trusts owners
 * with (btree_gist, pg_trgm, unaccent).
 */
final class ApplicationRole {
    static final String NAME = "plenum_app";

    /** Whatever somebody made as superuser in the application's database, as it was before there was this role; extensions keep theirs. */
    private static final String FOREIGN_OBJECTS = """
            WITH mine AS (SELECT oid FROM pg_roles WHERE rolname = '%1$s'),
                 ours AS (SELECT oid, nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'),
                 extended AS (SELECT classid, objid FROM pg_depend WHERE deptype = 'e')
            SELECT format('ALTER SCHEMA %%I OWNER TO %1$s', nspname)
              FROM ours WHERE oid NOT IN (SELECT oid FROM pg_namespace WHERE nspowner IN (SELECT oid FROM mine))
            UNION ALL
            SELECT format('ALTER %%s %%I.%%I OWNER TO %1$s',
                          CASE relkind WHEN 'S' THEN 'SEQUENCE' WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'TABLE' END,
                          ours.nspname, relname)
              FROM pg_class c JOIN ours ON relnamespace = ours.oid
             WHERE relkind IN ('r', 'p', 'v', 'm', 'S') AND relowner NOT IN (SELECT oid FROM mine)
               AND ('pg_class'::regclass, c.oid) NOT IN (SELECT classid, objid FROM extended)
               -- those of identity columns go with their tables
               AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype IN ('a', 'i') AND c.relkind = 'S')
            UNION ALL
            SELECT format('ALTER ROUTINE %%s OWNER TO %1$s', p.oid::regprocedure)
              FROM pg_proc p JOIN ours ON pronamespace = ours.oid
             WHERE proowner NOT IN (SELECT oid FROM mine) AND ('pg_proc'::regclass, p.oid) NOT IN (SELECT classid, objid FROM extended)
            UNION ALL
            SELECT format('ALTER TYPE %%I.%%I OWNER TO %1$s', ours.nspname, typname)
              FROM pg_type t JOIN ours ON typnamespace = ours.oid
             WHERE typtype IN ('d', 'e', 'r') AND typowner NOT IN (SELECT oid FROM mine)
               AND ('pg_type'::regclass, t.oid) NOT IN (SELECT classid, objid FROM extended)
            """.formatted(NAME);

    private ApplicationRole() {}

    /**
     * Makes the role and its database where they are missing; what else is different afterwards is only the password.
     *
     * @param connection of a superuser, to any database
     * @param password letters, digits, minus and underscore
     */
    static void prepare(Connection connection, String password, String database) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!exists(statement, "SELECT FROM pg_roles WHERE rolname = '" + NAME + "'")) {
                statement.execute("CREATE ROLE " + NAME);
            }
            statement.execute("ALTER ROLE " + NAME
                    + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD '" + password
                    + "'");
            if (!exists(statement, "SELECT FROM pg_database WHERE datname = '" + database + "'")) {
                statement.execute("CREATE DATABASE " + database);
            }
            statement.execute("ALTER DATABASE " + database + " OWNER TO " + NAME);
        }
    }

    /** @param connection of a superuser, to the application's database */
    static void ownEverything(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            List<String> commands = new ArrayList<>();
            try (ResultSet found = statement.executeQuery(FOREIGN_OBJECTS)) {
                while (found.next()) {
                    commands.add(found.getString(1));
                }
            }
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            return found.next();
        }
    }
}
