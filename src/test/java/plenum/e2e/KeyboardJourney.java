package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A whole meeting without a mouse: everything is reached, everybody sees where they are, what is closed gives the focus back. */
@Tag("ui")
class KeyboardJourney {

    private static final int LONGEST_WALK = 60;
    private static final String FOCUS_IS_SEEN = """
        () => {
          const element = document.activeElement;
          if (!element || element === document.body) return false;
          const marked = element.matches('input[type=radio]') ? element.closest('label') : element;
          const around = element.closest('.composer-line') ?? marked;
          return [marked, around].some((one) => {
            const style = getComputedStyle(one);
            return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
          });
        }\
        """;

    @RegisterExtension
    final Browsers browsers = Browsers.withSmallPictures();

    private final PlenumProcess plenum = PlenumProcess.shared();

    @Test
    void everythingInAMeetingIsDoneWithTheKeyboard() {
        Person ada = browsers.person("Ada");
        Page page = ada.page();
        MeetingRoom room = createAndJoin(ada);
        MeetingRoom bobs = browsers.person("Bob").joinAt(room.link());

        page.keyboard().press("m");
        assertThat(bobs.mutedTileOf("Ada")).isVisible();
        speaksWhileSpaceIsHeld(page, bobs);
        writes(page, bobs);
        usesAMenu(page);
        page.keyboard().press("h");
        assertThat(bobs.person().page().locator(".tile-hand:not([hidden])")).isVisible();
        closesTheTopmostThingFirst(page);

        walkTo(page, page.locator(".tool.leave")).press("Enter");
        assertThat(page.locator("plenum-farewell h1")).isFocused();
        assertThat(ada.uncaught()).isEmpty();
    }

    private MeetingRoom createAndJoin(Person ada) {
        Page page = ada.page();
        page.navigate(plenum.page("/"));
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        walkTo(page, page.locator(".door .button.primary")).press("Enter");
        assertThat(page.locator("#create\\:name")).isFocused();
        page.keyboard().type("Keyboard");
        page.keyboard().press("Enter");
        assertThat(page.locator("#prejoin-name")).isFocused();
        page.keyboard().type("Ada");
        new PreJoin(ada).awaitMirror();
        page.keyboard().press("Enter");
        return new MeetingRoom(ada).awaitInside();
    }

    private static void speaksWhileSpaceIsHeld(Page page, MeetingRoom bobs) {
        page.keyboard().down("Space");
        assertThat(page.locator(".talking")).not().isEmpty();
        assertThat(bobs.mutedTileOf("Ada")).hasCount(0);
        page.keyboard().up("Space");
        assertThat(bobs.mutedTileOf("Ada")).isVisible();
        assertThat(page.locator(".talking")).isEmpty();
    }

    private static void writes(Page page, MeetingRoom bobs) {
        page.keyboard().press("c");
        assertThat(page.locator("plenum-chat textarea")).isFocused();
        page.keyboard().type("mhp");
        page.keyboard().press("Enter");
        assertThat(page.locator(".chat-log").getByText("mhp")).isVisible();
        assertThat(bobs.person().page().locator("[aria-keyshortcuts=C]")).hasAttribute("data-count", "1");
        page.keyboard().press("Escape");
        assertThat(page.locator("plenum-dock")).isHidden();
        assertThat(page.locator("[aria-keyshortcuts=C]")).isFocused();
    }

    /** The list of people, somebody in it, their menu, one of its entries. */
    private static void usesAMenu(Page page) {
        page.keyboard().press("p");
        assertThat(page.locator("#people-heading")).isFocused();
        Locator menu =
                page.locator("plenum-people .person plenum-menu > button").last();
        walkTo(page, menu).press("Enter");
        assertThat(page.locator(":popover-open [role=menuitem]").first()).isFocused();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator(":popover-open [role=menuitem]").nth(1)).isFocused();
        page.keyboard().press("Escape");
        assertThat(menu).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator("plenum-people")).isHidden();
        assertThat(page.locator("[aria-keyshortcuts=P]")).isFocused();
    }

    private static void closesTheTopmostThingFirst(Page page) {
        page.keyboard().press("p");
        page.keyboard().press("?");
        assertThat(page.locator("dialog[open] .shortcuts")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog[open]")).hasCount(0);
        assertThat(page.locator("plenum-people")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("plenum-people")).isHidden();
        Locator more = page.locator("plenum-toolbar > plenum-menu > button");
        walkTo(page, more).press("Enter");
        page.locator(":popover-open [role=menuitem]:has(use[href$=gear])").press("Enter");
        assertThat(page.locator("dialog[open].settings")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog[open]")).hasCount(0);
        assertThat(more).isFocused();
    }

    /** Tab after Tab, and at each stop it is seen where one is. */
    private static Locator walkTo(Page page, Locator wanted) {
        for (int i = 0; i < LONGEST_WALK; i++) {
            page.keyboard().press("Tab");
            assertThat((Boolean) page.evaluate(FOCUS_IS_SEEN))
                    .as(
                            "the focus is seen on %s",
                            page.evaluate("() => document.activeElement?.outerHTML.slice(0, 200)"))
                    .isTrue();
            if (Boolean.TRUE.equals(wanted.evaluate("(element) => element === document.activeElement"))) {
                return wanted;
            }
        }
        throw new AssertionError("not reached with Tab: " + wanted);
    }
}
