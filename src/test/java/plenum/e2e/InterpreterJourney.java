package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An interpreter is large beside whoever speaks or shares, and whoever shares sees in one strip what happens meanwhile. */
@Tag("moderation")
@Tag("stream")
class InterpreterJourney {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final double LARGER = 2;

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final PlenumProcess plenum = PlenumProcess.shared();

    @Test
    void anInterpreterStaysLargeBesideWhoeverSpeaksOrShares() {
        MeetingRoom adas =
                StartPage.open(browsers.person("Ada"), plenum).create("Signs").join();
        MeetingRoom bobs = browsers.person("Bob").joinAt(adas.link());
        MeetingRoom cleos = browsers.person("Cleo").joinAt(adas.link());
        browsers.person("Dan").joinAt(adas.link());

        adas.choose("Cleo", "stage.moderate.beside");
        awaitLarge(bobs, true);
        adas.shareScreen();
        bobs.media().awaitScreen(PATIENCE, "Ada");
        awaitLarge(bobs, true);
        assertThat(area(bobs.screenOf("Ada"))).isGreaterThan(area(bobs.tileOf("Cleo")));
        adas.stopSharing();
        adas.choose("Cleo", "stage.moderate.not-beside");
        awaitLarge(bobs, false);

        besideForOneself(bobs);
        awaitLarge(bobs, true);
        awaitLarge(adas, false);
        besideForOneself(bobs);
        awaitLarge(bobs, false);
        assertThat(cleos.person().uncaught()).isEmpty();
        assertThat(bobs.person().uncaught()).isEmpty();
    }

    @Test
    void whoSharesSeesHandsChatAndTimeInOneStrip() {
        MeetingRoom adas =
                StartPage.open(browsers.person("Ada"), plenum).create("Talk").join();
        MeetingRoom bobs = browsers.person("Bob").joinAt(adas.link());
        adas.shareScreen();
        Locator strip = adas.person().page().locator(".presenter-strip");
        assertThat(strip.getByRole(AriaRole.TIMER)).hasText(Pattern.compile("00:[0-9]{2}"));
        bobs.pressHand();
        assertThat(strip).containsText("Bob");
        bobs.pressHand();
        assertThat(strip).not().containsText("Bob");
        ChatPanel.open(bobs).say("Frage");
        assertThat(strip.locator(".strip-chat")).hasText("1");
        assertThat(strip.locator(".strip-chat")).hasAttribute("aria-label", Texts.text("stage.presenter.chat", 1));
        strip.locator(".strip-chat").click();
        ChatPanel.of(adas).await("Frage");
        assertThat(strip.locator(".strip-chat")).isHidden();
    }

    /** Whether Cleo is large beside the others: one of them may speak, and is as large then. */
    private static void awaitLarge(MeetingRoom room, boolean large) {
        String other = room.person().name().equals("Ada") ? "Bob" : "Ada";
        Await.until(
                room.person().page(),
                PATIENCE,
                () -> area(room.tileOf("Cleo")) > LARGER * Math.min(area(room.tileOf("Dan")), area(room.tileOf(other)))
                        == large,
                () -> "Cleo " + area(room.tileOf("Cleo")) + ", Dan " + area(room.tileOf("Dan")) + ", " + other + " "
                        + area(room.tileOf(other)));
    }

    private static double area(Locator tile) {
        BoundingBox box = tile.boundingBox();
        return box.width * box.height;
    }

    private static void besideForOneself(MeetingRoom room) {
        room.openPeople()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Texts.text("stage.menu.of", "Cleo")))
                .click();
        room.person()
                .page()
                .getByRole(
                        AriaRole.MENUITEMCHECKBOX,
                        new Page.GetByRoleOptions()
                                .setName(Texts.text("stage.beside"))
                                .setExact(true))
                .click();
    }
}
