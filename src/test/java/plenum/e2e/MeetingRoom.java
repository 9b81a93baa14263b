package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;

/** The running meeting, as one person sees it. */
final class MeetingRoom {

    private static final Duration ENTRANCE = Duration.ofSeconds(60);

    private final Person person;
    private final Page page;
    private final MediaProbe media;

    MeetingRoom(Person person) {
        this.person = person;
        this.page = person.page();
        this.media = new MediaProbe(page);
    }

    MeetingRoom awaitInside() {
        toolbar().waitFor(new Locator.WaitForOptions().setTimeout(ENTRANCE.toMillis()));
        return this;
    }

    Person person() {
        return person;
    }

    MediaProbe media() {
        return media;
    }

    /** The tile of somebody else. Its accessible name is their name, then what is to be known, with commas between. */
    Locator tileOf(String name) {
        return page.locator(
                "article[aria-label=" + quoted(name) + "], article[aria-label^=" + quoted(name + ",") + "]");
    }

    /** The tile of somebody whose microphone is off. */
    Locator mutedTileOf(String name) {
        return page.locator("article[aria-label^=" + quoted(name + ",") + "][aria-label*="
                + quoted(Texts.text("stage.tile.muted")) + "]");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    void turnMicrophoneOff() {
        tool("stage.mic.off").click();
    }

    void turnMicrophoneOn() {
        tool("stage.mic.on").click();
    }

    void shareScreen() {
        tool("stage.share").click();
    }

    void stopSharing() {
        tool("stage.share.stop").click();
    }

    /** What the browser's own bar does: the capture ends, and the page hears of it. */
    void stopSharingInTheBrowser() {
        page.evaluate("() => window.probedScreens.at(-1).getTracks().forEach((track) => {"
                + " track.stop(); track.dispatchEvent(new Event('ended')); })");
    }

    /** The button of the toolbar that shares, whatever it says now. */
    Locator shareButton() {
        return toolbar().locator("[aria-keyshortcuts=S]");
    }

    /** The shared screen of somebody else. */
    Locator screenOf(String name) {
        return page.locator("article[aria-label=" + quoted(Texts.text("stage.share.of", name)) + "]");
    }

    /** The tile that tells somebody that they share. */
    Locator ownScreen() {
        return page.locator("article[aria-label=" + quoted(Texts.text("stage.share.own")) + "]");
    }

    void leave() {
        tool("stage.leave").click();
        page.getByRole(AriaRole.HEADING, named("stage.left.heading")).waitFor();
    }

    String link() {
        return invitation("link");
    }

    String code() {
        return invitation("code");
    }

    private String invitation(String field) {
        tool("stage.invite").click();
        String value =
                page.getByRole(AriaRole.DIALOG).locator("output." + field).textContent();
        page.keyboard().press("Escape");
        page.getByRole(AriaRole.DIALOG)
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
        return value.strip();
    }

    /** What the list of people says about the role of somebody; empty for a plain participant. */
    String roleOf(String name) {
        Locator people = openPeople();
        Locator row = people.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(name));
        return row.locator(".person-note").textContent().strip();
    }

    /** The list of people. */
    Locator openPeople() {
        Locator people = page.locator("plenum-people");
        if (!people.isVisible()) {
            // its name goes on with how many they are
            toolbar()
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Texts.text("stage.people")))
                    .click();
        }
        return people;
    }

    /** An entry of somebody's menu in the list of people. */
    void choose(String name, String key, Object... arguments) {
        openPeople()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Texts.text("stage.menu.of", name)))
                .click();
        page.getByRole(
                        AriaRole.MENUITEM,
                        new GetByRoleOptions()
                                .setName(Texts.text(key, arguments))
                                .setExact(true))
                .click();
    }

    /** Raises or lowers one's own hand. */
    void pressHand() {
        Locator hand = page.locator("[aria-keyshortcuts=H]");
        String before = hand.getAttribute("aria-pressed");
        page.keyboard().press("h");
        assertThat(hand).not().hasAttribute("aria-pressed", before);
    }

    /** One of the rules of the room, at the desk. */
    void setRule(String key, boolean on) {
        Desk desk = Desk.beside(this);
        desk.setRule(key, on);
        desk.close();
    }

    boolean connectionLost() {
        return page.getByText(Texts.text("stage.connection.lost")).isVisible();
    }

    private Locator toolbar() {
        return page.getByRole(AriaRole.TOOLBAR, named("stage.toolbar"));
    }

    /** By what it does; the word that is seen on it may come before that. */
    private Locator tool(String key) {
        return toolbar().locator("button[aria-label$=\"" + Texts.text(key) + "\"]");
    }

    private static GetByRoleOptions named(String key) {
        return new GetByRoleOptions().setName(Texts.text(key)).setExact(true);
    }
}
