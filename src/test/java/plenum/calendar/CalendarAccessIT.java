package plenum.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.it.Deployments;
import plenum.it.SignedInForTests;
import plenum.it.SqlForTests;
import plenum.platform.SecretToken;

/** Each address of calendars, rooms and polls, asked by everybody there is; and that none is missing here. */
@Tag("calendar")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CalendarAccessIT {
    private static final String SECRET = "x".repeat(43);

    /**
     * Method, path, and the answers for: nobody, the owner of the calendar {@code {c}}, another user, somebody external, an admin, somebody disabled.
     * Addresses with secrets of their own are asked with a wrong one.
     */
    private static final String MATRIX = """
        GET  /calendar                          302 200 200 200 200 302
        GET  /calendar.xhtml                    302 200 200 200 200 302
        GET  /calendar/polls                    302 200 200 200 200 302
        GET  /calendar/polls.xhtml              302 200 200 200 200 302
        GET  /calendar/reminders                302 200 200 200 200 302
        POST /calendar/reminders                303 400 400 400 400 303
        GET  /calendar/export                   302 404 404 404 404 302
        GET  /calendar/export?calendar={c}      302 200 404 404 404 302
        POST /calendar/import?calendar={c}      303 415 404 404 404 303
        GET  /calendar/attachment               302 404 404 404 404 302
        GET  /calendar/attachment?event={c}&file={c} 302 404 404 404 404 302
        GET  /answer                            200 200 200 200 200 200
        GET  /answer.xhtml                      200 200 200 200 200 200
        POST /answer/attachment?token={s}&file={c} 404 404 404 404 404 404
        GET  /date-poll                         200 200 200 200 200 200
        GET  /date-poll.xhtml                   200 200 200 200 200 200
        GET  /date-poll/state                   404 404 404 404 404 404
        POST /date-poll/state                   404 404 404 404 404 404
        GET  /date-poll/free                    405 405 405 405 405 405
        POST /date-poll/free                    404 404 404 404 404 404
        GET  /feed/{s}.ics                      404 404 404 404 404 404
        GET  /feed/                             404 404 404 404 404 404
        GET  /room-display                      200 200 200 200 200 200
        GET  /room-display.xhtml                200 200 200 200 200 200
        GET  /room-display/state                404 404 404 404 404 404
        POST /room-display/state                404 404 404 404 404 404
        GET  /admin/rooms                       302 403 403 403 200 302
        GET  /admin/rooms.xhtml                 302 403 403 403 200 302
        GET  /dav/                              401 401 401 401 401 401
        PROPFIND /dav/                          401 401 401 401 401 401
        PUT  /dav/calendars/{c}/{c}/x.ics       401 401 401 401 401 401
        DELETE /dav/calendars/{c}/{c}/          401 401 401 401 401 401
        GET  /.well-known/caldav                301 301 301 301 301 301
        """;

    private static final List<String> FORMS = List.of("/calendar", "/calendar/polls", "/answer", "/admin/rooms");

    private final HttpClient http = HttpClient.newHttpClient();

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.application();
    }

    @Test
    void eachAddressIsForWhomItIs() throws Exception {
        SignedInForTests owner = SignedInForTests.create("USER", "ACTIVE");
        String calendar = calendarOf(owner);
        List<String> visitors = List.of(
                "",
                owner.cookie(),
                SignedInForTests.create("USER", "ACTIVE").cookie(),
                SignedInForTests.create("EXTERNAL", "ACTIVE").cookie(),
                SignedInForTests.create("ADMIN", "ACTIVE").cookie(),
                SignedInForTests.create("USER", "DISABLED").cookie());
        List<String> answers = new ArrayList<>();
        for (Row row : rows()) {
            List<String> got = new ArrayList<>();
            for (String cookie : visitors) {
                String path = row.path().replace("{c}", calendar).replace("{s}", SECRET);
                got.add(Integer.toString(status(row.method(), path, cookie, "same-origin")));
            }
            answers.add(row.method() + " " + row.path() + " " + String.join(" ", got));
        }
        assertThat(answers)
                .containsExactlyElementsOf(rows().stream()
                        .map(row -> row.method() + " " + row.path() + " " + String.join(" ", row.expected()))
                        .toList());
    }

    @Test
    void noFormIsTakenFromAnotherSite() throws Exception {
        SignedInForTests admin = SignedInForTests.create("ADMIN", "ACTIVE");
        for (String page : FORMS) {
            assertThat(status("POST", page, admin.cookie(), "cross-site"))
                    .as(page)
                    .isEqualTo(403);
            assertThat(status("POST", page, admin.cookie(), "same-site"))
                    .as(page)
                    .isEqualTo(403);
        }
        for (Row row : rows()) {
            if (row.method().equals("POST") && row.path().startsWith("/calendar/")) {
                String path = row.path().replace("{c}", UUID.randomUUID().toString());
                assertThat(status("POST", path, admin.cookie(), "cross-site"))
                        .as(path)
                        .isEqualTo(403);
            }
        }
    }

    /** A servlet or a page that is not in the matrix is somebody's hole. */
    @Test
    void noAddressIsMissing() throws Exception {
        List<String> asked =
                rows().stream().map(row -> row.path().replaceFirst("\\?.*", "")).toList();
        List<String> addresses = new ArrayList<>();
        for (String topic : List.of("calendar", "caldav", "booking")) {
            addresses.addAll(servlets(Path.of("src/main/java/plenum", topic)));
        }
        try (Stream<Path> pages = Files.walk(Path.of("src/main/webapp"))) {
            pages.map(page -> Path.of("src/main/webapp").relativize(page).toString())
                    .filter(page ->
                            page.matches("(calendar|calendar/.*|answer|date-poll|room-display|admin/rooms)\\.xhtml"))
                    .map(page -> "/" + page)
                    .forEach(addresses::add);
        }
        assertThat(addresses).hasSizeGreaterThan(12).allSatisfy(address -> assertThat(asked)
                .as(address)
                .anyMatch(path -> address.endsWith("/*")
                        ? path.startsWith(address.substring(0, address.length() - 1))
                        : path.equals(address)));
    }

    /** The tablet's zone is nobody's business: the door's is that of its opening hours. */
    @Test
    void aDisplaySaysWhichZoneItsRoomIsIn() throws Exception {
        String secret = "Z".repeat(43);
        SqlForTests.awaitTables();
        roomInTokyo(secret);
        HttpRequest request = HttpRequest.newBuilder(URI.create(Deployments.site() + "/room-display/state"))
                .header("X-Room-Display", secret)
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"zone\":\"Asia/Tokyo\"");
    }

    private static void roomInTokyo(String secret) {
        SqlForTests.execute("""
                    with b as (insert into bookable (id, name, capacity, equipment, place, zone, open_days, open_from, open_to)
                        values (gen_random_uuid(), ?, 4, '', '', 'Asia/Tokyo', '{1,2,3,4,5,6,7}', '00:00', '00:00') returning id)
                    insert into booking_display (id, bookable_id, name, token_hash) select gen_random_uuid(), id, 'Tablet', ? from b\
                    """, "Fuji " + UUID.randomUUID(), SecretToken.hash(secret));
    }

    private static List<String> servlets(Path sources) throws Exception {
        List<String> addresses = new ArrayList<>();
        try (Stream<Path> files = Files.list(sources)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                String name = Path.of("src/main/java")
                        .relativize(file)
                        .toString()
                        .replace(".java", "")
                        .replace('/', '.');
                if (Files.readString(file).contains("@WebServlet(")) {
                    WebServlet servlet = Class.forName(name).getAnnotation(WebServlet.class);
                    addresses.addAll(Arrays.asList(servlet.urlPatterns()));
                }
            }
        }
        return addresses;
    }

    private record Row(String method, String path, List<String> expected) {}

    private static List<Row> rows() {
        return MATRIX.lines()
                .map(line -> line.strip().split("\\s+"))
                .map(parts -> new Row(parts[0], parts[1], List.of(parts).subList(2, parts.length)))
                .toList();
    }

    private int status(String method, String path, String cookie, String site)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Deployments.site() + path))
                .method(method, BodyPublishers.noBody())
                .header("Sec-Fetch-Site", site);
        Map.of("Cookie", cookie).forEach((name, value) -> {
            if (!value.isEmpty()) {
                request.header(name, value);
            }
        });
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private static String calendarOf(SignedInForTests owner) throws Exception {
        UUID id = UUID.randomUUID();
        SqlForTests.execute(
                "insert into calendar (id, account_id, name, colour, organisation, created_at) values (?, ?, 'Own', 'TEAL', false, now())",
                id,
                owner.account());
        return id.toString();
    }
}
