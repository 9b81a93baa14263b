package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lobby, password, and what is known of a meeting before one is in. */
@Tag("door")
class GettingInJourney {

    private static final Duration PICTURE = Duration.ofSeconds(30);

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final PlenumProcess plenum = PlenumProcess.shared();

    @Test
    void somebodyWhoKnocksWaitsUntilTheyAreLetInOrSentAway() {
        MeetingRoom adas = StartPage.open(browsers.person("Ada"), plenum)
                .newMeeting()
                .openOptions()
                .withLobby()
                .create("Interview")
                .join();
        Page ada = adas.person().page();
        Person bob = browsers.person("Bob");
        bob.page().navigate(adas.link());
        new PreJoin(bob).knock();
        assertThat(heading(bob, "stage.waiting.lobby")).isVisible();
        assertThat(ada.locator(".banner.knocks")).containsText(Texts.text("stage.lobby.one", "Bob"));
        assertThat(bob.page().locator("body")).not().containsText("Ada");

        button(adas.person(), "stage.lobby.admit").click();
        MeetingRoom bobs = new MeetingRoom(bob).awaitInside();
        adas.media().awaitSeenAndHeard(PICTURE, "Bob");
        bobs.media().awaitSeenAndHeard(PICTURE, "Ada");
        assertThat(ada.locator(".banner.knocks")).isHidden();
        assertThat(bob.page().locator(".banner.knocks")).isHidden();

        Person cleo = browsers.person("Cleo");
        cleo.page().navigate(adas.link());
        new PreJoin(cleo).knock();
        button(adas.person(), "stage.lobby.refuse").click();
        assertThat(cleo.page().getByText(Texts.text("stage.refused.declined"))).isVisible();
        assertThat(cleo.page().locator("body")).not().containsText("Bob");
    }

    @Test
    void aPasswordIsAskedForBeforeAnythingIsTold() {
        MeetingRoom adas = StartPage.open(browsers.person("Ada"), plenum)
                .newMeeting()
                .openOptions()
                .withPassword("correct-horse")
                .startMuted()
                .create("Secret plans")
                .join();
        Person bob = browsers.person("Bob");
        bob.page().navigate(adas.link());
        PreJoin door = new PreJoin(bob).awaitMirror().fillName("Bob");
        assertThat(bob.page().content()).doesNotContain("Secret plans");

        door.fillPassword("correct-mouse").joinButton().click();
        assertThat(bob.page().getByText(Texts.text("stage.prejoin.password.wrong")))
                .isVisible();
        assertThat(bob.page().content()).doesNotContain("Secret plans");

        door.fillPassword("correct-horse").joinButton().click();
        MeetingRoom bobs = new MeetingRoom(bob).awaitInside();
        assertThat(bob.page().locator(".meeting-title")).hasText("Secret plans");
        assertThat(adas.mutedTileOf("Bob")).isVisible();

        bobs.turnMicrophoneOn();
        assertThat(adas.mutedTileOf("Bob")).hasCount(0);
        bob.page().reload();
        bobs.awaitInside();
    }

    private static com.microsoft.playwright.Locator heading(Person person, String key) {
        return person.page().getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(Texts.text(key)));
    }

    private static com.microsoft.playwright.Locator button(Person person, String key) {
        return person.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new GetByRoleOptions().setName(Texts.text(key)).setExact(true));
    }
}
