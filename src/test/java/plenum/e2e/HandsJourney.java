package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People ask for the floor, in order, and show what they feel. */
@Tag("reaction")
class HandsJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @RegisterExtension
    final Browsers browsers = Browsers.withSmallPictures();

    private final PlenumProcess plenum = PlenumProcess.shared();

    @Test
    void handsAreInOrderAndModeratorsLowerThem() {
        Person ada = browsers.person("Ada");
        MeetingRoom adas = StartPage.open(ada, plenum).create("Floor").join();
        MeetingRoom bobs = browsers.person("Bob").joinAt(adas.link());
        MeetingRoom cems = browsers.person("Cem").joinAt(adas.link());

        cems.pressHand();
        assertThat(adas.tileOf("Cem").locator(".tile-hand")).hasText("1");
        bobs.pressHand();
        assertThat(adas.tileOf("Bob").locator(".tile-hand")).hasText("2");
        ada.page().keyboard().press("p");
        Locator queue = ada.page().locator("plenum-hands li");
        Locator names = queue.locator(".person-name");
        assertThat(names).hasText(new String[] {"Cem", "Bob"});
        assertThat(bobs.person().page().locator("plenum-hands button:visible")).hasCount(0);

        bobs.person().page().reload();
        bobs.awaitInside();
        assertThat(adas.tileOf("Bob").locator(".tile-hand")).hasText("2");
        assertThat(bobs.tileOf("Cem").locator(".tile-hand")).hasText("1");

        queue.first().getByRole(AriaRole.BUTTON).click();
        assertThat(notices(cems)).containsText(Texts.text("stage.hand.lowered"));
        assertThat(notices(bobs)).containsText(Texts.text("stage.hand.next"));
        cems.pressHand();
        assertThat(names).hasText(new String[] {"Bob", "Cem"});
        ada.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Texts.text("stage.hand.lower-all")))
                .click();
        assertThat(queue).hasCount(0);
        assertThat(cems.tileOf("Bob").locator(".tile-hand")).isHidden();
    }

    @Test
    void reactionsAreSeenByEverybodyForAMoment() {
        Person ada = browsers.person("Ada");
        MeetingRoom adas = StartPage.open(ada, plenum).create("Feelings").join();
        Person bob = browsers.person("Bob");
        bob.joinAt(adas.link());
        bob.page().emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));

        react(bob, "stage.reaction.clap");
        Locator seen = ada.page().locator(".reaction");
        assertThat(seen.locator(".reaction-emoji")).hasText("👏");
        assertThat(seen.locator(".reaction-name")).hasText("Bob");
        assertThat(ada.page().locator("plenum-reactions [role=log]"))
                .hasText("Bob: " + Texts.text("stage.reaction.clap"));
        assertThat(bob.page().locator(".reaction-name")).hasText(Texts.text("stage.chat.you"));
        assertThat(bob.page().evaluate("() => getComputedStyle(document.querySelector('.reaction')).animationName"))
                .isEqualTo("none");
        assertThat(seen).hasCount(0);

        for (int i = 0; i < 12; i++) {
            react(bob, "stage.reaction.heart");
        }
        Await.until(ada.page(), "some of them come", PATIENCE, () -> seen.count() > 0);
        assertThat(seen.count()).isLessThan(12);
        assertThat(bob.uncaught()).isEmpty();
    }

    static void react(Person person, String key) {
        Page page = person.page();
        if (!page.locator(".reaction-menu").isVisible()) {
            page.locator("[popovertarget=reaction-menu]").click();
        }
        page.locator(".reaction-menu")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(Texts.text(key)).setExact(true))
                .click();
    }

    private static Locator notices(MeetingRoom room) {
        return room.person().page().locator(".notices");
    }
}
