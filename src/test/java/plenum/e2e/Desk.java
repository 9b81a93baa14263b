package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.time.Duration;

/** The moderation desk beside somebody's stage. */
final class Desk {

    private static final int NARROW = 640;

    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final Page page;
    private final FrameLocator frame;

    private Desk(Page page) {
        this.page = page;
        this.frame = page.frameLocator("plenum-desk iframe");
    }

    static Desk beside(MeetingRoom room) {
        return beside(room.person().page());
    }

    static Desk beside(Page page) {
        Desk desk = new Desk(page);
        if (!page.locator("plenum-desk").isVisible()) {
            desk.toggle();
        }
        // its parts are alive when it has asked for what happened meanwhile
        desk.frame.locator("#desk-main[data-live]").waitFor();
        return desk;
    }

    /** What the server knows this page by. */
    String key() {
        return frame.locator("#desk-main").getAttribute("data-key");
    }

    /** The page that comes in the place of one that the server does not know any more. */
    void awaitAnewAfter(String key) {
        frame.locator("#desk-main[data-live]:not([data-key='" + key + "'])").waitFor();
    }

    FrameLocator frame() {
        return frame;
    }

    /** A part of it, unfolded. */
    Locator part(String name) {
        Locator part = frame.locator("details[data-part=" + name + "]");
        if (part.getAttribute("open") == null) {
            part.locator("summary").click();
        }
        return part;
    }

    void press(String part, String key) {
        Locator button = frame.locator("details[data-part=" + part + "]")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(Texts.text(key)).setExact(true));
        // a desk that was opened anew meanwhile has its parts closed
        Await.until(page, key + " can be pressed", PATIENCE, () -> part(part).isVisible() && button.isVisible());
        button.click();
    }

    /** Says yes to what is asked. */
    void confirm() {
        frame.locator(".ui-confirmdialog-yes:visible").click();
    }

    Locator personRow(String name) {
        return frame.locator("#people tbody tr").filter(new Locator.FilterOptions().setHasText(name));
    }

    void select(String name) {
        personRow(name).locator(".ui-chkbox-box").click();
    }

    /** Turns a rule, and waits until the server has said so. */
    void setRule(String key, boolean on) {
        String rule = key.substring("rules.".length());
        Locator box = part("rules").locator("[id='rule:" + rule + "']");
        if (box.isChecked() != on) {
            page.waitForResponse(
                    answer -> answer.url().endsWith("/desk")
                            && answer.request().postData() != null
                            && answer.request().postData().contains("source=rule%3A" + rule),
                    () -> box.setChecked(on));
        }
    }

    /** The room of somebody, as the choice beside their name has it. */
    Locator roomOf(String name) {
        return part("breakout")
                .locator(".desk-room li")
                .filter(new Locator.FilterOptions().setHasText(name))
                .locator("select");
    }

    void assign(String name, String room) {
        roomOf(name).selectOption(new SelectOption().setLabel(room));
        assertThat(roomOf(name).locator("option[selected]")).hasText(room);
    }

    void close() {
        toggle();
        page.locator("plenum-desk").waitFor(Browsers.gone());
    }

    private void toggle() {
        boolean narrow = page.viewportSize().width <= NARROW;
        if (page.locator("plenum-desk").isVisible() && narrow) {
            page.locator("plenum-desk header .round").last().click();
        } else if (narrow) {
            page.locator("plenum-toolbar > plenum-menu > button").click();
            page.locator(":popover-open [role=menuitem]:has(use[href$=shield])").click();
        } else {
            page.locator("[data-tool=desk]").click();
        }
    }
}
