package plenum.e2e;

import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import plenum.platform.SecretToken;

/** Accounts that are there without a mail having been answered, and time that has passed: both come from the database. */
final class DrivePeople {
    private static final int PORT_LINE = 3;

    private static final AtomicInteger PLACES = new AtomicInteger();

    private final PlenumProcess plenum;
    private final String place = "place" + PLACES.incrementAndGet();

    DrivePeople(PlenumProcess plenum) {
        this.plenum = plenum;
    }

    /** A word that is in the names of nothing else. */
    String place() {
        return place;
    }

    /** Of all addresses here, and of no other journey's. */
    String domain() {
        return place + ".example";
    }

    /** Of somebody here, whether they have an account or not. */
    String address(String name) {
        return name.toLowerCase(Locale.ROOT) + "@" + domain();
    }

    /** As a part of a statement: the account of somebody here. */
    String account(String name) {
        return "(select id from account where email = '" + address(name) + "')";
    }

    /** With an account of their name's address. */
    Person signedIn(Person person) {
        return signedIn(person, address(person.name()));
    }

    Person signedIn(Person person, String email) {
        return signedIn(person, email, Locale.ENGLISH);
    }

    Person signedIn(Person person, String email, Locale language) {
        String token = (UUID.randomUUID().toString() + UUID.randomUUID())
                .replace("-", "")
                .substring(0, 43);
        execute("""
            with a as (insert into account (id, email, name, role, state, language, zone, muted, camera_off, created_at)
                values (gen_random_uuid(), '%s', '%s', 'USER', 'ACTIVE', '%s', 'Europe/Berlin', false, false, now())
                on conflict (email) do update set name = excluded.name, language = excluded.language returning id)
            insert into account_session (id, token_hash, account_id, device, created_at, seen_at, confirmed_at)
            select gen_random_uuid(), decode('%s', 'hex'), id, 'a journey', now(), now(), now() from a\
            """.formatted(
                email, person.name(), language.getLanguage(), HexFormat.of().formatHex(SecretToken.hash(token))));
        person.page()
                .context()
                .addCookies(List.of(
                        new Cookie("plenum-session", token).setUrl(plenum.url().toString())));
        return person;
    }

    void execute(String sql) {
        with(sql, statement -> statement.execute(sql));
    }

    /** The time of a job that is repeated has come. */
    void isDue(String job) {
        execute("update job set execution_time = now() where task_name = '" + job + "' and not picked");
    }

    /** The first column of the first row, as text. */
    String ask(String sql) {
        return with(sql, statement -> {
            try (ResultSet rows = statement.executeQuery(sql)) {
                return rows.next() ? String.valueOf(rows.getString(1)) : "";
            }
        });
    }

    private interface Use<T> {
        T of(Statement statement) throws SQLException;
    }

    private <T> T with(String sql, Use<T> use) {
        Path folder = plenum.data().resolve("postgresql");
        try {
            String port = Files.readAllLines(folder.resolve("data/postmaster.pid"))
                    .get(PORT_LINE)
                    .strip();
            String password =
                    Files.readString(folder.resolve("application-password")).strip();
            try (Connection connection = DriverManager.getConnection(
                            "jdbc:postgresql://127.0.0.1:" + port + "/plenum", "plenum_app", password);
                    Statement statement = connection.createStatement()) {
                return use.of(statement);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
