package plenum.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.it.Deployments;
import plenum.it.SqlForTests;
import plenum.platform.SecretToken;

/** A file of a drive that is attached to an event: whoever is invited opens it, and nobody else. */
@Tag("drive")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class EventFilesIT {
    private static final byte[] TEXT = "Tagesordnung\n".getBytes(StandardCharsets.UTF_8);
    private static final String TOKEN = "A".repeat(43);

    private DriveClient ada;
    private UUID file;
    private UUID other;
    private UUID event;
    private UUID calendar;

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.application();
    }

    @BeforeEach
    void attach() {
        SqlForTests.execute("delete from account where email like '%@files.example'");
        ada = DriveClient.signedIn("ada@files.example", "USER");
        assertThat(ada.get("/drive").statusCode()).isEqualTo(200);
        String drive = DriveClient.drive("ada@files.example");
        file = ada.upload(drive, "", "agenda.txt", TEXT);
        other = ada.upload(drive, "", "secret.txt", TEXT);
        event = UUID.randomUUID();
        calendar = UUID.randomUUID();
        SqlForTests.execute("""
            insert into calendar (id, account_id, name, colour, created_at) select '%1$s', id, 'Work', 'BLUE', now() from account where email = 'ada@files.example';
            insert into calendar_event (id, calendar_id, uid, title, description, place, busy, hidden, reminders, local_start, length_seconds, zone, whole_days,
                except_starts, starts_at, ends_at, sequence, changed_at)
            values ('%2$s', '%1$s', '%2$s', 'Board', '', '', true, false, '{}', '2026-12-07 09:00', 3600, 'Europe/Berlin', false, '{}', '2026-12-07 08:00Z',
                '2026-12-07 09:00Z', 0, now());
            insert into calendar_guest (event_id, email, name, needed, answer)
            values ('%2$s', 'bob@files.example', 'Bob', true, 'NONE'), ('%2$s', 'grace@outside.example', 'Grace', true, 'NONE');
            insert into calendar_answer_link (token_hash, event_id, email) values (decode('%3$s', 'hex'), '%2$s', 'grace@outside.example');
            insert into calendar_attachment (event_id, item_id, account_id, name) select '%2$s', '%4$s', id, 'agenda.txt' from account where email = 'ada@files.example'\
            """.formatted(calendar, event, HexFormat.of().formatHex(SecretToken.hash(TOKEN)), file));
    }

    private String address(UUID item) {
        return "/calendar/attachment?event=" + event + "&file=" + item;
    }

    private int post(String token, UUID item) {
        return DriveClient.nobody()
                .send(
                        "POST",
                        "/answer/attachment",
                        ("token=" + token + "&file=" + item).getBytes(StandardCharsets.US_ASCII),
                        "Content-Type",
                        "application/x-www-form-urlencoded")
                .statusCode();
    }

    private static DriveClient person(String name, String role) {
        return DriveClient.signedIn(name + "@files.example", role);
    }

    private void share(String email, String access) {
        SqlForTests.execute("insert into calendar_share (id, calendar_id, email, access) values (gen_random_uuid(), '"
                + calendar + "', '" + email + "@files.example', '" + access + "')");
    }

    @Test
    void whoeverIsInvitedOrReadsTheCalendarOpensIt() {
        share("carol", "READ");
        for (DriveClient reader : new DriveClient[] {ada, person("bob", "USER"), person("carol", "USER")}) {
            var answer = reader.get(address(file));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(TEXT);
            assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment")
                    .contains("agenda.txt");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("sandbox");
            // what is not attached stays closed
            assertThat(reader.get(address(other)).statusCode()).isEqualTo(404);
        }
        assertThat(post(TOKEN, file)).isEqualTo(200);
        assertThat(post(TOKEN, other)).isEqualTo(404);
    }

    @Test
    void nobodyElseOpensIt() {
        share("dave", "BUSY");
        for (DriveClient stranger : new DriveClient[] {
            person("dave", "USER"), person("eve", "USER"), person("root", "ADMIN"), person("ext", "EXTERNAL")
        }) {
            assertThat(stranger.get(address(file)).statusCode()).isEqualTo(404);
            assertThat(stranger.get("/calendar/attachment?event=" + UUID.randomUUID() + "&file=" + file)
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(DriveClient.nobody().get(address(file)).statusCode()).isEqualTo(302);
        assertThat(DriveClient.withForgedSession().get(address(file)).statusCode())
                .isEqualTo(302);
        assertThat(post("B".repeat(43), file)).isEqualTo(404);
        assertThat(post("", file)).isEqualTo(404);
        assertThat(DriveClient.nobody()
                        .get("/answer/attachment?token=" + TOKEN + "&file=" + file)
                        .statusCode())
                .as("a secret in an address")
                .isEqualTo(404);
        assertThat(DriveClient.nobody().get("/files/attached").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsTakenBackIsGoneAtOnce() {
        DriveClient bob = person("bob", "USER");
        assertThat(bob.get(address(file)).statusCode()).isEqualTo(200);
        SqlForTests.execute("update calendar_event set hidden = true where id = '" + event + "'");
        share("carol", "READ");
        assertThat(person("carol", "USER").get(address(file)).statusCode()).isEqualTo(404);
        SqlForTests.execute("delete from calendar_guest where event_id = '" + event + "'");
        assertThat(bob.get(address(file)).statusCode()).isEqualTo(404);
        assertThat(post(TOKEN, file)).isEqualTo(404);
        assertThat(ada.get(address(file)).statusCode()).isEqualTo(200);
        SqlForTests.execute("update drive_item set trashed_at = now() where id = '" + file + "'");
        assertThat(ada.get(address(file)).statusCode()).isEqualTo(404);
    }
}
