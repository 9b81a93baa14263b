package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People draw over a shared screen, and all see it at the same place of the picture. */
@Tag("ink")
class InkJourney {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final double MOST_ASIDE = 2;
    /** Where the ink of a screen lies: the middle of what is painted, as parts of the picture; null without ink. */
    private static final String MIDDLE_OF_INK = """
            () => {
              const canvas = document.querySelector('.tile.screen .ink-canvas');
              const video = document.querySelector('.tile.screen video');
              if (!canvas || canvas.width === 0) return null;
              const { data, width, height } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
              let [left, top, right, bottom] = [width, height, -1, -1];
              for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) {
                if (data[(y * width + x) * 4 + 3] < 128) continue;
                [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
              }
              if (right < 0) return null;
              const scale = Math.min(width / video.videoWidth, height / video.videoHeight);
              const [pictureX, pictureY] = [(width - video.videoWidth * scale) / 2, (height - video.videoHeight * scale) / 2];
              return [(left + right + 1) / 2 - pictureX, (top + bottom + 1) / 2 - pictureY, video.videoWidth * scale, video.videoHeight * scale];
            }""";

    /** As if somebody had chosen one window. */
    private static final String WINDOW_SHARED = """
            (() => {
              const plain = MediaStreamTrack.prototype.getSettings;
              MediaStreamTrack.prototype.getSettings = function () {
                const settings = plain.call(this);
                return settings.displaySurface ? { ...settings, displaySurface: 'window' } : settings;
              };
            })()""";

    private static final String INK_IN_WINDOW = """
            () => {
              const canvas = documentPictureInPicture.window?.document.querySelector('canvas');
              if (!canvas || canvas.width === 0) return false;
              const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
              return data.some((value, i) => i % 4 === 3 && value > 128);
            }""";

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final PlenumProcess plenum = PlenumProcess.shared();

    @Test
    void allSeeInkAtItsPlaceOfThePictureUntilItIsTakenAway() {
        MeetingRoom adas =
                StartPage.open(browsers.person("Ada"), plenum).create("Ink").join();
        MeetingRoom bobs = browsers.person("Bob").joinAt(adas.link());
        MeetingRoom cleos = browsers.person("Cleo").joinAt(adas.link());
        adas.shareScreen();
        bobs.media().awaitScreen(PATIENCE, "Ada");
        cleos.media().awaitScreen(PATIENCE, "Ada");
        adas.ownScreen().waitFor();
        Page cleo = cleos.person().page();

        draw(bobs, "Ada");
        keepInk(adas);
        Locator picture = bobs.screenOf("Ada");
        BoundingBox tile = picture.boundingBox();
        double side = Math.min(tile.width, tile.height) / 4;
        square(bobs.person().page(), tile.x + tile.width / 2, tile.y + tile.height / 2, side);
        Await.until(cleo, "the ink has come", PATIENCE, () -> middle(cleo) != null);

        double worst = 0;
        // three shapes of the window make three letterboxes, at four zooms
        for (int[] size : List.of(new int[] {1280, 720}, new int[] {700, 900}, new int[] {1500, 620})) {
            for (double zoom : List.of(1.0, 1.25, 1.5, 2.0)) {
                look(cleo, size[0], size[1], zoom);
                Await.until(
                        cleo,
                        PATIENCE,
                        () -> isInTheMiddle(cleo),
                        () -> "ink at " + middle(cleo) + " of " + size[0] + " by " + size[1] + " at " + zoom);
                worst = Math.max(worst, aside(middle(cleo)));
            }
        }
        look(cleo, 1280, 720, 1);
        Measured.print("ink beside its place of the picture, at most", "pixels", MOST_ASIDE, worst);

        undo(bobs);
        Await.until(cleo, "the ink is taken back", PATIENCE, () -> middle(cleo) == null);
        assertThat(cleos.person().uncaught()).isEmpty();
        assertThat(cleos.person().policyViolations()).isEmpty();
    }

