package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People who try things. On a Plenum of its own, because guessing gets this address throttled. */
@Tag("door")
class BadInputJourney {

    private static final int GUESSES = 1000;

    private static PlenumProcess plenum;

    @RegisterExtension
    final Browsers browsers = Browsers.withSmallPictures();

    @BeforeAll
    static void start() {
        plenum = PlenumProcess.start("bad-input");
    }

    @AfterAll
    static void stop() {
        plenum.close();
    }

    @Test
    void htmlInNamesIsText() {
        String evil = "<img src=x onerror=\"document.title='broken'\"><b>Eve</b>";
        Person eve = browsers.person(evil);
        Person bob = browsers.person("Bob");
        MeetingRoom eves =
                StartPage.open(eve, plenum).create("<script>alert(1)</script>").joinAs(evil);
        MeetingRoom bobs = bob.joinAt(eves.link());

        assertThat(bobs.tileOf(evil)).isVisible();
        assertThat(bob.page().locator("#stage img[src=x], #stage b")).hasCount(0);
        assertThat(bob.page().title()).contains("<script>alert(1)</script>");
        assertThat(bob.policyViolations()).isEmpty();
    }

    @Test
    void namesOfTenKilobytesAreRefusedInWords() {
        Person ada = browsers.person("Ada");
        String endless = "A".repeat(10_000);
        StartPage.open(ada, plenum).create(endless);
        // the field cuts what is typed; a request that was made by hand is not cut
        APIResponse response = post(ada, "/new", "create", "create:name", endless);

        assertThat(response.status()).isLessThan(500);
        assertThat(response.text()).contains(Texts.text("create.name.long")).doesNotContain("Exception");
    }

    @Test
    void aThousandGuessesOfACodeAreThrottled() {
        Person guesser = browsers.person("Mallory");
        int throttled = 0;
        for (int i = 0; i < GUESSES; i++) {
            String code = String.format(Locale.ROOT, "%03d-%04d-%03d", i, 7 * i, 999 - i);
            String answer = guess(guesser, code);
            if (answer.contains(Texts.text("join.throttled"))) {
                throttled++;
            } else {
                assertThat(answer).contains(Texts.text("join.unknown"));
            }
        }
        assertThat(throttled).isEqualTo(GUESSES - 10);

        Person ada = browsers.person("Ada");
        String code = StartPage.open(ada, plenum).create("Secret").join().code();
        assertThat(guess(guesser, code)).contains(Texts.text("join.throttled"));
    }

    /** A form as a script would send it, without the page. */
    private static APIResponse post(Person person, String path, String form, String field, String value) {
        FormData data = FormData.create()
                .set(form, form)
                .set(field, value)
                .set(form + ":submit", "")
                .set("primefaces.nonce", "Zm9yZ2Vk")
                .set("jakarta.faces.ViewState", "stateless");
        return person.page()
                .request()
                .post(plenum.page(path), RequestOptions.create().setForm(data));
    }

    private static String guess(Person guesser, String code) {
        APIResponse response = post(guesser, "/", "join", "join:address", code);
        assertThat(response.status()).isLessThan(500);
        String text = response.text();
        response.dispose();
        return text;
    }

    @Test
    void aWrongLinkSaysSo() {
        Person bob = browsers.person("Bob");

        bob.page().navigate(plenum.page("/m/abcdefghijklmnopqrst"));

        assertThat(bob.page().getByText(Texts.text("missing.heading"))).isVisible();
    }
}
