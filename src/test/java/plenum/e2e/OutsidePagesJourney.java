package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every reason not to be in a meeting, or not wholly, in every size: it is said, fits, and can be read by a screen reader. */
@Tag("door")
class OutsidePagesJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String PULL_OUT_CAMERA = """
        () => {
          navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
          const [track] = document.querySelector('article.tile video.mirrored').srcObject.getVideoTracks();
          track.dispatchEvent(new Event('ended'));
        }\
        """;

    @RegisterExtension
    final Browsers browsers = Browsers.withSmallPictures();

    private final PlenumProcess plenum = PlenumProcess.shared();

    @Test
    void everyReasonIsSaid() {
        Person ada = browsers.person("Ada");
        PreJoin adasDoor = StartPage.open(ada, plenum)
                .newMeeting()
                .openOptions()
                .waitForModerator()
                .create("Board")
                .awaitMirror();
        String link = ada.page().url();
        Person bob = browsers.person("Bob");
        knock(bob, link);
        bob.page().locator("plenum-waiting").waitFor();
        Looks.at(bob, "waiting-for-moderator");
        MeetingRoom adas = adasDoor.join();
        MeetingRoom bobs = new MeetingRoom(bob).awaitInside();

        adas.setRule("rules.locked", true);
        Person cem = browsers.person("Cem");
        knock(cem, link);
        assertThat(cem.page().getByText(Texts.text("stage.refused.locked"))).isVisible();
        Looks.at(cem, "locked");

        adas.setRule("rules.locked", false);
        adas.setRule("rules.lobby", true);
        knock(cem, link);
        Desk desk = Desk.beside(adas);
        desk.frame().locator("#waiting-list [data-act=refuse]").click();
        assertThat(cem.page().getByText(Texts.text("stage.refused.declined"))).isVisible();
        desk.close();
        Looks.at(cem, "declined");

        bob.page().setViewportSize(1280, 800);
        bob.page().evaluate(PULL_OUT_CAMERA);
        Await.until(
                bob.page(),
                "the camera is missed",
                PATIENCE,
                () -> bob.page().locator(".notices .notice").count() > 0);
        Looks.at(bob, "camera-gone");
        bob.page().context().setOffline(true);
        Await.until(bob.page(), "the page says so", PATIENCE, bobs::connectionLost);
        Looks.at(bob, "reconnecting");
        bob.page().context().setOffline(false);
        Await.until(bob.page(), "all is well again", PATIENCE, () -> !bobs.connectionLost());

        adas.choose("Bob", "stage.moderate.remove");
        ada.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new GetByRoleOptions()
                                .setName(Texts.text("stage.remove.yes"))
                                .setExact(true))
                .click();
        assertThat(bob.page()
                        .getByRole(
                                AriaRole.HEADING, new GetByRoleOptions().setName(Texts.text("stage.removed.heading"))))
                .isVisible();
        Looks.at(bob, "removed");

        for (Person person : List.of(ada, bob, cem)) {
            assertThat(person.policyViolations()).isEmpty();
            assertThat(person.uncaught()).isEmpty();
        }
    }

    @Test
    void aFullMeetingSaysSo() {
        try (PlenumProcess small = PlenumProcess.start("small", Map.of("PLENUM_MAX_PARTICIPANTS", "2"))) {
            Person ada = browsers.person("Ada");
            MeetingRoom adas = StartPage.open(ada, small).create("Board").join();
            browsers.person("Bob").joinAt(adas.link());
            Person cem = browsers.person("Cem");
            knock(cem, adas.link());
            assertThat(cem.page().getByText(Texts.text("stage.refused.full"))).isVisible();
            Looks.at(cem, "full");
        }
    }

    private static void knock(Person person, String link) {
        Page page = person.page();
        page.setViewportSize(1280, 800);
        page.navigate(link);
        new PreJoin(person).knock();
    }
}
