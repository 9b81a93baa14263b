package plenum.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plenum.it.Deployments;
import plenum.it.StoredMeetingForTests;
import plenum.it.Tab;
import plenum.platform.Messages;

/** Who gets a meeting's desk, and what is done there. */
@Tag("desk")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DeskPageIT {
    private static final ResourceBundle MESSAGES = Messages.in(Locale.ENGLISH);
    private static final String JOIN = "{'type':'join','name':'%s','microphone':true,'camera':false}";

    private StoredMeetingForTests meeting;
    private Tab ada;
    private String adasId;

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.application();
    }

    @BeforeEach
    void begin() {
        meeting = StoredMeetingForTests.create("Jour fixe");
        ada = Tab.open(meeting.letters(), meeting.creatorCookie()).say(JOIN.formatted("Ada Lovelace"));
        adasId = ada.hear("welcome").at("/self").asText();
    }

    @Test
    void aModeratorSeesTheMeeting() {
        join("Bob <b>Bold</b>");
        DeskBrowser desk = desk();
        HttpResponse<String> page = desk.show(ticketOf(ada));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Jour fixe", "Ada Lovelace", "Bob &lt;b&gt;Bold");
        assertThat(desk.open().statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyElseGetsAnythingOfIt() {
        Tab bob = Tab.open(meeting.letters(), null).say(JOIN.formatted("Bob"));
        bob.hear("welcome");
        bob.say("{'type':'open-desk'}");
        assertThat(bob.hear("failed").at("/code").asText()).isEqualTo("forbidden");
        ada.say("{'type':'set-switch','which':'lobby','on':true}");
        ada.hear("room-state", state -> state.at("/on").toString().contains("lobby"));
        Tab guest = Tab.open(meeting.letters(), null).say(JOIN.formatted("Guest"));
        guest.hear("waiting");
        guest.say("{'type':'open-desk'}");
        assertThat(guest.hear("failed").at("/code").asText()).isEqualTo("out-of-place");
        closed(desk().open());
        closed(desk().show("guessed"));
    }

    @Test
    void theModeratorOfAnotherMeetingIsAStrangerHere() throws Exception {
        StoredMeetingForTests other = StoredMeetingForTests.create("Other");
        Tab eve = Tab.open(other.letters(), other.creatorCookie()).say(JOIN.formatted("Eve"));
        eve.hear("welcome");
        DeskBrowser here = desk();
        closed(here.show(ticketOf(eve)));
        closed(here.open());
    }

    @Test
    void aTicketIsGoodForOneBrowser() {
        String ticket = ticketOf(ada);
        assertThat(desk().show(ticket).statusCode()).isEqualTo(200);
        closed(desk().show(ticket));
    }

    @ParameterizedTest
    @CsvSource({"/desk", "/desk.xhtml", "/m/nosuchmeetingatall/desk", "/m//desk"})
    void thereIsNoOtherWayIn(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsClickedIsDoneInTheModeratorsName() {
        Tab bob = join("Bob");
        String bobsId = idOf("Bob");
        DeskBrowser desk = desk();
        desk.show(ticketOf(ada));
        assertThat(desk.act("mute", bobsId).statusCode()).isEqualTo(200);
        assertThat(bob.hear("muted").at("/by").asText()).isEqualTo(adasId);
        assertThat(desk.act("mute", "nobody").body()).contains(MESSAGES.getString("desk.failed.not-found"));
        assertThat(desk.act("remove", adasId).body()).contains(MESSAGES.getString("desk.failed.forbidden"));
        assertThat(desk.act("unheard-of", adasId).statusCode()).isEqualTo(200);
    }

    @Test
    void itEndsWithModerating() {
        Tab bob = join("Bob");
        String bobsId = idOf("Bob");
        ada.say("{'type':'promote','participant':'" + bobsId + "'}");
        bob.hear(
                "participant-changed",
                message -> message.at("/participant/role").asText().equals("moderator"));
        DeskBrowser desk = desk();
        assertThat(desk.show(ticketOf(bob)).statusCode()).isEqualTo(200);
        ada.say("{'type':'demote','participant':'" + bobsId + "'}");
        bob.hear(
                "participant-changed",
                message -> message.at("/participant/role").asText().equals("participant"));
        closed(desk.act("mute", adasId));
        closed(desk.open());
        assertThat(ada.waiting("muted")).isZero();
    }

    @Test
    void itEndsWithLeaving() {
        join("Bob");
        DeskBrowser desk = desk();
        desk.show(ticketOf(ada));
        ada.say("{'type':'leave'}");
        ada.hear("ended");
        closed(desk.open());
    }

    @Test
    void aFormNeedsTheSeatAndOurOwnPage() {
        Tab bob = join("Bob");
        String bobsId = idOf("Bob");
        DeskBrowser desk = desk();
        desk.show(ticketOf(ada));
        assertThat(desk.act("mute", bobsId, "cross-site").statusCode()).isEqualTo(403);
        closed(desk().actWith(desk.viewState(), desk.command(), "mute", bobsId));
        assertThat(bob.waiting("muted")).isZero();
    }

    @Test
    void onlyThisPageStandsInAFrameAndOnlyInOurs() throws Exception {
        assertThat(policyOf(desk().show(ticketOf(ada)))).contains("frame-ancestors 'self'");
        assertThat(policyOf(get("/m/" + meeting.letters()))).contains("frame-ancestors 'none'");
        assertThat(policyOf(get("/"))).contains("frame-ancestors 'none'");
    }

    @Test
    void thePageIsToldOfChangesForTheKeyOfItsSeat() {
        HttpResponse<String> page = desk().show(ticketOf(ada));
        String key = page.body().replaceFirst("(?s).*data-key=\"([^\"]*)\".*", "$1");
        Tab socket = Tab.openAt(
                HttpClient.newHttpClient(),
                Deployments.site(),
                "/ws/desk",
                null,
                Deployments.site().toString());
        socket.say(key);
        join("Bob");
        assertThat(socket.hear("desk-changed").at("/parts").toString()).contains("people");
        Tab guessing = Tab.openAt(
                HttpClient.newHttpClient(),
                Deployments.site(),
                "/ws/desk",
                null,
                Deployments.site().toString());
        guessing.say("A".repeat(43));
        assertThat(guessing.hear("failed").at("/code").asText()).isEqualTo("not-found");
    }

    private DeskBrowser desk() {
        return new DeskBrowser(meeting.letters());
    }

    private Tab join(String name) {
        Tab tab = Tab.open(meeting.letters(), null).say(JOIN.formatted(name));
        tab.hear("welcome");
        return tab;
    }

    private String idOf(String name) {
        JsonNode joined = ada.hear(
                "participant-joined",
                message -> message.at("/participant/name").asText().equals(name));
        return joined.at("/participant/id").asText();
    }

    private static String ticketOf(Tab moderator) {
        return moderator
                .say("{'type':'open-desk'}")
                .hear("desk-ticket")
                .at("/ticket")
                .asText();
    }

    private static void closed(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("Jour fixe", "Ada Lovelace");
    }

    private static String policyOf(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(Deployments.site() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
