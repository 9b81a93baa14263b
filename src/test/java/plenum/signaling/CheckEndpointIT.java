package plenum.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.it.Deployments;
import plenum.it.Tab;

/** In a deployment of its own: after it, the address of the tests is throttled. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("signaling")
class CheckEndpointIT {

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.application();
    }

    @Test
    void anybodyMayCheckButNotTooOften() {
        assertThatThrownBy(() -> Tab.openCheck("https://evil.example"))
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        e -> assertThat(e.getResponse().statusCode()).isEqualTo(403));

        Tab first = Tab.openCheck(Deployments.site().toString());
        JsonNode ready = first.hear("check-ready");
        assertThat(ready.at("/seconds").asInt()).isEqualTo(40);
        first.say("{'type':'ping','sent':42}");
        assertThat(first.hear("pong").at("/sent").asInt()).isEqualTo(42);
        first.say("{'type':'join','name':'Eve','microphone':false,'camera':false}");
        assertThat(first.hear("failed").at("/code").asText()).isEqualTo("out-of-place");
        first.say("{'type':'publish','source':'camera','epoch':1,'offer':'v=0'}");
        assertThat(first.hear("failed").at("/code").asText()).isEqualTo("media-unavailable");

        Tab second = Tab.openCheck(Deployments.site().toString());
        second.hear("check-ready");
        Tab third = Tab.openCheck(Deployments.site().toString());
        assertThat(third.hear("refused").at("/reason").asText()).isEqualTo("throttled");
        assertThat(third.closeCode()).isEqualTo(1000);

        // a socket that goes gives its place up
        first.vanish();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            Tab next = Tab.openCheck(Deployments.site().toString());
            return next.hearAny().at("/type").asText().equals("check-ready");
        });

        second.say("{'type':'ping','sent':1,'sender':'root'}");
        assertThat(second.hear("failed").at("/code").asText()).isEqualTo("malformed");
        assertThat(second.closeCode()).isEqualTo(1002);

        String answer = "check-ready";
        for (int i = 0; i < 10 && answer.equals("check-ready"); i++) {
            Tab next = Tab.openCheck(Deployments.site().toString());
            answer = next.hearAny().at("/type").asText();
            next.vanish();
        }
        assertThat(answer).isEqualTo("refused");
    }
}
