package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What moderators do to people and to the room, and that it holds. */
@Tag("moderation")
class ModerationJourney {

    private static final Duration PICTURE = Duration.ofSeconds(30);

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final PlenumProcess plenum = PlenumProcess.shared();

    @Test
    void whoIsMutedStaysMutedUntilTheyMaySpeakAgain() {
        MeetingRoom adas =
                StartPage.open(browsers.person("Ada"), plenum).create("Class").join();
        MeetingRoom bobs = browsers.person("Bob").joinAt(adas.link());
        adas.media().awaitSeenAndHeard(PICTURE, "Bob");

        adas.choose("Bob", "stage.moderate.mute");
        assertThat(adas.mutedTileOf("Bob")).isVisible();
        bobs.turnMicrophoneOn();
        assertThat(adas.mutedTileOf("Bob")).hasCount(0);

        adas.setRule("rules.unmute", false);
        adas.choose("Bob", "stage.moderate.mute");
        assertThat(adas.mutedTileOf("Bob")).isVisible();
        bobs.turnMicrophoneOn();
        assertThat(bobs.person().page().getByText(Texts.text("stage.notice.forbidden")))
                .isVisible();
        assertThat(adas.mutedTileOf("Bob")).isVisible();

        adas.choose("Bob", "stage.moderate.allow");
        assertThat(bobs.person().page().getByText(Texts.text("stage.notice.devices-allowed", "Ada")))
                .isVisible();
        bobs.turnMicrophoneOn();
        assertThat(adas.mutedTileOf("Bob")).hasCount(0);
    }

    @Test
    void whoIsRemovedAndBlockedDoesNotComeBackAndTheRestGoesOn() {
        MeetingRoom adas =
                StartPage.open(browsers.person("Ada"), plenum).create("Public").join();
        String link = adas.link();
        MeetingRoom bobs = browsers.person("Bob").joinAt(link);
        MeetingRoom cleos = browsers.person("Cleo").joinAt(link);
        adas.media().awaitSeenAndHeard(PICTURE, "Bob", "Cleo");

        adas.choose("Cleo", "stage.moderate.promote");
        Await.until(adas.person().page(), "Cleo moderates", PICTURE, () -> adas.roleOf("Cleo")
                .equals(Texts.text("stage.role.moderator")));
        cleos.choose("Bob", "stage.moderate.remove");
        Page cleo = cleos.person().page();
        cleo.getByRole(AriaRole.CHECKBOX, new GetByRoleOptions().setName(Texts.text("stage.remove.block")))
                .check();
        button(cleo, "stage.remove.yes").click();
        Page bob = bobs.person().page();
        assertThat(bob.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(Texts.text("stage.removed.heading"))))
                .isVisible();
        bob.navigate(link);
        new PreJoin(bobs.person()).knock();
        assertThat(bob.getByText(Texts.text("stage.refused.blocked"))).isVisible();
        adas.media().awaitSeenAndHeard(PICTURE, "Cleo");

        Page ada = adas.person().page();
        Desk desk = Desk.beside(adas);
        desk.frame().locator("#end").click();
        desk.confirm();
        assertThat(cleo.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(Texts.text("stage.over.heading"))))
                .isVisible();
        assertThat(ada.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(Texts.text("stage.over.heading"))))
                .isVisible();
    }

    private static Locator button(Page page, String key) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(Texts.text(key)).setExact(true));
    }
}
