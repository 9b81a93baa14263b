package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.awt.Color;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The tools of the board, one after the other, and what others see of them. */
@Tag("whiteboard")
class BoardToolsJourney {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Color LASER = new Color(0xe02f2f);

    @RegisterExtension
    final Browsers browsers = Browsers.withSmallPictures();

    private final PlenumProcess plenum = PlenumProcess.shared();

    @Test
    void shapesAreGroupedAlignedMovedByKeysAndErased() {
        MeetingRoom adas =
                StartPage.open(browsers.person("Ada"), plenum).create("Shapes").join();
        BoardPanel ada = BoardPanel.open(adas);
        BoardPanel bob = BoardPanel.of(browsers.person("Bob").joinAt(adas.link()));
        bob.awaitOpen();
        ada.shape("rect").drag(100, 100, 180, 160);
        ada.shape("arrow").drag(300, 120, 380, 200);
        ada.tool("text").drag(500, 100, 500, 100).type("Ziel");
        ada.tool("marker").drag(100, 300, 300, 300);
        awaitSame(4, ada, bob);

        Locator selection = ada.element().locator(".board-selection");
        ada.tool("select").press("Control+a");
        assertThat(selection).isVisible();
        ada.open("stage.board.align.left");
        ada.open("stage.board.group");
        assertThat(selection.locator("[aria-label='" + Texts.text("stage.board.ungroup") + "']"))
                .isVisible();
        String before = awaitSame(4, ada, bob);
        ada.press("Shift+ArrowRight");
        Await.until(
                ada.page(), "the group has moved", PATIENCE, () -> ada.hash() != null && !before.equals(ada.hash()));
        ada.open("stage.board.duplicate");
        awaitSame(8, ada, bob);
        ada.press("Delete");
        awaitSame(4, ada, bob);
        bob.tool("pen").drag(700, 300, 800, 300);
        awaitSame(5, ada, bob);
        bob.tool("eraser").drag(750, 250, 750, 350);
        awaitSame(4, ada, bob);
        assertThat(ada.person().uncaught()).isEmpty();
        assertThat(bob.person().uncaught()).isEmpty();
    }

    @Test
    void pagesTemplatesAndPapersAndWhoeverFollowsSeesThem() {
        MeetingRoom adas =
                StartPage.open(browsers.person("Ada"), plenum).create("Pages").join();
        BoardPanel ada = BoardPanel.open(adas);
        BoardPanel bob = BoardPanel.of(browsers.person("Bob").joinAt(adas.link()));
        bob.awaitOpen();
        ada.choose("stage.board.more", "stage.board.template.kanban");
        assertThat(bob.list()).containsText(Texts.text("stage.board.template.kanban.0"));
        bob.choose("stage.board.people", "stage.board.follow", "Ada");
        assertThat(bob.element().locator(".board-following")).hasText(Texts.text("stage.board.following", "Ada"));

        ada.open("stage.board.page.add");
        ada.choose("stage.board.more", "stage.board.paper.grid");
        Locator page = bob.element().locator(".board-page");
        assertThat(page).hasText(Texts.text("stage.board.page", 2, 2));
        assertThat(bob.list()).containsText(Texts.text("stage.board.list.none"));
        ada.open("stage.board.page.previous");
        assertThat(page).hasText(Texts.text("stage.board.page", 1, 2));
        assertThat(bob.list()).containsText(Texts.text("stage.board.template.kanban.0"));
        assertThat(ada.person().uncaught()).isEmpty();
    }

    @Test
    void pointersHaveNamesALaserLeavesATrailAndWhoRestsFades() {
        MeetingRoom adas =
                StartPage.open(browsers.person("Ada"), plenum).create("Laser").join();
        BoardPanel ada = BoardPanel.open(adas);
        BoardPanel bob = BoardPanel.of(browsers.person("Bob").joinAt(adas.link()));
        bob.awaitOpen();
        ada.tool("laser");
        int[] turns = {0};
        Await.until(bob.page(), "the trail of the laser", PATIENCE, () -> {
            int at = 200 + 40 * (turns[0]++ % 5);
            ada.drag(at, 200, at + 200, 260);
            return bob.shows(LASER);
        });
        Locator pointer = bob.element().locator(".board-pointer");
        assertThat(pointer.locator(".board-pointer-name")).hasText("Ada");
        assertThat(pointer).hasAttribute("data-idle", "");
        Await.until(bob.page(), "the trail is gone", PATIENCE, () -> !bob.shows(LASER));
        assertThat(bob.count()).isZero();
    }

    private static String awaitSame(int elements, BoardPanel... boards) {
        for (BoardPanel board : boards) {
            Await.until(
                    board.page(),
                    PATIENCE,
                    () -> board.count() == elements && board.hash() != null,
                    () -> board.person().name() + " has " + board.count() + " elements, not " + elements);
        }
        Await.until(
                boards[0].page(),
                "all see the same",
                PATIENCE,
                () -> List.of(boards).stream().map(BoardPanel::hash).distinct().count() == 1);
        return String.valueOf(boards[0].hash());
    }
}
