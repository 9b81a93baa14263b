package plenum.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.drive.DriveAddresses.address;
import static plenum.drive.DriveAddresses.awaitDescribed;
import static plenum.drive.DriveAddresses.hash;
import static plenum.drive.DriveAddresses.link;
import static plenum.drive.DriveAddresses.share;
import static plenum.drive.DriveAddresses.shareTicket;
import static plenum.drive.DriveAddresses.ticket;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.drive.FileTickets.Use;
import plenum.it.Deployments;

/** Files by HTTP: how they come in and go out, and who gets what under each address. */
@Tag("drive")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DriveAccessIT {
    private static final byte[] NOTHING = {};
    private static final byte[] TEXT = "Guten Tag\n".repeat(1000).getBytes(StandardCharsets.UTF_8);

    private DriveClient ada;
    private String drive;

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.application();
    }

    @BeforeEach
    void signIn() {
        DriveClient.execute("delete from account where email like '%@drive.example'");
        DriveClient.execute("delete from account_group where name = 'Vorstand der Ablage'");
        ada = DriveClient.signedIn("ada@drive.example", "USER");
        assertThat(ada.get("/drive").statusCode()).isEqualTo(200);
        drive = DriveClient.drive("ada@drive.example");
    }

    @Test
    void anUploadGoesOnWhereItBrokeOff() {
        byte[] bytes = new byte[500_000];
        new Random(1).nextBytes(bytes);
        String upload = DriveClient.json(ada.begin(drive, "", "Ordner/innen/a.bin", bytes.length))
                .get("id")
                .asText();
        assertThat(offset(ada.piece(upload, 0, Arrays.copyOf(bytes, 200_000)))).isEqualTo(200_000);
        HttpResponse<byte[]> wrong = ada.piece(upload, 100_000, Arrays.copyOf(bytes, 10));
        assertThat(wrong.statusCode()).isEqualTo(409);
        assertThat(offset(wrong)).isEqualTo(200_000);
        assertThat(offset(ada.send("HEAD", "/uploads/" + upload, NOTHING))).isEqualTo(200_000);
        assertThat(new String(ada.get("/uploads").body(), StandardCharsets.UTF_8))
                .contains(upload, "a.bin");
        HttpResponse<byte[]> last = ada.piece(upload, 200_000, Arrays.copyOfRange(bytes, 200_000, bytes.length));
        assertThat(last.headers().firstValue("Upload-Complete")).contains("?1");
        UUID item = UUID.fromString(DriveClient.json(last).get("item").asText());
        assertThat(ada.get(address(item, Use.DOWNLOAD)).body()).isEqualTo(bytes);
        assertThat(DriveClient.ask("select count(*) from drive_item where folder and name in ('Ordner', 'innen')"))
                .isEqualTo("2");
        assertThat(DriveClient.ask("select used from drive where id = '" + drive + "'"))
                .isEqualTo("500000");
    }

    @Test
    void whatDoesNotFitIsNotBegun() {
        DriveClient.execute("update drive set quota = 1000 where id = '" + drive + "'");
        assertThat(ada.begin(drive, "", "a", 1001).statusCode()).isEqualTo(507);
        assertThat(ada.begin(drive, "", "a", 600).statusCode()).isEqualTo(201);
        assertThat(ada.begin(drive, "", "b", 600).statusCode())
                .as("room is reserved")
                .isEqualTo(507);
        assertThat(ada.begin(drive, "", "..", 1).statusCode()).isEqualTo(400);
        assertThat(ada.begin(drive, "", "a", -1).statusCode()).isEqualTo(507);
    }

    @Test
    void rangesAndTagsAreHeeded() {
        UUID item = ada.upload(drive, "", "a.txt", TEXT);
        String address = address(item, Use.DOWNLOAD);
        HttpResponse<byte[]> whole = ada.get(address);
        String tag = whole.headers().firstValue("ETag").orElseThrow();
        assertThat(whole.body()).isEqualTo(TEXT);
        HttpResponse<byte[]> part = ada.get(address, "Range", "bytes=10-19");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 10-19/" + TEXT.length);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(TEXT, 10, 20));
        assertThat(ada.get(address, "Range", "bytes=10-19", "If-Range", "\"other\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(ada.get(address, "Range", "bytes=99999-").statusCode()).isEqualTo(416);
        assertThat(ada.get(address, "If-None-Match", tag).statusCode()).isEqualTo(304);
        HttpResponse<byte[]> head = ada.send("HEAD", address, NOTHING);
        assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(TEXT.length);
    }

    @Test
    void nothingOfAHostileFileRuns() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("a.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>");
        files.put("a.html", "<!DOCTYPE html><script>alert(1)</script>");
        files.put("a.png", "<html><script>alert(1)</script>");
        files.put("a.gif", "GIF89a/*<script>alert(1)</script>*/=1;");
        files.put("a.js", "alert(1)");
        files.put("a.xhtml", "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>");
        files.put("\u202efdp.exe", "MZ");
        files.put("../../../etc/pass\0wd", "x");
        files.put("x".repeat(300) + ".txt", "x");
        for (Map.Entry<String, String> file : files.entrySet()) {
            UUID item = ada.upload(drive, "", file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
            awaitDescribed(item);
            HttpResponse<byte[]> answer = ada.get(address(item, Use.INLINE));
            assertThat(answer.statusCode()).as(file.getKey()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .as(file.getKey())
                    .isIn("text/plain;charset=utf-8", "application/octet-stream", "image/gif");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().allValues("Content-Security-Policy"))
                    .singleElement()
                    .asString()
                    .contains("sandbox")
                    .contains("default-src 'none'")
                    .doesNotContain("allow-scripts");
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                    .doesNotContain("/", "\\", "\0", "\u202e");
        }
        assertThat(DriveClient.ask("select count(*) from drive_item where name like '%/%' or name like '%\u202e%'"))
                .isEqualTo("0");
    }

    /** Every address, for everybody, in each state. */
    @Test
    void everybodyGetsWhatIsTheirsUnderEachAddress() {
        DriveClient bob = DriveClient.signedIn("bob@drive.example", "USER");
        DriveClient carol = DriveClient.signedIn("carol@drive.example", "USER");
        DriveClient admin = DriveClient.signedIn("admin@drive.example", "ADMIN");
        String group = UUID.randomUUID().toString();
        DriveClient.execute("insert into account_group values ('" + group + "', 'Vorstand der Ablage')");
        DriveClient.execute("insert into account_group_member values ('" + DriveClient.account("carol@drive.example")
                + "', '" + group + "')");
        UUID secret = ada.upload(drive, "", "geheim.txt", TEXT);
        UUID shared = ada.upload(drive, "", "Ordner/gemeinsam.txt", TEXT);
        String folder = DriveClient.ask("select parent_id from drive_item where id = '" + shared + "'");
        share(folder, "email", "'bob@drive.example'");
        share(folder, "group_id", "'" + group + "'");
        String link = link(folder, "null", "null");
        String expired = link(folder, "now() - interval '1 second'", "null");
        String locked = link(folder, "null", "'argon2id$1$x$y'");
        UUID linkId = UUID.fromString(
                DriveClient.ask("select id from drive_share where token_hash = decode('" + hash(link) + "', 'hex')"));
        UUID expiredId = UUID.fromString(DriveClient.ask(
                "select id from drive_share where token_hash = decode('" + hash(expired) + "', 'hex')"));
        String upload = DriveClient.json(ada.begin(drive, "", "halb.bin", 100))
                .get("id")
                .asText();

        Map<String, DriveClient> people = new LinkedHashMap<>();
        people.put("nobody", DriveClient.nobody());
        people.put("guest", DriveClient.withForgedSession());
        people.put("owner", ada);
        people.put("shared", bob);
        people.put("member", carol);
        people.put("admin", admin);
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("GET", "/drive", 302, 302, 200, 200, 200, 200));
        rows.add(new Row("GET", "/drive.xhtml", 302, 302, 200, 200, 200, 200));
        rows.add(new Row("GET", "/drive?folder=" + folder, 302, 302, 200, 200, 200, 404));
        rows.add(new Row("GET", "/drive?folder=" + secret, 302, 302, 404, 404, 404, 404));
        rows.add(new Row("GET", "/uploads", 401, 401, 200, 200, 200, 200));
        rows.add(new Row("HEAD", "/uploads/" + upload, 401, 401, 200, 404, 404, 404));
        rows.add(new Row("PATCH", "/uploads/" + upload, 401, 401, 400, 404, 404, 404));
        rows.add(new Row("GET", "/uploads/nonsense", 401, 401, 404, 404, 404, 404));
        rows.add(new Row("GET", address(secret, Use.DOWNLOAD), 404, 404, 200, 404, 404, 404));
        rows.add(new Row("GET", address(secret, Use.INLINE), 404, 404, 200, 404, 404, 404));
        rows.add(new Row(
                "GET",
                address(secret, Use.DOWNLOAD).replaceFirst("/files/.", "/files/-"),
                404,
                404,
                404,
                404,
                404,
                404));
        rows.add(new Row(
                "GET",
                "/files/" + ticket(secret, Use.DOWNLOAD, false, "ada@drive.example", Duration.ofHours(13)),
                404,
                404,
                404,
                404,
                404,
                404));
        rows.add(new Row(
                "GET",
                "/files/" + ticket(secret, Use.DOWNLOAD, false, "bob@drive.example", Duration.ZERO),
                404,
                404,
                404,
                404,
                404,
                404));
        rows.add(new Row(
                "GET",
                "/files/" + ticket(shared, Use.DOWNLOAD, false, "bob@drive.example", Duration.ZERO),
                404,
                404,
                404,
                200,
                404,
                404));
        rows.add(new Row(
                "GET",
                "/files/" + ticket(shared, Use.DOWNLOAD, false, "carol@drive.example", Duration.ZERO),
                404,
                404,
                404,
                404,
                200,
                404));
        rows.add(new Row(
                "GET",
                "/files/" + ticket(shared, Use.DOWNLOAD, false, "admin@drive.example", Duration.ZERO),
                404,
                404,
                404,
                404,
                404,
                404));
        rows.add(new Row("GET", "/files/" + shareTicket(shared, Use.DOWNLOAD, linkId), 200, 200, 200, 200, 200, 200));
        rows.add(new Row("GET", "/files/" + shareTicket(secret, Use.DOWNLOAD, linkId), 404, 404, 404, 404, 404, 404));
        rows.add(
                new Row("GET", "/files/" + shareTicket(shared, Use.DOWNLOAD, expiredId), 404, 404, 404, 404, 404, 404));
        rows.add(new Row("GET", "/files/", 404, 404, 404, 404, 404, 404));
        rows.add(new Row("GET", "/s/" + link, 200, 200, 200, 200, 200, 200));
        rows.add(new Row("GET", "/s/" + link + "?folder=" + secret, 200, 200, 200, 200, 200, 200));
        rows.add(new Row("GET", "/s/" + locked, 200, 200, 200, 200, 200, 200));
        rows.add(new Row("GET", "/s/" + expired, 404, 404, 404, 404, 404, 404));
        rows.add(new Row("GET", "/s/" + "x".repeat(43), 404, 404, 404, 404, 404, 404));
        rows.add(new Row("GET", "/s/", 404, 404, 404, 404, 404, 404));
        check(rows, people);
        for (String name : List.of("nobody", "shared", "admin")) {
            assertThat(text(people.get(name).get("/s/" + link + "?folder=" + secret)))
                    .doesNotContain("geheim");
            assertThat(text(people.get(name).get("/s/" + locked)))
                    .doesNotContain("gemeinsam")
                    .doesNotContain("Ordner");
        }
        assertThat(bob.begin(drive, folder, "neu.txt", 1).statusCode())
                .as("may only read")
                .isEqualTo(403);
        assertThat(bob.begin(drive, "", "neu.txt", 1).statusCode()).isEqualTo(403);
        DriveClient.execute("update drive_share set may_write = true where email is not null");
        assertThat(bob.begin(drive, folder, "neu.txt", 1).statusCode()).isEqualTo(201);
        assertThat(admin.begin(drive, folder, "neu.txt", 1).statusCode()).isEqualTo(403);

        DriveClient.execute("update drive_item set trashed_at = now(), trash_root = id = '" + folder
                + "' where id in ('" + folder + "', '" + shared + "')");
        check(
                List.of(
                        new Row("GET", "/s/" + link, 404, 404, 404, 404, 404, 404),
                        new Row("GET", "/drive?folder=" + folder, 302, 302, 404, 404, 404, 404),
                        new Row(
                                "GET",
                                "/files/" + shareTicket(shared, Use.DOWNLOAD, linkId),
                                404,
                                404,
                                404,
                                404,
                                404,
                                404),
                        new Row(
                                "GET",
                                "/files/" + ticket(shared, Use.DOWNLOAD, false, "bob@drive.example", Duration.ZERO),
                                404,
                                404,
                                404,
                                404,
                                404,
                                404)),
                people);
        String afterwards = address(secret, Use.DOWNLOAD);
        DriveClient.execute("delete from account where email = 'ada@drive.example'");
        check(
                List.of(
                        new Row("GET", afterwards, 404, 404, 404, 404, 404, 404),
                        new Row("GET", "/s/" + link, 404, 404, 404, 404, 404, 404),
                        new Row("GET", "/uploads", 401, 401, 401, 200, 200, 200)),
                people);
    }

    /** Statuses for nobody, a guest, the owner, somebody it is shared with, a member of a group it is shared with, an admin. */
    private record Row(String method, String path, int... statuses) {}

    private static void check(List<Row> rows, Map<String, DriveClient> people) {
        for (Row row : rows) {
            int at = 0;
            for (Map.Entry<String, DriveClient> person : people.entrySet()) {
                HttpResponse<byte[]> answer = person.getValue().send(row.method(), row.path(), NOTHING);
                assertThat(answer.statusCode())
                        .as(row.method() + " " + row.path() + " as " + person.getKey())
                        .isEqualTo(row.statuses()[at++]);
            }
        }
    }

    private static long offset(HttpResponse<byte[]> answer) {
        return answer.headers().firstValueAsLong("Upload-Offset").orElseThrow();
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
