package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Moderating at the desk: beside the stage, in a window of its own, by two at once, and by keyboard alone. */
@Tag("desk")
class DeskJourney {
    /** From a change to the desk of somebody else. */
    private static final Duration LIVE = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LONGEST_WALK = 60;

    @RegisterExtension
    final Browsers browsers = Browsers.withSmallPictures();

    private final PlenumProcess plenum = PlenumProcess.shared();

    @Test
    void oneIsAdmittedAndThreeOfFiveAreMutedAtOnce() {
        MeetingRoom ada =
                StartPage.open(browsers.person("Ada"), plenum).create("Class").join();
        List<RawTab> five = Stream.of("Bob", "Cem", "Dora", "Eve", "Finn")
                .map(name -> RawTab.join(browsers.person(name), ada.link()))
                .toList();
        Desk desk = Desk.beside(ada);
        desk.setRule("rules.lobby", true);
        Person gina = browsers.person("Gina");
        gina.page().navigate(ada.person().page().url());
        new PreJoin(gina).knock();
        desk.frame().locator("#waiting-list [data-act=admit]").click();
        new MeetingRoom(gina).awaitInside();
        assertThat(desk.personRow("Gina")).isVisible();

        for (String name : List.of("Bob", "Dora", "Finn")) {
            desk.select(name);
        }
        assertThat(desk.frame().locator(".desk-selected")).hasText(Texts.text("desk.selected.some", "3"));
        desk.frame().locator(".desk-bulk > button").first().click();
        for (String name : List.of("Bob", "Dora", "Finn")) {
            five.getFirst().awaitPerson(name, "p && !p.microphone");
        }
        for (String name : List.of("Cem", "Eve")) {
            five.getFirst().awaitPerson(name, "p && p.microphone");
        }
        assertThat(desk.frame().locator("#people tr[aria-selected=true]")).hasCount(3);
        assertThat(ada.person().uncaught()).isEmpty();
        assertThat(ada.person().policyViolations()).isEmpty();
    }

    @Test
    void twoDesksAndAStageWorkAtTheSameTime() {
        MeetingRoom ada =
                StartPage.open(browsers.person("Ada"), plenum).create("Board").join();
        MeetingRoom bob = browsers.person("Bob").joinAt(ada.link());
        RawTab.join(browsers.person("Cem"), ada.link());
        RawTab dora = RawTab.join(browsers.person("Dora"), ada.link());
        ada.choose("Bob", "stage.moderate.promote");
        Desk bobs = Desk.beside(bob);
        Locator typed = bobs.part("rules").locator("#password");
        typed.pressSequentially("half a pass");
        Desk adas = Desk.beside(ada);
        long changed = System.nanoTime();
        adas.setRule("rules.chat", false);
        assertThat(bobs.part("rules").locator("[id='rule:chat']")).not().isChecked();
        Measured.print("a rule is seen at another desk", LIVE, List.of(Duration.ofNanos(System.nanoTime() - changed)));
        assertThat(typed).isFocused();
        typed.pressSequentially("word");
        assertThat(typed).hasValue("half a password");

        // the same participant, by three hands
        Locator mutes = adas.personRow("Cem").locator("[data-act=mute]");
        Locator stops = bobs.personRow("Cem").locator("[data-act=stop-video]");
        mutes.dispatchEvent("click");
        stops.dispatchEvent("click");
        ada.choose("Cem", "stage.moderate.remove");
        ada.person().page().locator("dialog[open] .danger-fill").click();
        for (Desk desk : List.of(adas, bobs)) {
            assertThat(desk.personRow("Cem")).hasCount(0);
            assertThat(desk.personRow("Dora")).hasCount(1);
        }
        dora.awaitPerson("Dora", "p && p.microphone");
        for (MeetingRoom room : List.of(ada, bob)) {
            assertThat(room.person().uncaught()).isEmpty();
            assertThat(room.person().policyViolations()).isEmpty();
        }
    }

    @Test
    void itStandsInAWindowOfItsOwnAndNeedsNoMouse() {
        MeetingRoom ada =
                StartPage.open(browsers.person("Ada"), plenum).create("Office").join();
        RawTab bob = RawTab.join(browsers.person("Bob"), ada.link());
        Page page = ada.person().page();
        walkTo(page, page.locator("[data-tool=desk]")).press("Enter");
        Desk desk = Desk.beside(ada);
        Locator mute = desk.personRow("Bob").locator("[data-act=mute]");
        walkTo(page, mute).press("Enter");
        bob.awaitPerson("Bob", "p && !p.microphone");
        page.keyboard().press("Escape");
        assertThat(page.locator("plenum-desk")).isHidden();
        assertThat(page.locator("[data-tool=desk]")).isFocused();

        page.keyboard().press("Enter");
        Page apart = page.waitForPopup(
                () -> page.locator("plenum-desk header .round").first().click());
        apart.locator("#desk-main[data-live]").waitFor();
        assertThat(page.locator("plenum-desk")).isHidden();
        apart.locator("label[for='rule:locked']").click();
        bob.awaitPerson("Bob", "p");
        assertThat(apart.locator("[id='rule:locked']")).isChecked();
        Looks.canBeRead(apart, "desk");
        ada.leave();
        assertThat(apart.getByText(Texts.text("desk.closed.text"))).isVisible();
        Await.until(
                page,
                "nobody is left at the desk",
                PATIENCE,
                () -> apart.locator("#desk-main").count() == 0);
    }

    /** Tab after Tab, into the frame, too. */
    private static Locator walkTo(Page page, Locator wanted) {
        for (int i = 0; i < LONGEST_WALK; i++) {
            page.keyboard().press("Tab");
            if ((Boolean) wanted.evaluate("(element) => element.ownerDocument.activeElement === element")) {
                return wanted;
            }
        }
        throw new AssertionError("never came to " + wanted);
    }
}
