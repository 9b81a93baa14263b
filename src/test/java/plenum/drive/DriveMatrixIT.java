package plenum.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.drive.DriveAddresses.awaitDescribed;
import static plenum.drive.DriveAddresses.hash;
import static plenum.drive.DriveAddresses.link;
import static plenum.drive.DriveAddresses.share;
import static plenum.drive.DriveAddresses.shareTicket;
import static plenum.drive.DriveAddresses.ticket;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
import plenum.it.SqlForTests;

/** Every address of drives and shares, for everybody, in each state: who gets what. */
@Tag("drive")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DriveMatrixIT {
    private static final byte[] NOTHING = {};
    private static final byte[] DOT = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    /** The hash of none. */
    private static final String NO_PASSWORD =
            "argon2id$m=256,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private static final Pattern MAPPING = Pattern.compile("urlPatterns = (\\{[^}]*}|\"[^\"]*\")");
    private static final Pattern ADDRESS = Pattern.compile("\"(/[^\"]*)\"");

    private final Map<String, DriveClient> people = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private String drive;
    private UUID secret;
    private UUID shared;
    private String folder;

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.application();
    }

    @BeforeEach
    void put() {
        SqlForTests.execute("delete from account where email like '%@drive.example'");
        SqlForTests.execute("delete from account_group where name = 'Vorstand der Ablage'");
        people.put("nobody", DriveClient.nobody());
        people.put("guest", DriveClient.withForgedSession());
        for (String name : List.of("ada", "bob", "carol")) {
            people.put(name, DriveClient.signedIn(name + "@drive.example", "USER"));
        }
        people.put("admin", DriveClient.signedIn("admin@drive.example", "ADMIN"));
        assertThat(ada().get("/drive").statusCode()).isEqualTo(200);
        drive = DriveClient.drive("ada@drive.example");
        secret = ada().upload(drive, "", "geheim.png", DOT);
        shared = ada().upload(drive, "", "Ordner/gemeinsam.png", DOT);
        awaitDescribed(secret);
        awaitDescribed(shared);
        folder = SqlForTests.ask("select parent_id from drive_item where id = '" + shared + "'");
        UUID group = UUID.randomUUID();
        SqlForTests.execute("insert into account_group values ('" + group + "', 'Vorstand der Ablage')");
        SqlForTests.execute("insert into account_group_member values ('" + DriveClient.account("carol@drive.example")
                + "', '" + group + "')");
        share(folder, "email", "'bob@drive.example'");
        share(folder, "group_id", "'" + group + "'");
    }

    private DriveClient ada() {
        return people.get("ada");
    }

    /** A ticket serves its holder, for a time, what they may read. */
    @Test
    void aTicketServesItsHolderAlone() {
        for (UUID item : List.of(secret, shared)) {
            for (String holder : List.of("ada", "bob", "carol", "admin")) {
                boolean reads = holder.equals("ada") || item.equals(shared) && !holder.equals("admin");
                ticketsOf(item, holder, reads);
            }
        }
    }

    private void ticketsOf(UUID item, String holder, boolean reads) {
        String account = holder + "@drive.example";
        for (Use use : Use.values()) {
            String fresh = ticket(item, use, false, account, Duration.ZERO);
            people.keySet()
                    .forEach(person -> asserted(
                            "GET", "/files/" + fresh + "/name", person, reads && person.equals(holder) ? 200 : 404));
            String old = ticket(item, use, false, account, Duration.ofHours(13));
            for (String broken :
                    List.of(old, changed(fresh, 0), changed(fresh, 60), changed(fresh, fresh.length() - 2))) {
                people.keySet().forEach(person -> asserted("GET", "/files/" + broken + "/name", person, 404));
            }
        }
    }

    /** A link shows everybody what is in its folder, as long as it holds, and nothing else. */
    @Test
    void aLinkShowsItsFolderAndNothingElse() {
        Map<String, String> links = new LinkedHashMap<>();
        links.put("open", link(folder, "null", "null"));
        links.put("over", link(folder, "now() - interval '1 second'", "null"));
        links.put("locked", link(folder, "null", "'" + NO_PASSWORD + "'"));
        links.put("to look at", link(folder, "null", "null"));
        links.put("revoked", link(folder, "null", "null"));
        SqlForTests.execute(
                "update drive_share set may_download = false where id = '" + id(links.get("to look at")) + "'");
        Map<String, UUID> ids = new LinkedHashMap<>();
        links.forEach((name, token) -> ids.put(name, id(token)));
        SqlForTests.execute("delete from drive_share where id = '" + ids.get("revoked") + "'");
        for (String person : people.keySet()) {
            links.forEach((name, token) -> {
                boolean holds = !List.of("over", "revoked").contains(name);
                String page = "/s/" + token;
                String seen = asserted("GET", page, person, holds ? 200 : 404);
                assertThat(seen.contains("gemeinsam")).as(name).isEqualTo(holds && !name.equals("locked"));
                assertThat(asserted("GET", page + "?folder=" + secret, person, holds ? 200 : 404))
                        .doesNotContain("geheim");
                asserted("POST", page, person, holds ? 200 : 404);
                for (Use use : Use.values()) {
                    boolean given = holds && !(name.equals("to look at") && use == Use.DOWNLOAD);
                    asserted("GET", "/files/" + shareTicket(shared, use, ids.get(name)), person, given ? 200 : 404);
                    asserted("GET", "/files/" + shareTicket(secret, use, ids.get(name)), person, 404);
                }
            });
            asserted("GET", "/s/" + "x".repeat(43), person, 404);
            asserted("GET", "/s/", person, 404);
        }
    }

    @Test
    void pagesAndUploadsAreOfWhoeverOwnsThem() throws IOException {
        String upload = DriveClient.json(ada().begin(drive, "", "halb.bin", 100))
                .get("id")
                .asText();
        row("GET", "/drive", 302, 302, 200, 200, 200, 200);
        row("GET", "/drive.xhtml", 302, 302, 200, 200, 200, 200);
        row("GET", "/drive?folder=" + folder, 302, 302, 200, 200, 200, 404);
        row("GET", "/drive?folder=" + secret, 302, 302, 404, 404, 404, 404);
        // who asks for a drive of others is shown their own
        row("GET", "/drive?drive=" + drive, 302, 302, 200, 200, 200, 200);
        row("GET", "/drive?drive=" + drive + "&view=trash", 302, 302, 200, 200, 200, 200);
        for (String view : List.of("", "&view=trash", "&q=geheim")) {
            for (String person : List.of("bob", "carol", "admin")) {
                assertThat(asserted("GET", "/drive?drive=" + drive + view, person, 200))
                        .doesNotContain("geheim.png")
                        .doesNotContain("data-drive=\"" + drive);
            }
        }
        row("GET", "/files/pictures", 401, 401, 200, 200, 200, 200);
        row("GET", "/files/", 404, 404, 404, 404, 404, 404);
        row("POST", "/files/x", 405, 405, 405, 405, 405, 405);
        row("GET", "/uploads", 401, 401, 200, 200, 200, 200);
        row("POST", "/uploads", 401, 401, 400, 400, 400, 400);
        row("PUT", "/uploads", 401, 401, 405, 405, 405, 405);
        row("HEAD", "/uploads/" + upload, 401, 401, 200, 404, 404, 404);
        row("PATCH", "/uploads/" + upload, 401, 401, 400, 404, 404, 404);
        row("GET", "/uploads/nonsense", 401, 401, 404, 404, 404, 404);
        row("GET", "/s/nonsense", 404, 404, 404, 404, 404, 404);
        begins("", 401, 401, 201, 403, 403, 403);
        begins(folder, 401, 401, 201, 403, 403, 403);
        SqlForTests.execute("update drive_share set may_write = true where email is not null");
        begins(folder, 401, 401, 201, 201, 403, 403);
        begins("", 401, 401, 201, 403, 403, 403);
        begins(secret.toString(), 401, 401, 403, 403, 403, 403);
        for (String person : List.of("nobody", "guest", "bob", "carol", "admin", "ada")) {
            int status = person.equals("ada") ? 204 : List.of("nobody", "guest").contains(person) ? 401 : 404;
            asserted("DELETE", "/uploads/" + upload, person, status);
        }
        for (String mapping : mappings()) {
            String beginning = mapping.replace("*", "");
            assertThat(asked).as("somebody asked for %s", mapping).anyMatch(path -> path.startsWith(beginning));
        }
    }

    @Test
    void whatIsThrownAwayOrWhoseOwnerLeftIsGoneForOthers() {
        String link = link(folder, "null", "null");
        String byLink = "/files/" + shareTicket(shared, Use.DOWNLOAD, id(link));
        String toBob = "/files/" + ticket(shared, Use.DOWNLOAD, false, "bob@drive.example", Duration.ZERO);
        String toAda = "/files/" + ticket(shared, Use.DOWNLOAD, false, "ada@drive.example", Duration.ZERO);
        row("GET", "/s/" + link, 200, 200, 200, 200, 200, 200);
        row("GET", byLink, 200, 200, 200, 200, 200, 200);
        row("GET", toBob, 404, 404, 404, 200, 404, 404);
        SqlForTests.execute("update drive_item set trashed_at = now(), trash_root = id = '" + folder
                + "' where id in ('" + folder + "', '" + shared + "')");
        row("GET", "/s/" + link, 404, 404, 404, 404, 404, 404);
        row("GET", "/drive?folder=" + folder, 302, 302, 404, 404, 404, 404);
        row("GET", byLink, 404, 404, 404, 404, 404, 404);
        row("GET", toBob, 404, 404, 404, 404, 404, 404);
        row("GET", toAda, 404, 404, 200, 404, 404, 404);
        SqlForTests.execute("delete from account where email = 'ada@drive.example'");
        row("GET", toAda, 404, 404, 404, 404, 404, 404);
        row("GET", "/s/" + link, 404, 404, 404, 404, 404, 404);
        row("GET", "/drive", 302, 302, 302, 200, 200, 200);
        row("GET", "/uploads", 401, 401, 401, 200, 200, 200);
    }

    /** Statuses for nobody, somebody with a forged session, the owner, somebody it is shared with, a member of a group it is shared with, an admin. */
    private void row(String method, String path, int... statuses) {
        int at = 0;
        for (String person : people.keySet()) {
            asserted(method, path, person, statuses[at++]);
        }
    }

    private String asserted(String method, String path, String person, int status) {
        asked.add(path);
        HttpResponse<byte[]> answer = people.get(person).send(method, path, NOTHING);
        assertThat(answer.statusCode())
                .as(method + " " + path + " as " + person)
                .isEqualTo(status);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private void begins(String into, int... statuses) {
        int at = 0;
        for (Map.Entry<String, DriveClient> person : people.entrySet()) {
            assertThat(person.getValue().begin(drive, into, "neu.txt", 1).statusCode())
                    .as("an upload by " + person.getKey())
                    .isEqualTo(statuses[at++]);
        }
    }

    private static UUID id(String token) {
        return UUID.fromString(
                SqlForTests.ask("select id from drive_share where token_hash = decode('" + hash(token) + "', 'hex')"));
    }

    private static String changed(String ticket, int at) {
        char other = ticket.charAt(at) == 'A' ? 'B' : 'A';
        return ticket.substring(0, at) + other + ticket.substring(at + 1);
    }

    /** Of the servlets of drives. */
    private static List<String> mappings() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/plenum/drive"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                MAPPING.matcher(Files.readString(file)).results().forEach(mapping -> ADDRESS.matcher(mapping.group(1))
                        .results()
                        .forEach(address -> found.add(address.group(1))));
            }
        }
        assertThat(found).contains("/files/*", "/uploads", "/s/*");
        return found;
    }
}
