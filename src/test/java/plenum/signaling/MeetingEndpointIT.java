package plenum.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocketHandshakeException;
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
import plenum.it.StoredMeetingForTests;
import plenum.it.Tab;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("signaling")
class MeetingEndpointIT {
    private static final String JOIN = "{'type':'join','name':'%s','microphone':true,'camera':false}";
    private static final String RESUME = "{'type':'join','name':'x','microphone':false,'camera':false,'resume':'%s'}";

    private StoredMeetingForTests meeting;

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.application();
    }

    @BeforeEach
    void storeMeeting() {
        meeting = StoredMeetingForTests.create("Jour fixe <b>öäü</b>");
    }

    @Test
    void twoPeopleMeet() {
        Tab ada = Tab.open(meeting.letters(), meeting.creatorCookie()).say(JOIN.formatted("Ada"));
        JsonNode welcome = ada.hear("welcome");
        assertThat(welcome.at("/meeting/name").asText()).isEqualTo("Jour fixe <b>öäü</b>");
        assertThat(welcome.at("/meeting/link").asText()).isEqualTo(Deployments.site() + "/m/" + meeting.letters());
        assertThat(welcome.at("/participants/0/role").asText()).isEqualTo("creator");
        assertThat(welcome.at("/mediaAvailable").asBoolean()).isFalse();
        assertThat(welcome.at("/limits/slots").asInt()).isEqualTo(25);

        Tab bob = Tab.open(meeting.letters(), null).say(JOIN.formatted("Bob"));
        JsonNode bobsWelcome = bob.hear("welcome");
        assertThat(bobsWelcome.at("/participants")).hasSize(2);
        String bobsId = bobsWelcome.at("/self").asText();
        assertThat(ada.hear("participant-joined").at("/participant/name").asText())
                .isEqualTo("Bob");

        bob.say("{'type':'publish','source':'camera','epoch':" + bobsWelcome.at("/epoch") + ",'offer':'v=0'}");
        assertThat(bob.hear("failed").at("/code").asText()).isEqualTo("media-unavailable");
        bob.say("{'type':'mute','participant':'" + welcome.at("/self").asText() + "'}");
        assertThat(bob.hear("failed").at("/code").asText()).isEqualTo("forbidden");
        ada.say("{'type':'mute','participant':'" + bobsId + "'}");
        assertThat(bob.hear("muted").at("/by").asText())
                .isEqualTo(welcome.at("/self").asText());
        assertThat(ada.hear("participant-changed").at("/participant/microphone").asBoolean())
                .isFalse();

        bob.say("{'type':'ping','sent':42}");
        assertThat(bob.hear("pong").at("/sent").asInt()).isEqualTo(42);
        bob.say("{'type':'leave'}");
        assertThat(bob.hear("ended").at("/reason").asText()).isEqualTo("left");
        assertThat(bob.closeCode()).isEqualTo(1000);
        assertThat(ada.hear("participant-left").at("/participant").asText()).isEqualTo(bobsId);
    }

    @Test
    void whoeverLosesTheSocketComesBackAsTheSame() {
        Tab ada = Tab.open(meeting.letters(), meeting.creatorCookie()).say(JOIN.formatted("Ada"));
        JsonNode welcome = ada.hear("welcome");
        Tab bob = Tab.open(meeting.letters(), null).say(JOIN.formatted("Bob"));
        bob.hear("welcome");
        ada.vanish();
        bob.hear("participant-changed", message -> !message.at("/participant/connected")
                .asBoolean());
        Tab again = Tab.open(meeting.letters(), null)
                .say(RESUME.formatted(welcome.at("/resume").asText()));
        JsonNode back = again.hear("welcome");
        assertThat(back.at("/self")).isEqualTo(welcome.at("/self"));
        assertThat(back.at("/participants/0/role").asText()).isEqualTo("creator");
        assertThat(back.at("/participants/0/name").asText()).isEqualTo("Ada");
        bob.hear("participant-changed", message -> message.at("/participant/connected")
                .asBoolean());
    }

    @Test
    void anotherSocketTakesThePlaceOver() {
        Tab ada = Tab.open(meeting.letters(), null).say(JOIN.formatted("Ada"));
        String token = ada.hear("welcome").at("/resume").asText();
        Tab other = Tab.open(meeting.letters(), null).say(RESUME.formatted(token));
        other.hear("welcome");
        assertThat(ada.hear("ended").at("/reason").asText()).isEqualTo("taken-over");
        assertThat(ada.closeCode()).isEqualTo(1000);
    }

    @Test
    void whoeverStaysAwayIsGoneAfterTheGraceTime() {
        Tab ada = Tab.open(meeting.letters(), null).say(JOIN.formatted("Ada"));
        ada.hear("welcome");
        Tab bob = Tab.open(meeting.letters(), null).say(JOIN.formatted("Bob"));
        JsonNode welcome = bob.hear("welcome");
        bob.vanish();
        assertThat(ada.hear("participant-left").at("/participant")).isEqualTo(welcome.at("/self"));
        Awaitility.await()
                .until(() -> StoredMeetingForTests.isGivenUp(welcome.at("/self").asText()));
        Tab late = Tab.open(meeting.letters(), null)
                .say(RESUME.formatted(welcome.at("/resume").asText()));
        assertThat(late.hear("welcome").at("/self")).isNotEqualTo(welcome.at("/self"));
    }

    @Test
    void badInputGetsAClearAnswerAndNoMore() {
        Tab malformed = Tab.open(meeting.letters(), null).say("{'type':'join','name':'A','sender':'root'}");
        assertThat(malformed.hear("failed").at("/code").asText()).isEqualTo("malformed");
        assertThat(malformed.closeCode()).isEqualTo(1002);

        Tab longName = Tab.open(meeting.letters(), null).say(JOIN.formatted("x".repeat(2_000)));
        assertThat(longName.hear("failed").at("/code").asText()).isEqualTo("malformed");

        Tab longJoin = Tab.open(meeting.letters(), null).say(JOIN.formatted("x".repeat(10_000)));
        assertThat(longJoin.closeCode()).as("more than a join needs").isEqualTo(1009);

        Tab noName = Tab.open(meeting.letters(), null).say(JOIN.formatted(" \\u202e "));
        assertThat(noName.hear("refused").at("/reason").asText()).isEqualTo("bad-name");

        Tab early = Tab.open(meeting.letters(), null).say("{'type':'leave'}");
        assertThat(early.hear("failed").at("/code").asText()).isEqualTo("out-of-place");

        Tab binary = Tab.open(meeting.letters(), null);
        binary.sayBinary();
        assertThat(binary.closeCode()).isEqualTo(1003);

        Tab huge = Tab.open(meeting.letters(), null).say("x".repeat(3_000_000));
        assertThat(huge.closeCode()).isIn(1009, 1006);
    }

    @Test
    void foreignPagesGetNoSocket() {
        for (String origin : new String[] {"https://evil.example", "null", null}) {
            assertThatThrownBy(() -> Tab.open(meeting.letters(), null, origin))
                    .cause()
                    .isInstanceOfSatisfying(
                            WebSocketHandshakeException.class,
                            e -> assertThat(e.getResponse().statusCode()).isEqualTo(403));
        }
    }
}
