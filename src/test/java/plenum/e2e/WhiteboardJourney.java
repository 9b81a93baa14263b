package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People draw on one board at the same time, and it is the same for all of them, and still there. */
@Tag("whiteboard")
class WhiteboardJourney {
    /** The application may have to start anew meanwhile, on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private static final String PICTURE = "async () => { const canvas = document.createElement('canvas');"
            + " [canvas.width, canvas.height] = [3000, 2000]; canvas.getContext('2d').fillRect(0, 0, 1500, 1000);"
            + " const blob = await new Promise((done) => canvas.toBlob(done)); const data = new DataTransfer();"
            + " data.items.add(new File([blob], 'Katze.png', { type: 'image/png' }));"
            + " document.querySelector('plenum-board')"
            + ".dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true })); }";

    @RegisterExtension
    final Browsers browsers = Browsers.withSmallPictures();

    private final PlenumProcess plenum = PlenumProcess.shared();

    @Test
    void threeDrawAtOnceAndAllSeeTheSameAlsoAfterAReloadAndARestart() {
        MeetingRoom adas =
                StartPage.open(browsers.person("Ada"), plenum).create("Board").join();
        BoardPanel ada = BoardPanel.open(adas);
        List<BoardPanel> others = List.of(
                BoardPanel.of(browsers.person("Bob").joinAt(adas.link())),
                BoardPanel.of(browsers.person("Cleo").joinAt(adas.link())));
        List<BoardPanel> all = List.of(ada, others.get(0), others.get(1));
        all.forEach(BoardPanel::awaitOpen);
        for (int stroke = 0; stroke < 4; stroke++) {
            int row = stroke;
            all.forEach(board -> board.drag(100, 100 + 40 * row, 300, 120 + 40 * row));
        }
        awaitSame(12, all);

        others.get(1).reload();
        awaitSame(12, all);

        plenum.kill("wildfly");
        ada.drag(400, 100, 500, 300);
        awaitSame(13, all);
        assertThat(ada.person().uncaught()).isEmpty();
        assertThat(ada.person().policyViolations()).isEmpty();
    }

    @Test
    void notesAreWrittenUndoneListedAndTakenAlong() throws IOException {
        MeetingRoom adas =
                StartPage.open(browsers.person("Ada"), plenum).create("Notes").join();
        BoardPanel ada = BoardPanel.open(adas);
        BoardPanel bob = BoardPanel.of(browsers.person("Bob").joinAt(adas.link()));
        bob.awaitOpen();
        ada.tool("note").drag(200, 200, 201, 201).type("Agenda & <Plan>");
        bob.tool("pen").drag(300, 100, 400, 150);
        awaitSame(2, List.of(ada, bob));
        Locator list = bob.list();
        assertThat(list).containsText("Agenda & <Plan>");
        ada.undo().undo();
        awaitSame(1, List.of(ada, bob));
        assertThat(list).not().containsText("Agenda");
        ada.redo().redo();
        awaitSame(2, List.of(ada, bob));

        ada.page().evaluate(PICTURE);
        awaitSame(3, List.of(ada, bob));
        assertThat(bob.list()).containsText("Katze");

        assertThat(text(ada.export("svg")))
                .contains("Agenda &#38;", "&#60;Plan&#62;")
                .doesNotContain("<Plan>");
        assertThat(bytes(ada.export("png"))).startsWith(0x89, 'P', 'N', 'G');
        assertThat(text(ada.export("pdf"))).startsWith("%PDF-1.4").endsWith("%%EOF\n");
        assertThat(ada.person().policyViolations()).isEmpty();
    }

    @Test
    void moderatorsLockTheBoardAndHideIt() {
        MeetingRoom adas =
                StartPage.open(browsers.person("Ada"), plenum).create("Locked").join();
        BoardPanel ada = BoardPanel.open(adas);
        BoardPanel bob = BoardPanel.of(browsers.person("Bob").joinAt(adas.link()));
        bob.awaitOpen();
        bob.drag(100, 100, 200, 200);
        awaitSame(1, List.of(ada, bob));

        ada.choose("stage.board.people", "stage.board.drawing.moderators");
        assertThat(bob.element()).hasAttribute("data-locked", "");
        bob.drag(100, 300, 200, 300);
        ada.drag(300, 100, 400, 200);
        awaitSame(2, List.of(ada, bob));

        ada.choose("stage.board.people", "stage.board.drawing.person", "Bob");
        assertThat(bob.element()).not().hasAttribute("data-locked", "");
        bob.drag(100, 300, 200, 300);
        awaitSame(3, List.of(ada, bob));

        ada.clear();
        awaitSame(0, List.of(ada, bob));
        ada.choose("stage.board.more", "stage.board.hide");
        assertThat(bob.element()).hasCount(0);
        assertThat(ada.element()).hasCount(0);
    }

    @Test
    @Tag("breakout")
    void eachBreakoutRoomHasABoardOfItsOwn() {
        MeetingRoom adas =
                StartPage.open(browsers.person("Ada"), plenum).create("Groups").join();
        MeetingRoom bobs = browsers.person("Bob").joinAt(adas.link());
        MeetingRoom cleos = browsers.person("Cleo").joinAt(adas.link());
        BoardPanel ada = BoardPanel.open(adas);
        BoardPanel cleo = BoardPanel.of(cleos).awaitOpen();
        ada.drag(100, 100, 300, 120);
        BoardPanel bob = BoardPanel.of(bobs).awaitOpen();
        awaitSame(1, List.of(ada, bob, cleo));
        String main = ada.hash();

        Desk desk = Desk.beside(adas);
        desk.press("breakout", "desk.rooms.make");
        String room = Texts.text("desk.rooms.name", "2");
        desk.assign("Bob", room);
        desk.assign("Cleo", room);
        desk.press("breakout", "desk.rooms.open");
        for (BoardPanel each : List.of(bob, cleo)) {
            assertThat(each.page().locator(".breakout-name")).hasText(room);
            assertThat(each.element()).hasCount(0);
        }
        BoardPanel.open(bobs);
        cleo.awaitOpen();
        awaitSame(0, List.of(bob, cleo));
        bob.drag(100, 200, 300, 250);
        cleo.drag(100, 300, 300, 350);
        awaitSame(2, List.of(bob, cleo));
        String rooms = bob.hash();
        assertThat(ada.hash()).as("the board of the main room").isEqualTo(main);

        desk.press("breakout", "desk.rooms.close");
        awaitSame(1, List.of(ada, bob, cleo));
        assertThat(bob.hash()).isEqualTo(main);
        // what was drawn in the other room is not undone here
        bob.press("Control+z").drag(400, 200, 500, 250);
        awaitSame(2, List.of(ada, bob, cleo));

        desk.press("breakout", "desk.rooms.open");
        for (BoardPanel each : List.of(bob, cleo)) {
            Await.until(each.page(), "the board of the breakout room", PATIENCE, () -> rooms.equals(each.hash()));
        }
        for (BoardPanel each : List.of(ada, bob, cleo)) {
            assertThat(each.person().uncaught()).isEmpty();
        }
    }

    private static void awaitSame(int elements, List<BoardPanel> boards) {
        for (BoardPanel board : boards) {
            Await.until(
                    board.page(),
                    PATIENCE,
                    () -> board.count() == elements && board.hash() != null,
                    () -> board.person().name() + " has " + board.count() + " elements, not " + elements);
        }
        Await.until(
                boards.getFirst().page(),
                "all see the same",
                PATIENCE,
                () -> boards.stream().map(BoardPanel::hash).distinct().count() == 1);
    }

    private static byte[] bytes(Download file) throws IOException {
        return Files.readAllBytes(file.path());
    }

    private static String text(Download file) throws IOException {
        return new String(bytes(file), StandardCharsets.ISO_8859_1);
    }
}
