package plenum.bench.calendar;

import java.sql.SQLException;
import plenum.bench.signaling.PlenumDatabase;
import plenum.bench.signaling.PlenumDatabase.SignedIn;

/** People who plan all of their days, written into the database of a Plenum that runs. */
final class FullCalendars {
    /** In a group, so that all are invited by its name. */
    private static final String PEOPLE = """
        with g as (insert into account_group (id, name) values (gen_random_uuid(), 'Everybody of the bench') returning id),
        a as (insert into account (id, email, name, role, state, language, zone, muted, camera_off, created_at)
            select gen_random_uuid(), 'person' || n || '@bench.example', 'Person ' || n, 'USER', 'ACTIVE', 'de', 'Europe/Berlin', false, false, now()
            from generate_series(1, %d) n returning id),
        m as (insert into account_group_member (account_id, group_id) select a.id, g.id from a, g)
        insert into calendar (id, account_id, name, colour, created_at) select gen_random_uuid(), id, 'Work', 'BLUE', now() from a\
        """;

    /** Each of these days has single events all day long but for one hour that all have free, at another time each day. */
    private static final String SINGLE = """
        insert into calendar_event (id, calendar_id, uid, title, description, place, busy, hidden, reminders, local_start, length_seconds, zone, whole_days,
            except_starts, starts_at, ends_at, sequence, changed_at)
        select id, calendar, id::text, 'Event ' || slot, '', '', true, false, '{}', at, 3600, 'Europe/Berlin', false, '{}',
            at at time zone 'Europe/Berlin', (at + interval '1 hour') at time zone 'Europe/Berlin', 0, now()
        from (select gen_random_uuid() as id, c.id as calendar, slot, date_trunc('day', now()) + day * interval '1 day' + slot * interval '1 hour' as at
            from calendar c join account a on a.id = c.account_id, generate_series(1, %d) day, generate_series(8, 17) slot
            where a.email like '%%@bench.example' and slot <> 9 + day %% 8) made\
        """;

    /** And series in the evening. */
    private static final String SERIES = """
        insert into calendar_event (id, calendar_id, uid, title, description, place, busy, hidden, reminders, local_start, length_seconds, zone, whole_days,
            rule, except_starts, starts_at, ends_at, sequence, changed_at)
        select id, calendar, id::text, 'Series ' || n, '', '', true, false, '{}', at, 1800, 'Europe/Berlin', false, 'FREQ=WEEKLY;BYDAY=MO,WE,FR', '{}',
            at at time zone 'Europe/Berlin', null, 0, now()
        from (select gen_random_uuid() as id, c.id as calendar, n, date_trunc('day', now()) - interval '100 days' + (18 + n) * interval '1 hour' as at
            from calendar c join account a on a.id = c.account_id, generate_series(1, 3) n where a.email like '%@bench.example') made\
        """;

    /** A month of somebody whose calendar nobody can read any more. */
    private static final String MONTH = """
        insert into calendar_event (id, calendar_id, uid, title, description, place, busy, hidden, reminders, local_start, length_seconds, zone, whole_days,
            except_starts, starts_at, ends_at, sequence, changed_at)
        select id, calendar, id::text, 'Event ' || n, '', 'Room ' || n %% 7, true, false, '{600}', at, 1800, 'Europe/Berlin', false, '{}',
            at at time zone 'Europe/Berlin', (at + interval '30 minutes') at time zone 'Europe/Berlin', 0, now()
        from (select gen_random_uuid() as id, c.id as calendar, n,
                date_trunc('month', now()) + (n %% 28) * interval '1 day' + (6 + n / 28 %% 16) * interval '1 hour' as at
            from calendar c, generate_series(1, %2$d) n where c.account_id = '%1$s') made\
        """;

    private FullCalendars() {}

    /** @return the cookie of whoever plans with all of them, and has so many events in this month */
    static String fill(PlenumDatabase database, int people, int days, int events) throws SQLException {
        database.execute(PEOPLE.formatted(people));
        database.execute(SINGLE.formatted(days));
        database.execute(SERIES);
        SignedIn planner = database.signIn("planner@bench.test", "ADMIN");
        database.execute(
                "insert into calendar (id, account_id, name, colour, created_at) values (gen_random_uuid(), ?, 'Mine', 'TEAL', now())",
                planner.account());
        database.execute(MONTH.formatted(planner.account(), events));
        database.execute("vacuum analyze"); // as the database does by itself, some minutes later
        return planner.cookie();
    }
}