    @Test
    void thePresenterDecidesWhoDrawsAndClears() {
        MeetingRoom adas =
                StartPage.open(browsers.person("Ada"), plenum).create("Rules").join();
        MeetingRoom bobs = browsers.person("Bob").joinAt(adas.link());
        bobs.shareScreen();
        adas.media().awaitScreen(PATIENCE, "Bob");
        bobs.ownScreen().waitFor();
        Page ada = adas.person().page();
        draw(adas, "Bob");
        BoundingBox tile = adas.screenOf("Bob").boundingBox();
        square(ada, tile.x + tile.width / 2, tile.y + tile.height / 2, 60);
        Await.until(ada, "the ink is there", PATIENCE, () -> middle(ada) != null);

        draw(bobs, "Bob");
        tools(bobs)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Texts.text("stage.ink.clear")))
                .click();
        Await.until(ada, "the ink is cleared", PATIENCE, () -> middle(ada) == null);
        rule(bobs, "stage.ink.drawing.nobody");
        assertThat(tools(adas)).containsText(Texts.text("stage.ink.refused"));
        assertThat(adas.screenOf("Bob")).not().hasAttribute("data-inking", "");
    }

    @Test
    void thePictureIsHeldStillToDrawOnAndThePresenterSeesItInAWindow() {
        MeetingRoom adas =
                StartPage.open(browsers.person("Ada"), plenum).create("Still").join();
        MeetingRoom bobs = browsers.person("Bob").joinAt(adas.link());
        adas.shareScreen();
        bobs.media().awaitScreen(PATIENCE, "Ada");
        draw(bobs, "Ada");
        assertThat(tools(bobs)).containsText(Texts.text("stage.ink.hint"));
        draw(adas, "Ada");
        assertThat(tools(adas)).not().containsText(Texts.text("stage.ink.hint.window"));
        Locator still = bobs.screenOf("Ada").locator(".ink-still");
        press(adas, "stage.ink.freeze");
        assertThat(still).isVisible();
        press(adas, "stage.ink.unfreeze");
        assertThat(still).isHidden();

        rule(adas, "stage.ink.keep");
        Page ada = adas.person().page();
        press(adas, "stage.ink.window");
        BoundingBox tile = bobs.screenOf("Ada").boundingBox();
        square(bobs.person().page(), tile.x + tile.width / 2, tile.y + tile.height / 2, 60);
        Await.until(
                ada, "the presenter sees the ink in a window", PATIENCE, () -> (boolean) ada.evaluate(INK_IN_WINDOW));
        assertThat(adas.person().policyViolations()).isEmpty();
    }

    @Test
    void whoSharesAWindowAloneIsToldWhatOthersSee() {
        Person ada = browsers.person("Ada");
        ada.page().addInitScript(WINDOW_SHARED);
        MeetingRoom adas = StartPage.open(ada, plenum).create("Window").join();
        adas.shareScreen();
        adas.ownScreen().waitFor();
        draw(adas, "Ada");
        assertThat(tools(adas)).containsText(Texts.text("stage.ink.hint.window"));
    }

    private static void press(MeetingRoom room, String key) {
        tools(room)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(Texts.text(key)).setExact(true))
                .click();
    }

    /** Takes the pencil for a screen. */
    static void draw(MeetingRoom room, String presenter) {
        room.person()
                .page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Texts.text("stage.ink.on", presenter)))
                .click();
        tools(room).waitFor();
    }

    private static Locator tools(MeetingRoom room) {
        return room.person().page().locator(".ink-tools");
    }

    /** By the presenter: so that it does not fade while it is looked for. */
    static void keepInk(MeetingRoom presenter) {
        draw(presenter, presenter.person().name());
        rule(presenter, "stage.ink.keep");
    }

    private static void rule(MeetingRoom presenter, String key) {
        tools(presenter)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Texts.text("stage.ink.rules")))
                .click();
        presenter
                .person()
                .page()
                .getByRole(AriaRole.MENUITEMCHECKBOX, new Page.GetByRoleOptions().setName(Texts.text(key)))
                .click();
    }

    private static void undo(MeetingRoom room) {
        tools(room)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Texts.text("stage.ink.undo")))
                .click();
    }

    /** A window of this size in pixels of the screen, whose page is shown larger. */
    private static void look(Page page, int width, int height, double zoom) {
        JsonObject metrics = new JsonObject();
        metrics.addProperty("width", (int) (width / zoom));
        metrics.addProperty("height", (int) (height / zoom));
        metrics.addProperty("deviceScaleFactor", zoom);
        metrics.addProperty("mobile", false);
        page.context().newCDPSession(page).send("Emulation.setDeviceMetricsOverride", metrics);
    }

    /** A closed line around a place. */
    static void square(Page page, double x, double y, double side) {
        page.mouse().move(x - side, y - side);
        page.mouse().down();
        for (double[] corner :
                List.of(new double[] {1, -1}, new double[] {1, 1}, new double[] {-1, 1}, new double[] {-1, -1})) {
            page.mouse()
                    .move(
                            x + corner[0] * side,
                            y + corner[1] * side,
                            new com.microsoft.playwright.Mouse.MoveOptions().setSteps(4));
        }
        page.mouse().up();
    }

    @SuppressWarnings("unchecked")
    /** Where all ink of a shared screen is, and the size of its picture; null while there is none. */
    static List<Number> middle(Page page) {
        return (List<Number>) page.evaluate(MIDDLE_OF_INK);
    }

    /** Within two pixels. */
    private static boolean isInTheMiddle(Page page) {
        List<Number> ink = middle(page);
        return ink != null && aside(ink) <= MOST_ASIDE;
    }

    /** Pixels. */
    private static double aside(List<Number> ink) {
        return Math.max(
                Math.abs(ink.get(0).doubleValue() - ink.get(2).doubleValue() / 2),
                Math.abs(ink.get(1).doubleValue() - ink.get(3).doubleValue() / 2));
    }
}
