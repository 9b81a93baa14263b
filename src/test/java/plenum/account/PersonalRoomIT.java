package plenum.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.it.Deployments;
import plenum.it.SignedInForTests;

/** A permanent meeting with a name of one's own. */
@Tag("account")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PersonalRoomIT {
    private final String tag = UUID.randomUUID().toString().substring(0, 8);

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.application();
    }

    @Test
    void aRoomHasAnAddressThatCanBeChanged() {
        PageBrowser ada = signedIn();
        assertThat(ada.get("/").body()).doesNotContain("door-room");
        assertThat(choose(ada, "Ada-" + tag).body()).contains("/r/ada-" + tag);
        assertThat(ada.get("/").body()).contains("door-room", "/r/ada-" + tag);
        String meeting = PageBrowser.location(new PageBrowser().get("/r/ADA-" + tag + "/"));
        assertThat(meeting).contains("/m/");
        assertThat(new PageBrowser().get("/r/nobody-" + tag).statusCode()).isEqualTo(404);

        assertThat(choose(ada, "ada2-" + tag).body()).contains("/r/ada2-" + tag);
        assertThat(new PageBrowser().get("/r/ada-" + tag).statusCode()).isEqualTo(404);
        assertThat(PageBrowser.location(new PageBrowser().get("/r/ada2-" + tag)))
                .as("the same meeting")
                .isEqualTo(meeting);
        String letters = meeting.substring(meeting.lastIndexOf('/') + 1);
        assertThat(ada.get("/meetings/settings?m=" + letters).statusCode()).isEqualTo(200);
    }

    @Test
    void aNameBelongsToOneAndIsFreeAgainAfterwards() {
        PageBrowser ada = signedIn();
        PageBrowser bob = signedIn();
        choose(ada, "wanted-" + tag);
        assertThat(choose(bob, "wanted-" + tag).body()).contains("Diesen Namen hat schon jemand.");
        choose(ada, "other-" + tag);
        assertThat(choose(bob, "wanted-" + tag).body()).contains("/r/wanted-" + tag);
        for (String wrong : new String[] {"admin", "x", "a b", "<script>", ""}) {
            assertThat(choose(bob, wrong).body()).contains("3 bis 40 Buchstaben");
        }
        assertThat(new PageBrowser().get("/r/wanted-" + tag).statusCode()).isEqualTo(302);
    }

    @Test
    void theJoinFieldTakesTheAddress() {
        PageBrowser ada = signedIn();
        choose(ada, "join-" + tag);
        HttpResponse<String> joined =
                new PageBrowser().submit("/", "join", "address=https://meet.example.org/r/join-" + tag);
        assertThat(PageBrowser.location(joined)).contains("/m/");
    }

    @Test
    void guestsHaveNone() {
        assertThat(choose(new PageBrowser(), "guest-" + tag).statusCode()).isEqualTo(303);
        assertThat(new PageBrowser().get("/r/guest-" + tag).statusCode()).isEqualTo(404);
        assertThat(new PageBrowser().get("/r/").statusCode()).isEqualTo(404);
        assertThat(new PageBrowser().get("/r/..%2Fadmin").statusCode()).isIn(400, 404);
    }

    private static HttpResponse<String> choose(PageBrowser browser, String name) {
        return browser.submit("/meetings", "room", "name=" + name);
    }

    private static PageBrowser signedIn() {
        SignedInForTests person = SignedInForTests.create("USER", "ACTIVE");
        PageBrowser browser = new PageBrowser();
        browser.setCookie("plenum-session", person.cookie().split("=", 2)[1]);
        return browser;
    }
}
