package plenum.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.it.Deployments;
import plenum.it.Tab;

/** In a deployment of its own: after it, the address of the tests is throttled. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class GuessingIT {

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.application();
    }

    @Test
    void guessingLettersIsThrottled() {
        String first = guess();
        assertThat(first).isEqualTo("not-found");
        String answer = first;
        for (int i = 0; i < 60 && answer.equals("not-found"); i++) {
            answer = guess();
        }
        assertThat(answer).isEqualTo("throttled");
    }

    private static String guess() {
        Tab tab = Tab.open("abcdefghijkmnpqrst", null)
                .say("{'type':'join','name':'Eve','microphone':false,'camera':false}");
        return tab.hear("refused").at("/reason").asText();
    }
}
