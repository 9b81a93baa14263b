package plenum.e2e;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The board, as one person sees it. */
final class BoardPanel {
    private final Person person;
    private final Page page;

    private BoardPanel(MeetingRoom room) {
        this.person = room.person();
        this.page = person.page();
    }

    /** Opens the board for everybody, from the meeting's menu. */
    static BoardPanel open(MeetingRoom room) {
        BoardPanel board = new BoardPanel(room);
        board.page
                .locator("plenum-toolbar > plenum-menu > button[aria-haspopup=menu]")
                .last()
                .click();
        board.item("stage.board.open").click();
        return board.awaitOpen();
    }

    /** The board that somebody else has opened. */
    static BoardPanel of(MeetingRoom room) {
        return new BoardPanel(room);
    }

    BoardPanel awaitOpen() {
        canvas().waitFor();
        Await.until(page, "the board is here", java.time.Duration.ofSeconds(30), () -> hash() != null);
        return this;
    }

    Person person() {
        return person;
    }

    Page page() {
        return page;
    }

    Locator element() {
        return page.locator("plenum-board");
    }

    private Locator canvas() {
        return element().locator(".board-canvas");
    }

    /** The same for all who see the same; null while something is still to come or to be stored. */
    @Nullable
    String hash() {
        return (String) page.evaluate("() => document.querySelector('plenum-board')?.sceneHash() ?? null");
    }

    int count() {
        return ((Number) page.evaluate("() => document.querySelector('plenum-board')?.elementCount ?? -1")).intValue();
    }

    BoardPanel tool(String name) {
        button("stage.board.tool." + name).click();
        return this;
    }

    /** One of those in the window of shapes. */
    BoardPanel shape(String name) {
        open("stage.board.shapes");
        return tool(name);
    }

    BoardPanel press(String keys) {
        canvas().press(keys);
        return this;
    }

    /** With the pointer, from one place of the canvas to another. */
    BoardPanel drag(int fromX, int fromY, int toX, int toY) {
        BoundingBox box = canvas().boundingBox();
        page.mouse().move(box.x + fromX, box.y + fromY);
        page.mouse().down();
        page.mouse().move(box.x + toX, box.y + toY, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(6));
        page.mouse().up();
        return this;
    }

    /** Into what has just been made. */
    BoardPanel type(String text) {
        page.locator(".board-text").waitFor();
        page.keyboard().type(text);
        page.keyboard().press("Control+Enter");
        return this;
    }

    /** Presses a button, which may open a window or close it. */
    void open(String key) {
        button(key).click();
    }

    BoardPanel insert(FilePayload picture) {
        page.waitForFileChooser(() -> button("stage.board.picture").click()).setFiles(picture);
        return this;
    }

    /** Whether a colour is on the canvas, give or take what a codec changes. */
    boolean shows(Color color) {
        return (boolean) page.evaluate("""
                ([red, green, blue]) => {
                  const canvas = document.querySelector('plenum-board .board-canvas');
                  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                  for (let at = 0; at < data.length; at += 4) {
                    if (Math.abs(data[at] - red) + Math.abs(data[at + 1] - green) + Math.abs(data[at + 2] - blue) < 40) return true;
                  }
                  return false;
                }""", List.of(color.getRed(), color.getGreen(), color.getBlue()));
    }

    BoardPanel undo() {
        button("stage.board.undo").click();
        return this;
    }

    BoardPanel redo() {
        button("stage.board.redo").click();
        return this;
    }

    /** Brings everything into sight. */
    void fit() {
        element().locator(".board-zoom").click();
    }

    /** What is on the page, in words. */
    Locator list() {
        Locator list = element().locator(".board-list");
        if (!list.isVisible()) {
            choose("stage.board.more", "stage.board.list");
        }
        return list;
    }

    void choose(String menu, String key, Object... arguments) {
        element()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(Texts.text(menu)).setExact(true))
                .click();
        item(key, arguments).click();
    }

    /** Empties the page, when asked whether to. */
    void clear() {
        choose("stage.board.more", "stage.board.clear");
        element()
                .getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Texts.text("stage.board.clear")))
                .click();
    }

    Download export(String format) {
        return page.waitForDownload(
                () -> choose("stage.board.export", "stage.board.export." + format.toLowerCase(Locale.ROOT)));
    }

    void reload() {
        page.reload();
        awaitOpen();
    }

    private Locator button(String key) {
        return element()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(Texts.text(key)).setExact(true));
    }

    private Locator item(String key, Object... arguments) {
        String name = Texts.text(key, arguments);
        return page.getByRole(
                        AriaRole.MENUITEM, new GetByRoleOptions().setName(name).setExact(true))
                .or(page.getByRole(
                        AriaRole.MENUITEMCHECKBOX,
                        new GetByRoleOptions().setName(name).setExact(true)));
    }
}
