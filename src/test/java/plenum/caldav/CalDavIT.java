package plenum.caldav;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.it.Deployments;
import plenum.it.SignedInForTests;
import plenum.it.SqlForTests;

/** What programs ask and store by CalDAV, over real HTTP; requests have the form of those of RFC 4791 and RFC 6578. */
@Tag("caldav")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CalDavIT {
    private static final Pattern CALENDAR = Pattern.compile("<D:href>(/dav/calendars/[^/<]+/[^/<]+/)</D:href>");
    private static final Pattern TOKEN = Pattern.compile("<D:sync-token>([^<]+)</D:sync-token>");

    private final HttpClient http = HttpClient.newHttpClient();
    private SignedInForTests person;
    private String word;
    private String calendar;

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.application();
    }

    @BeforeEach
    void open() throws Exception {
        person = SignedInForTests.create("USER", "ACTIVE");
        word = person.programPassword();
        String home = "/dav/calendars/" + person.account() + "/";
        assertThat(send("MKCALENDAR", home + "work/", """
            <C:mkcalendar xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:set><D:prop>
            <D:displayname>Work &amp; more</D:displayname></D:prop></D:set></C:mkcalendar>""").statusCode()).isEqualTo(201);
        String listed = send("PROPFIND", home, prop("<D:displayname/><D:resourcetype/>"), "Depth", "1")
                .body();
        assertThat(listed).contains("Work &amp; more", "<C:calendar/>");
        Matcher found = CALENDAR.matcher(listed);
        assertThat(found.find()).isTrue();
        calendar = found.group(1);
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
        return as(person.email() + ":" + word, method, path, body, headers);
    }

    private HttpResponse<String> as(String credentials, String method, String path, String body, String... headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Deployments.site() + path))
                .method(method, BodyPublishers.ofString(body))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String prop(String names) {
        return "<D:propfind xmlns:D=\"DAV:\" xmlns:C=\"urn:ietf:params:xml:ns:caldav\" xmlns:S=\"http://calendarserver.org/ns/\"><D:prop>"
                + names + "</D:prop></D:propfind>";
    }

    private static String event(String uid, String... lines) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\nBEGIN:VEVENT\r\nUID:" + uid
                + "\r\nDTSTAMP:20261129T120000Z\r\n" + String.join("\r\n", lines)
                + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }

    private static String single(String title) {
        return event(
                "one",
                "DTSTART;TZID=Europe/Zurich:20261207T090000",
                "DTEND;TZID=Europe/Zurich:20261207T100000",
                "SUMMARY:" + title);
    }

    private String tag(String path) throws Exception {
        return send("GET", path, "").headers().firstValue("ETag").orElseThrow();
    }

    private String sync(String token) throws Exception {
        return send("REPORT", calendar, """
            <D:sync-collection xmlns:D="DAV:"><D:sync-token>%s</D:sync-token><D:sync-level>1</D:sync-level>
            <D:prop><D:getetag/></D:prop></D:sync-collection>""".formatted(token)).body();
    }

    private static String token(String answer) {
        Matcher found = TOKEN.matcher(answer);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void aProgramFindsItsWayFromTheServersName() throws Exception {
        HttpResponse<String> known = http.send(
                HttpRequest.newBuilder(URI.create(Deployments.site() + "/.well-known/caldav"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(known.statusCode()).isEqualTo(301);
        assertThat(known.headers().firstValue("Location")).contains("/dav/");
        String principal = "/dav/principals/" + person.account() + "/";
        assertThat(send("PROPFIND", "/dav/", prop("<D:current-user-principal/>"), "Depth", "0")
                        .body())
                .contains("<D:current-user-principal><D:href>" + principal);
        assertThat(send(
                                "PROPFIND",
                                principal,
                                prop("<C:calendar-home-set/><C:calendar-user-address-set/>"),
                                "Depth",
                                "0")
                        .body())
                .contains("/dav/calendars/" + person.account() + "/", "mailto:" + person.email());
        HttpResponse<String> options = send("OPTIONS", calendar, "");
        assertThat(options.headers().firstValue("DAV").orElse("")).contains("calendar-access");
        assertThat(send(
                                "PROPFIND",
                                calendar,
                                prop("<D:supported-report-set/><S:getctag/><D:sync-token/>"),
                                "Depth",
                                "0")
                        .body())
                .contains("calendar-query", "calendar-multiget", "sync-collection", "<S:getctag>");
    }

    @Test
    void eventsAreStoredReadChangedAndDeletedAndConflictsAnswer412() throws Exception {
        String path = calendar + "one.ics";
        assertThat(send("PUT", path, single("First"), "If-None-Match", "*").statusCode())
                .isEqualTo(201);
        assertThat(send("PUT", path, single("Again"), "If-None-Match", "*").statusCode())
                .isEqualTo(412);
        HttpResponse<String> read = send("GET", path, "");
        assertThat(read.body()).contains("SUMMARY:First", "DTSTART;TZID=Europe/Zurich:20261207T090000");
        String old = read.headers().firstValue("ETag").orElseThrow();
        assertThat(send("PUT", path, single("Second"), "If-Match", old).statusCode())
                .isEqualTo(204);
        assertThat(send("PUT", path, single("Third"), "If-Match", old).statusCode())
                .isEqualTo(412);
        assertThat(send("DELETE", path, "", "If-Match", old).statusCode()).isEqualTo(412);
        assertThat(send("GET", path, "").body()).contains("SUMMARY:Second");
        assertThat(send("PUT", calendar + "other.ics", single("Twice")).statusCode())
                .isEqualTo(409);
        assertThat(send("DELETE", path, "", "If-Match", tag(path)).statusCode()).isEqualTo(204);
        assertThat(send("GET", path, "").statusCode()).isEqualTo(404);
        assertThat(send("DELETE", path, "").statusCode()).isEqualTo(404);
        assertThat(send("PUT", path, single("Back"), "If-None-Match", "*").statusCode())
                .isEqualTo(201);
    }

    @Test
    void aSeriesWithAnExceptionKeepsAllOfItsTimes() throws Exception {
        String series =
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\nBEGIN:VEVENT\r\nUID:series\r\nDTSTAMP:20261129T120000Z\r\n"
                        + "DTSTART;TZID=Europe/Zurich:20261207T090000\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;COUNT=5\r\n"
                        + "EXDATE;TZID=Europe/Zurich:20261221T090000\r\nSUMMARY:Weekly\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT15M\r\n"
                        + "DESCRIPTION:x\r\nEND:VALARM\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:series\r\nDTSTAMP:20261129T120000Z\r\n"
                        + "RECURRENCE-ID;TZID=Europe/Zurich:20261214T090000\r\nDTSTART;TZID=Europe/Zurich:20261215T140000\r\nDURATION:PT2H\r\n"
                        + "SUMMARY:Moved\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        assertThat(send("PUT", calendar + "series.ics", series).statusCode()).isEqualTo(201);
        String read = send("GET", calendar + "series.ics", "").body();
        assertThat(read)
                .contains(
                        "RRULE:FREQ=WEEKLY;COUNT=5",
                        "EXDATE;TZID=Europe/Zurich:20261221T090000",
                        "RECURRENCE-ID;TZID=Europe/Zurich:20261214T090000",
                        "DTSTART;TZID=Europe/Zurich:20261215T140000",
                        "TRIGGER:-PT15M");
        assertThat(send("PUT", calendar + "series.ics", read).statusCode()).isEqualTo(204);
        String query = """
            <C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:prop><D:getetag/><C:calendar-data/></D:prop><C:filter>
            <C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT"><C:time-range start="%s" end="%s"/></C:comp-filter>
            </C:comp-filter></C:filter></C:calendar-query>""";
        assertThat(send("REPORT", calendar, query.formatted("20261215T000000Z", "20261216T000000Z"))
                        .body())
                .contains("series.ics", "SUMMARY:Moved");
        assertThat(send("REPORT", calendar, query.formatted("20270201T000000Z", "20270301T000000Z"))
                        .body())
                .doesNotContain("series.ics");
        assertThat(send("REPORT", calendar, """
            <C:calendar-multiget xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:prop><C:calendar-data/></D:prop>
            <D:href>%sseries.ics</D:href><D:href>%snone.ics</D:href></C:calendar-multiget>""".formatted(calendar, calendar)).body())
                .contains("SUMMARY:Weekly", "404 Not Found");
    }

    @Test
    void aProgramAsksWhenSomebodyHasNoTime() throws Exception {
        String outbox = "/dav/schedule/" + person.account() + "/outbox/";
        assertThat(send(
                                "PROPFIND",
                                "/dav/principals/" + person.account() + "/",
                                prop("<C:schedule-outbox-URL/>"),
                                "Depth",
                                "0")
                        .body())
                .contains(outbox);
        assertThat(send("PROPFIND", outbox.replace("outbox", "inbox"), prop("<D:resourcetype/>"), "Depth", "0")
                        .body())
                .contains("<C:schedule-inbox/>");
        send("PUT", calendar + "one.ics", single("Busy"));
        SignedInForTests other = SignedInForTests.create("USER", "ACTIVE");
        SqlForTests.execute(
                "insert into calendar_preference"
                        + " (account_id, shares_busy, always_meeting, work_days, work_from, work_to) values (?, false, false, '{1}', '09:00', '10:00')",
                other.account());
        String question = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Test//EN
            METHOD:REQUEST
            BEGIN:VFREEBUSY
            UID:question
            DTSTAMP:20261129T120000Z
            ORGANIZER:mailto:%1$s
            ATTENDEE:mailto:%1$s
            ATTENDEE:mailto:%2$s
            ATTENDEE:mailto:nobody@example.net
            DTSTART:20261207T000000Z
            DTEND:20261208T000000Z
            END:VFREEBUSY
            END:VCALENDAR
            """.formatted(person.email(), other.email()).replace("\n", "\r\n");
        String answer =
                send("POST", outbox, question, "Content-Type", "text/calendar").body();
        assertThat(answer.replaceAll("&#13;\n ", ""))
                .contains("FREEBUSY;FBTYPE=BUSY:20261207T080000Z/20261207T090000Z")
                .doesNotContain("Busy</");
        // whoever shares nothing looks like whoever is not here
        assertThat(answer.split("3.7;Invalid calendar user", -1)).hasSize(3);
        assertThat(send(
                                "POST",
                                outbox,
                                question.replace("ORGANIZER:mailto:", "ORGANIZER:mailto:x"),
                                "Content-Type",
                                "text/calendar")
                        .statusCode())
                .isEqualTo(403);
        assertThat(as(other.email() + ":" + other.programPassword(), "POST", outbox, question)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void answersOfGuestsDoNotChangeTheTagOfScheduling() throws Exception {
        String path = calendar + "one.ics";
        send("PUT", path, single("First"));
        String tag = send("GET", path, "").headers().firstValue("Schedule-Tag").orElseThrow();
        assertThat(send("PUT", path, single("Second"), "If-Schedule-Tag-Match", tag)
                        .statusCode())
                .isEqualTo(204);
        assertThat(send("PUT", path, single("Third"), "If-Schedule-Tag-Match", tag)
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    void aProgramLearnsWhatChangedSinceItLooked() throws Exception {
        send("PUT", calendar + "one.ics", single("First"));
        String first = sync("");
        assertThat(first).contains("one.ics");
        assertThat(sync(token(first))).doesNotContain("one.ics");
        send("PUT", calendar + "one.ics", single("Second"));
        send("PUT", calendar + "two.ics", event("two", "DTSTART:20261208T090000Z", "DURATION:PT1H", "SUMMARY:Two"));
        String second = sync(token(first));
        assertThat(second).contains("one.ics", "two.ics");
        send("DELETE", calendar + "one.ics", "");
        assertThat(sync(token(second))).contains("one.ics", "404 Not Found").doesNotContain("two.ics");
        assertThat(send("REPORT", calendar, """
            <D:sync-collection xmlns:D="DAV:"><D:sync-token>urn:other:1</D:sync-token></D:sync-collection>""").statusCode()).isEqualTo(403);
    }

    @Test
    void nobodyGetsInWithoutAPasswordForProgramsOrIntoCalendarsOfOthers() throws Exception {
        HttpResponse<String> nobody = as("x:y", "PROPFIND", "/dav/", "");
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
        SignedInForTests eve = SignedInForTests.create("USER", "ACTIVE");
        String hers = eve.email() + ":" + eve.programPassword();
        send("PUT", calendar + "one.ics", single("Secret"));
        for (String method : new String[] {"GET", "PUT", "DELETE", "PROPFIND"}) {
            assertThat(as(hers, method, calendar + "one.ics", "").statusCode()).isEqualTo(404);
        }
        String id = calendar.replaceAll(".*/([^/]+)/$", "$1");
        String asHers = "/dav/calendars/" + eve.account() + "/" + id + "/";
        assertThat(as(hers, "PROPFIND", asHers, "", "Depth", "1").statusCode()).isEqualTo(404);
        assertThat(as(hers, "PUT", asHers + "x.ics", single("Evil")).statusCode())
                .isEqualTo(404);
        assertThat(as(hers, "DELETE", asHers, "").statusCode()).isEqualTo(403);
        assertThat(as(eve.email() + ":" + word, "PROPFIND", "/dav/", "").statusCode())
                .isEqualTo(401);
        SignedInForTests gone = SignedInForTests.create("USER", "DISABLED");
        assertThat(as(gone.email() + ":" + gone.programPassword(), "PROPFIND", "/dav/", "")
                        .statusCode())
                .isEqualTo(401);
        HttpResponse<String> cookie = http.send(
                HttpRequest.newBuilder(URI.create(Deployments.site() + "/dav/"))
                        .header("Cookie", person.cookie())
                        .method("PROPFIND", BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        assertThat(cookie.statusCode()).isEqualTo(401);
    }

    @Test
    void whatIsNoEventAndNoXmlIsRefused() throws Exception {
        assertThat(send("PUT", calendar + "x.ics", "hello").statusCode()).isEqualTo(403);
        assertThat(send("PUT", calendar + "x.ics", single("x").replace("VEVENT", "VTODO"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send("PROPFIND", calendar, "<a", "Depth", "0").statusCode()).isEqualTo(400);
        assertThat(send("PROPFIND", calendar, "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>")
                        .statusCode())
                .isEqualTo(400);
        assertThat(send("REPORT", calendar, "<D:unknown xmlns:D=\"DAV:\"/>").statusCode())
                .isEqualTo(403);
        assertThat(send("POST", calendar, "").statusCode()).isEqualTo(405);
    }
}
