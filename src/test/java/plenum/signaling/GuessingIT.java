package plenum.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.it.Deployments;
import plenum.it.SqlForTests;
import plenum.it.StoredMeetingForTests;
import plenum.it.Tab;
import plenum.meeting.GuessLimits;
import plenum.meeting.PasswordTries;
import plenum.platform.Messages;

/** In a deployment of its own: after it, the address of the tests is throttled. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("signaling")
class GuessingIT {
    private static final ResourceBundle MESSAGES = Messages.in(Locale.ENGLISH);
    private static final String UNKNOWN = MESSAGES.getString("join.unknown");
    private static final String THROTTLED = MESSAGES.getString("join.throttled");

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.application();
    }

    @Test
    @Order(3)
    void guessingLettersIsThrottled() {
        String first = guess();
        assertThat(first).isEqualTo("not-found");
        String answer = first;
        for (int i = 0; i < 60 && answer.equals("not-found"); i++) {
            answer = guess();
        }
        assertThat(answer).isEqualTo("throttled");
    }

    @Test
    @Order(1)
    void wrongPasswordsAndMissingMeetingsAreTheSameToWhoeverTries() throws Exception {
        StoredMeetingForTests meeting = StoredMeetingForTests.create("Secret");
        Tab owner = Tab.open(meeting.letters(), meeting.creatorCookie())
                .say("{'type':'join','name':'Ada','microphone':false,'camera':false}");
        owner.hear("welcome");
        owner.say("{'type':'set-password','password':'correct horse'}");
        owner.hear("room-state", state -> state.at("/password").asBoolean());

        // one try more than there are: the last is not looked at, and says the same as late
        for (int i = 0; i <= PasswordTries.PER_HOUR; i++) {
            assertThat(tryPassword(meeting.letters(), "wrong horse " + i)).isEqualTo("wrong-password");
        }
        assertThat(tryPassword(meeting.letters(), "correct horse"))
                .as("no password is right any more")
                .isEqualTo("wrong-password");
        assertThat(tryPassword("abcdefghijkmnpqrst", "wrong horse")).isEqualTo("wrong-password");
    }

    /** None of them is answered before a second has passed, whatever there was to compute. */
    private static String tryPassword(String letters, String password) {
        long asked = System.nanoTime();
        Tab tab = Tab.open(letters, null)
                .say("{'type':'join','name':'Eve','microphone':false,'camera':false,'password':'" + password + "'}");
        String reason = tab.hear("refused").at("/reason").asText();
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThanOrEqualTo(Duration.ofMillis(990));
        return reason;
    }

    @Test
    @Order(2)
    void aCodeIsTriedTenTimesAnHour() throws Exception {
        forgetOtherTries();
        String answer = "";
        for (int i = 0; i < GuessLimits.STANDARD.address(); i++) {
            answer = tryCode("%03d-%04d-%03d".formatted(i, i, i));
            assertThat(answer).contains(UNKNOWN).doesNotContain(THROTTLED);
        }
        assertThat(tryCode("999-9999-999")).contains(THROTTLED);
        assertThat(tryCode("not a code at all")).doesNotContain(THROTTLED);
    }

    /** Those of tests before this one come from the same address. */
    private static void forgetOtherTries() {
        SqlForTests.execute("delete from code_try");
    }

    private static String tryCode(String code) throws Exception {
        String form = "join=join&join:submit=&jakarta.faces.ViewState=stateless&primefaces.nonce=&join:address="
                + URLEncoder.encode(code, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(Deployments.site().resolve("/"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept-Language", "en")
                // nobody said that a proxy writes it
                .header("X-Forwarded-For", code.substring(0, 3) + ".1.1.1")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    private static String guess() {
        Tab tab = Tab.open("abcdefghijkmnpqrst", null)
                .say("{'type':'join','name':'Eve','microphone':false,'camera':false}");
        return tab.hear("refused").at("/reason").asText();
    }
}
