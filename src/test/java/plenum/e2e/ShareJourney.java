package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Screens are shown, by one and by several at once, and end wherever somebody ends them. */
@Tag("stream")
class ShareJourney {

    private static final Duration PICTURE = Duration.ofSeconds(40);

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final PlenumProcess plenum = PlenumProcess.shared();

    @Test
    void threeSeeASharedScreenWholeUntilItEndsInTheToolbarOrInTheBrowser() {
        Person ada = browsers.person("Ada");
        MeetingRoom adas = StartPage.open(ada, plenum).create("Slides").join();
        List<MeetingRoom> viewers = List.of(
                browsers.person("Bob").joinAt(adas.link()),
                browsers.person("Cleo").joinAt(adas.link()),
                browsers.person("Dan").joinAt(adas.link()));

        adas.shareScreen();
        viewers.forEach(viewer -> viewer.media().awaitScreen(PICTURE, "Ada"));
        assertThat(adas.ownScreen()).isVisible();
        assertThat(adas.ownScreen().locator("video")).hasCount(0);
        for (MeetingRoom viewer : viewers) {
            Locator screen = viewer.screenOf("Ada");
            assertThat(screen.locator("video")).hasCSS("object-fit", "contain");
            assertThat(screen.locator("video")).hasCSS("transform", "none");
            assertThat(viewer.tileOf("Ada")).isVisible();
            assertThat(area(screen)).isGreaterThan(4 * area(viewer.tileOf("Ada")));
        }

        adas.stopSharing();
        viewers.forEach(viewer -> assertThat(viewer.screenOf("Ada")).hasCount(0));
        assertThat(adas.ownScreen()).hasCount(0);

        adas.shareScreen();
        viewers.forEach(viewer -> viewer.media().awaitScreen(PICTURE, "Ada"));
        adas.stopSharingInTheBrowser();
        viewers.forEach(viewer -> assertThat(viewer.screenOf("Ada")).hasCount(0));
        assertThat(adas.shareButton()).hasAttribute("aria-label", Texts.text("stage.share"));
        assertThat(ada.policyViolations()).isEmpty();
        assertThat(ada.uncaught()).isEmpty();
    }

    @Test
    void twoShareAtOnceAndTheLatestIsLarge() {
        MeetingRoom adas =
                StartPage.open(browsers.person("Ada"), plenum).create("Both").join();
        MeetingRoom bobs = browsers.person("Bob").joinAt(adas.link());
        MeetingRoom cleos = browsers.person("Cleo").joinAt(adas.link());

        adas.shareScreen();
        cleos.media().awaitScreen(PICTURE, "Ada");
        bobs.shareScreen();
        cleos.media().awaitScreen(PICTURE, "Bob");
        cleos.media().awaitScreen(PICTURE, "Ada");
        bobs.media().awaitScreen(PICTURE, "Ada");
        assertThat(area(cleos.screenOf("Bob"))).isGreaterThan(4 * area(cleos.screenOf("Ada")));

        cleos.screenOf("Ada").dblclick();
        Await.until(
                cleos.person().page(),
                "the pinned screen is large",
                PICTURE,
                () -> area(cleos.screenOf("Ada")) > 4 * area(cleos.screenOf("Bob")));
    }

    @Test
    void aChangeOfMindChangesNothing() {
        Person ada = browsers.person("Ada");
        MeetingRoom adas = StartPage.open(ada, plenum).create("Maybe").join();

        ada.page().evaluate("() => { window.probedRefusals = 0; }");
        adas.shareScreen();
        ada.page().waitForFunction("() => window.probedRefusals === 1");

        assertThat(adas.shareButton()).hasAttribute("aria-label", Texts.text("stage.share"));
        assertThat(adas.ownScreen()).hasCount(0);
        assertThat(ada.page().getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(ada.uncaught()).isEmpty();
    }

    @Test
    void aBrowserThatCannotShareSaysWhy() {
        Person ada = browsers.person("Ada");
        ada.page()
                .addInitScript(
                        "delete navigator.mediaDevices.getDisplayMedia; delete MediaDevices.prototype.getDisplayMedia");
        MeetingRoom adas = StartPage.open(ada, plenum).create("Phone").join();

        String reason = Texts.text("stage.share.trouble.unsupported");
        assertThat(adas.shareButton()).hasAttribute("aria-disabled", "true");
        assertThat(adas.shareButton()).hasAttribute("aria-label", reason);
        ada.page().keyboard().press("s");
        assertThat(ada.page().getByRole(AriaRole.DIALOG)).containsText(reason);
    }

    private static double area(Locator tile) {
        var box = tile.boundingBox();
        return box.width * box.height;
    }
}
