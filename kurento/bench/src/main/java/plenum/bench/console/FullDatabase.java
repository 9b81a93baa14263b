package plenum.bench.console;

import java.sql.SQLException;
import plenum.bench.signaling.PlenumDatabase;

/** Years of use, written into the database of a Plenum that runs. */
final class FullDatabase {
    /** Names as they are frequent: one word finds some hundred accounts, and another a single one. */
    private static final String ACCOUNTS = """
        insert into account (id, email, name, role, state, language, zone, muted, camera_off, created_at, signed_in_at)
        select gen_random_uuid(), lower(given) || '.' || lower(family) || n || '@' || (array['example.org','example.com','school.example'])[1 + n %% 3],
            given || ' ' || family, case when n %% 50 = 0 then 'EXTERNAL' else 'USER' end, case when n %% 40 = 0 then 'DISABLED' else 'ACTIVE' end,
            'de', 'Europe/Zurich', false, false, now() - n * interval '5 minutes', case when n %% 7 = 0 then null else now() - n * interval '1 minute' end
        from (select n, (array['Ada','Bruno','Chiara','Dirk','Élodie','Fatma','Grace','Hans','Ines','Jürg'])[1 + n %% 10] as given,
            'Family' || (n / 13) as family from generate_series(1, %d) n) made\
        """;

    private static final String LINES = """
        insert into audit (at, actor, actor_name, action, subject, before, after)
        select now() - (%1$d - n) * interval '20 seconds', null, 'Admin ' || (n %% 97),
            (array['USER_INVITE','USER_DISABLE','POLICY_SET','MUTE','REMOVE','ADMIT','PROMOTE','SWITCH_ON','SWITCH_OFF','SPOTLIGHT'])[1 + n %% 10],
            'person' || (n %% 90001) || '@example.org', 'before', 'after'
        from generate_series(1, %1$d) n\
        """;

    private FullDatabase() {}

    /** @return the cookie of an admin */
    static String fill(PlenumDatabase database, int users, int lines) throws SQLException {
        database.execute(ACCOUNTS.formatted(users));
        database.execute(LINES.formatted(lines));
        database.execute("vacuum analyze account");
        database.execute("vacuum analyze audit");
        return database.signIn("bench@example.net", "ADMIN").cookie();
    }
}
