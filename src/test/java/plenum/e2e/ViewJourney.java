package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People arrange the meeting for themselves: how it looks, what they see of themselves, which devices it uses. */
@Tag("ui")
class ViewJourney {

    private static final Duration PICTURE = Duration.ofSeconds(30);
    private static final Duration IDLE = Duration.ofSeconds(15);
    private static final String CAPTION = """
        () => {
          const caption = Object.assign(document.createElement('p'), { id: 'caption', textContent: 'Bob: '.concat('words and more words '.repeat(9)) });
          caption.style.gridArea = 'captions';
          document.querySelector('plenum-meeting').append(caption);
        }\
        """;

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final PlenumProcess plenum = PlenumProcess.shared();

    @Test
    void theReaderChoosesTheViewAndTheBrowserRemembersWhatConcernsThemselves() {
        Person ada = browsers.person("Ada");
        MeetingRoom adas = StartPage.open(ada, plenum).create("View").join();
        browsers.person("Bob").joinAt(adas.link());
        Locator tiles = ada.page().locator("plenum-tiles");
        assertThat(tiles).hasAttribute("data-arrangement", "grid");

        openView(ada.page());
        ada.page()
                .getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(Texts.text("stage.view.speaker")))
                .check();
        assertThat(tiles).hasAttribute("data-arrangement", "one");
        ada.page()
                .locator("#view-menu")
                .getByLabel(Texts.text("stage.view.self"))
                .uncheck();
        assertThat(adas.tileOf(Texts.text("stage.tile.you", "Ada"))).hasCount(0);
        ada.page().keyboard().press("Escape");

        ada.page().reload();
        adas.awaitInside();
        assertThat(adas.tileOf("Bob")).isVisible();
        assertThat(adas.tileOf(Texts.text("stage.tile.you", "Ada"))).hasCount(0);
        assertThat(ada.policyViolations()).isEmpty();
    }

    @Test
    void devicesAndTheirMannerChangeWithoutANewConnection() {
        Person ada = browsers.person("Ada");
        MeetingRoom adas = StartPage.open(ada, plenum).create("Devices").join();
        MeetingRoom bobs = browsers.person("Bob").joinAt(adas.link());
        bobs.media().awaitSeenAndHeard(PICTURE, "Ada");
        int peers = adas.media().sample().peers();

        ada.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Texts.text("stage.settings")))
                .click();
        Locator settings = ada.page().getByRole(AriaRole.DIALOG);
        Locator microphones = settings.getByLabel(Texts.text("stage.devices.microphone"));
        microphones.selectOption(microphones.locator("option").last().getAttribute("value"));
        settings.getByLabel(Texts.text("stage.settings.noise")).uncheck();
        ada.page().keyboard().press("Escape");

        bobs.media().awaitSeenAndHeard(PICTURE, "Ada");
        assertThat(adas.media().sample().peers()).isEqualTo(peers);
        assertThat(ada.uncaught()).isEmpty();
    }

    @Test
    void theToolbarStepsAsideAndComesBackForTheKeyboard() {
        Person ada = browsers.person("Ada");
        MeetingRoom adas = StartPage.open(ada, plenum).create("Idle").join();
        browsers.person("Bob").joinAt(adas.link());
        adas.tileOf("Bob").click();
        Locator meeting = ada.page().locator("plenum-meeting");
        Await.until(ada.page(), "the toolbar hides", IDLE, () -> meeting.getAttribute("data-idle") != null);

        ada.page().keyboard().press("Tab");

        assertThat(meeting).not().hasAttribute("data-idle", "");
    }

    @Test
    void captionsHaveAPlaceBetweenThePicturesAndTheTools() {
        Person ada = browsers.person("Ada");
        MeetingRoom adas = StartPage.open(ada, plenum).create("Captions").join();
        browsers.person("Bob").joinAt(adas.link());
        Page page = ada.page();
        page.evaluate(CAPTION);

        for (int width : List.of(1440, 1024, 390)) {
            page.setViewportSize(width, 800);
            Await.until(page, "pictures make room on " + width, PICTURE, () -> {
                double top = page.locator("#caption").boundingBox().y;
                return page.locator("article.tile").all().stream().allMatch(tile -> bottom(tile) <= top);
            });
            assertThat(bottom(page.locator("#caption")))
                    .as("above the tools on %d", width)
                    .isLessThanOrEqualTo(page.getByRole(AriaRole.TOOLBAR).boundingBox().y);
        }
    }

    private static double bottom(Locator element) {
        BoundingBox box = element.boundingBox();
        return box.y + box.height;
    }

    private static void openView(Page page) {
        page.getByRole(AriaRole.TOOLBAR)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions()
                                .setName(Texts.text("stage.layout"))
                                .setExact(true))
                .click();
    }
}
