package plenum.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
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
import plenum.it.Tab;

/** The sockets of people, in the application as it is delivered: who gets one, what they are told, and when it ends. */
@Tag("person")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PersonSocketIT {
    private static final Duration A_MOMENT = Duration.ofSeconds(2);
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private SignedInForTests ada;
    private SignedInForTests bob;
    private UUID adasCalendar;
    private String adasPassword;

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.application().addClass(NoticesForTests.class);
    }

    @BeforeEach
    void begin() {
        ada = SignedInForTests.create("USER", "ACTIVE");
        bob = SignedInForTests.create("USER", "ACTIVE");
        adasCalendar = UUID.randomUUID();
        SqlForTests.execute(
                "insert into calendar (id, account_id, name, colour, organisation, created_at) values (?, ?, 'Own', 'TEAL', false, now())",
                adasCalendar,
                ada.account());
        adasPassword = ada.programPassword();
    }

    private static Tab open(String cookie, String origin) {
        return Tab.openAt(HTTP, Deployments.site(), "/ws/me", cookie, origin);
    }

    private static Tab open(SignedInForTests person) {
        return open(person.cookie(), Deployments.site().toString());
    }

    /** A socket that has been told everything at first. */
    private static Tab opened(SignedInForTests person) {
        Tab tab = open(person);
        tab.hear("today");
        return tab;
    }

    @Test
    void nobodyAndGuestsAreRefused() {
        String site = Deployments.site().toString();
        SignedInForTests disabled = SignedInForTests.create("USER", "DISABLED");
        List<Tab> refused = new ArrayList<>(List.of(
                open(null, site), open("plenum-session=" + UUID.randomUUID(), site), open(disabled.cookie(), site)));
        for (Tab stranger : refused) {
            JsonNode only = stranger.hearAny();
            assertThat(only.at("/type").asText()).isEqualTo("failed");
            assertThat(only.at("/code").asText()).isEqualTo("forbidden");
            assertThat(stranger.closeCode()).isEqualTo(1000);
        }
        for (String origin : new String[] {"https://elsewhere.example", null}) {
            assertThatThrownBy(() -> open(ada.cookie(), origin)).hasCauseInstanceOf(WebSocketHandshakeException.class);
        }
    }

    @Test
    void aUserIsToldAtOnceAndOnlyTheirOwn() throws Exception {
        Tab adas = open(ada);
        assertThat(adas.hear("reminders").at("/list")).isEmpty();
        assertThat(adas.hear("today").at("/events")).isEmpty();
        Tab bobs = opened(bob);

        store("lunch", Instant.now().minusSeconds(600), "SUMMARY:Lunch <b>", "DURATION:PT20M");
        JsonNode event =
                adas.hear("today", today -> !today.at("/events").isEmpty()).at("/events/0");
        assertThat(event.at("/title").asText()).isEqualTo("Lunch <b>");
        assertThat(event.at("/time").asText()).contains(" – ");
        assertThat(bobs.hearWithin(A_MOMENT)).isEmpty();

        // one more page is told the same
        assertThat(open(ada).hear("today").at("/events")).hasSize(1);

        delete("lunch");
        adas.hear("today", today -> today.at("/events").isEmpty());
        assertThat(bobs.hearWithin(A_MOMENT)).isEmpty();
    }

    @Test
    void whoIsInvitedIsToldToo() throws Exception {
        Tab bobs = opened(bob);
        Instant start = Instant.now().minusSeconds(600);
        String organiser = "ORGANIZER:mailto:" + ada.email();
        store("talk", start, "SUMMARY:Talk", "DURATION:PT20M", organiser, "ATTENDEE:mailto:" + bob.email());
        bobs.hear("today", today -> today.at("/events/0/title").asText().equals("Talk"));
        // not any more
        store("talk", start, "SUMMARY:Talk", "DURATION:PT20M");
        bobs.hear("today", today -> today.at("/events").isEmpty());
    }

    @Test
    void aReminderThatComesDueIsTold() throws Exception {
        Tab adas = opened(ada);
        store(
                "board",
                Instant.now().plusSeconds(601),
                "SUMMARY:Board",
                "DURATION:PT1H",
                "BEGIN:VALARM",
                "ACTION:DISPLAY",
                "TRIGGER:-PT10M",
                "DESCRIPTION:x",
                "END:VALARM");
        JsonNode reminder = adas.hear(
                        "reminders", reminders -> !reminders.at("/list").isEmpty())
                .at("/list/0");
        assertThat(reminder.at("/title").asText()).isEqualTo("Board");
        assertThat(Instant.parse(reminder.at("/start").asText())).isAfter(Instant.now());
    }

    @Test
    void whatIsCommittedIsToldAndWhatIsRolledBackIsNot() throws Exception {
        Tab adas = opened(ada);
        Tab bobs = opened(bob);
        notice(false);
        assertThat(adas.hearWithin(A_MOMENT)).isEmpty();
        notice(true);
        assertThat(adas.hearAny().at("/type").asText()).isEqualTo("reminders");
        assertThat(bobs.hearWithin(A_MOMENT)).isEmpty();
    }

    @Test
    void whatOnePutsAwayIsGoneFromAll() throws Exception {
        String start = reminded();
        Tab one = open(ada);
        JsonNode reminder = one.hear("reminders").at("/list/0");
        assertThat(reminder.at("/title").asText()).isEqualTo("Board");
        assertThat(reminder.at("/start").asText()).isEqualTo(start);
        Tab other = opened(ada);
        Tab bobs = opened(bob);
        one.say("{'type':'seen','event':'" + reminder.at("/event").asText() + "','start':'" + start + "'}");
        for (Tab tab : List.of(one, other)) {
            assertThat(tab.hear("seen").at("/event")).isEqualTo(reminder.at("/event"));
        }
        assertThat(bobs.hearWithin(A_MOMENT)).isEmpty();
        assertThat(open(ada).hear("reminders").at("/list")).isEmpty();
    }

    /** It is in the database, and nothing is fired here. */
    @Test
    void whatAnotherServerGaveIsTold() throws Exception {
        Tab adas = opened(ada);
        reminded();
        JsonNode reminders = adas.hear("reminders", told -> !told.at("/list").isEmpty());
        assertThat(reminders.at("/list/0/title").asText()).isEqualTo("Board");
    }

    /** By a page whose socket does not come through. */
    @Test
    void whatIsPutAwayByAFormIsGoneFromAllToo() throws Exception {
        String start = reminded();
        Tab page = opened(ada);
        String event = SqlForTests.ask("select id from calendar_event where calendar_id = ?", adasCalendar);
        HttpRequest form = HttpRequest.newBuilder(URI.create(Deployments.site() + "/calendar/reminders"))
                .header("Cookie", ada.cookie())
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("event=" + event + "&start=" + start.replace(":", "%3A")))
                .build();
        assertThat(HTTP.send(form, BodyHandlers.discarding()).statusCode()).isEqualTo(204);
        assertThat(page.hear("seen").at("/event").asText()).isEqualTo(event);
    }

    @Test
    void nobodyPutsAwayWhatIsAnothers() throws Exception {
        String start = reminded();
        String event = SqlForTests.ask("select id from calendar_event where calendar_id = ?", adasCalendar);
        Tab adas = opened(ada);
        Tab bobs = opened(bob);
        bobs.say("{'type':'seen','event':'" + event + "','start':'" + start + "'}");
        bobs.hear("seen");
        assertThat(bobs.hearWithin(A_MOMENT)).isEmpty();
        assertThat(adas.waiting("seen")).isZero();
        assertThat(open(ada).hear("reminders").at("/list")).hasSize(1);
    }

    /** Rules of the server that another one stores are read after three seconds. */
    @Test
    void aServerWithoutCalendarsTellsNothing() throws Exception {
        String start = reminded();
        SqlForTests.execute("update policy set modules_off = '{CALENDAR}'");
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(15))
                    .until(() -> open(ada).hear("reminders").at("/list").isEmpty());
            Tab adas = open(ada);
            assertThat(adas.hear("today").at("/events")).isEmpty();
            String event = SqlForTests.ask("select id from calendar_event where calendar_id = ?", adasCalendar);
            adas.say("{'type':'seen','event':'" + event + "','start':'" + start + "'}");
            assertThat(adas.hear("failed").at("/code").asText()).isEqualTo("forbidden");
        } finally {
            SqlForTests.execute("update policy set modules_off = '{}'");
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(() -> !open(ada).hear("reminders").at("/list").isEmpty());
    }

    @Test
    void itEndsWithTheSession() {
        Tab adas = opened(ada);
        Tab bobs = opened(bob);
        SqlForTests.execute("delete from account_session where account_id = ?", ada.account());
        assertThat(adas.hear("ended").at("/reason").asText()).isEqualTo("signed-out");
        assertThat(adas.closeCode()).isEqualTo(1000);
        SqlForTests.execute("update account set state = 'DISABLED' where id = ?", bob.account());
        assertThat(bobs.hear("ended").at("/reason").asText()).isEqualTo("signed-out");
        assertThat(bobs.closeCode()).isEqualTo(1000);
    }

    @Test
    void theOldestOfTooManyEnds() {
        List<Tab> tabs = new ArrayList<>();
        for (int i = 0; i < OpenSockets.MOST; i++) {
            tabs.add(opened(ada));
        }
        assertThat(tabs.getFirst().isClosed()).isFalse();
        opened(ada);
        Tab oldest = tabs.removeFirst();
        assertThat(oldest.hear("ended").at("/reason").asText()).isEqualTo("taken-over");
        assertThat(oldest.closeCode()).isEqualTo(1000);
        assertThat(tabs).noneMatch(Tab::isClosed);
        tabs.forEach(Tab::vanish);
    }

    @Test
    void itTakesNothingElse() {
        Tab adas = opened(ada);
        adas.say("{'type':'leave'}");
        assertThat(adas.hear("failed").at("/code").asText()).isEqualTo("out-of-place");
        adas.say("{'type':'seen','event':'x','start':'y'}");
        assertThat(adas.hear("failed").at("/code").asText()).isEqualTo("bad-value");
        adas.say("{'type':'seen','event':'" + "x".repeat(65) + "','start':'y'}");
        assertThat(adas.hear("failed").at("/code").asText()).isEqualTo("malformed");
        assertThat(adas.closeCode()).isEqualTo(1002);
    }

    /** Ada is to be reminded of an event of hers; returns when it begins. */
    private String reminded() throws Exception {
        Instant start = Instant.ofEpochSecond(Instant.now().plusSeconds(3600).getEpochSecond());
        store("board", start, "SUMMARY:Board", "DURATION:PT1H");
        SqlForTests.execute("""
            insert into calendar_reminder (event_id, account_id, starts_at, ends_at, before_seconds, by_mail, seen)
            select id, ?, starts_at, ends_at, 3600, false, false from calendar_event where calendar_id = ?\
            """, ada.account(), adasCalendar);
        return start.toString();
    }

    private void notice(boolean commit) throws Exception {
        URI address = URI.create(
                Deployments.site() + NoticesForTests.PATH + "?account=" + ada.account() + "&commit=" + commit);
        assertThat(HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(204);
    }

    /** As a calendar program of Ada's does. */
    private void store(String uid, Instant start, String... lines) throws Exception {
        int status = dav(
                "PUT",
                uid,
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\nBEGIN:VEVENT\r\nUID:" + uid
                        + "\r\nDTSTAMP:20261201T000000Z\r\nDTSTART:" + UTC.format(start) + "\r\n"
                        + String.join("\r\n", lines) + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
        assertThat(status).isIn(201, 204);
    }

    private void delete(String uid) throws Exception {
        assertThat(dav("DELETE", uid, "")).isEqualTo(204);
    }

    private int dav(String method, String uid, String body) throws Exception {
        String path = "/dav/calendars/" + ada.account() + "/" + adasCalendar + "/" + uid + ".ics";
        String credentials = ada.email() + ":" + adasPassword;
        HttpRequest request = HttpRequest.newBuilder(URI.create(Deployments.site() + path))
                .method(method, BodyPublishers.ofString(body))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .build();
        return HTTP.send(request, BodyHandlers.ofString()).statusCode();
    }
}
