package plenum.drive;

import static org.awaitility.Awaitility.await;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import plenum.drive.FileTickets.Use;
import plenum.it.SqlForTests;
import plenum.platform.SecretToken;
import plenum.platform.SettingsReader;

/** Addresses of files and links as the server makes them, and shares that somebody has made. */
final class DriveAddresses {
    private DriveAddresses() {}

    static void share(String item, String column, String value) {
        SqlForTests.execute("""
            insert into drive_share (id, item_id, made_by, made_at, %s)
            select gen_random_uuid(), '%s', d.account_id, now(), %s from drive_item i join drive d on d.id = i.drive_id where i.id = '%2$s'\
            """.formatted(column, item, value));
    }

    static String link(String item, String until, String password) {
        String token = SecretToken.draw(new SecureRandom()).text();
        SqlForTests.execute("""
            insert into drive_share (id, item_id, made_by, made_at, token_hash, expires_at, password_hash)
            select gen_random_uuid(), '%s', d.account_id, now(), decode('%s', 'hex'), %s, %s
            from drive_item i join drive d on d.id = i.drive_id where i.id = '%1$s'\
            """.formatted(item, hash(token), until, password));
        return token;
    }

    static String hash(String token) {
        return HexFormat.of().formatHex(SecretToken.hash(token));
    }

    /** For {@code ada@drive.example}. */
    static String address(UUID item, Use use) {
        return "/files/" + ticket(item, use, false, "ada@drive.example", Duration.ZERO) + "/name";
    }

    static String ticket(UUID item, Use use, boolean share, String holder, Duration age) {
        return tickets(age).issue(item, 0, use, share, DriveClient.account(holder));
    }

    static String shareTicket(UUID item, Use use, UUID share) {
        return tickets(Duration.ZERO).issue(item, 0, use, true, share);
    }

    /** As the server makes them; its secret is in {@code arquillian.xml}. */
    private static FileTickets tickets(Duration age) {
        FileTickets tickets = new FileTickets();
        tickets.settings = new SettingsReader(
                        name -> name.equals("PLENUM_SECRET") ? Optional.of("only-of-these-tests") : Optional.empty(),
                        "node")
                .read();
        tickets.random = new SecureRandom();
        tickets.clock = () -> Instant.now().minus(age);
        tickets.makeKey();
        return tickets;
    }

    static void awaitDescribed(UUID item) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> SqlForTests.ask("select words is not null from drive_item where id = '" + item + "'")
                                .equals("t")
                        && SqlForTests.ask(
                                        "select count(*) from job where task_name = 'drive-describe' and task_instance"
                                                + " = '"
                                                + item + "'")
                                .equals("0"));
    }
}
