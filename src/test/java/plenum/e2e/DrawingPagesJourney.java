package plenum.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The board, ink over a screen, and an encrypted meeting, in every size and dress: they fit and can be read by a screen reader. */
@Tag("whiteboard")
@Tag("ink")
@Tag("secrecy")
class DrawingPagesJourney {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    final Browsers browsers = Browsers.withSmallPictures();

    private final PlenumProcess plenum = PlenumProcess.shared();

    @Test
    void aBoardIsFitToBeSeen() {
        Person ada = browsers.person("Ada");
        BoardPanel board =
                BoardPanel.open(StartPage.open(ada, plenum).create("Board").join());
        board.tool("note").drag(200, 200, 201, 201).type("Agenda");
        Looks.at(ada, "board");
        board.open("stage.board.tools.more");
        Looks.here(ada, "board-tools");
        board.open("stage.board.tools.more");
        assertThat(board.list().isVisible()).isTrue();
        Looks.at(ada, "board-list");
        board.choose("stage.board.more", "stage.board.list");
        ada.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions()
                                .setName(Texts.text("stage.board.export"))
                                .setExact(true))
                .click();
        Looks.canBeRead(ada, "a menu of the board");
    }

    @Test
    void inkIsFitToBeSeen() {
        Person ada = browsers.person("Ada");
        MeetingRoom adas = StartPage.open(ada, plenum).create("Ink").join();
        MeetingRoom bobs = browsers.person("Bob").joinAt(adas.link());
        bobs.shareScreen();
        adas.media().awaitScreen(PATIENCE, "Bob");
        ada.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Texts.text("stage.ink.on", "Bob")))
                .click();
        ada.page().locator(".ink-tools").waitFor();
        Looks.at(ada, "ink");
    }

    @Test
    void anEncryptedMeetingIsFitToBeSeen() {
        Person ada = browsers.person("Ada");
        MeetingRoom adas = StartPage.open(ada, plenum)
                .newMeeting()
                .openOptions()
                .encrypted()
                .create("Secret")
                .join();
        Person bob = browsers.person("Bob");
        bob.page().navigate(adas.link().replaceFirst("#.*", ""));
        bob.page().getByLabel(Texts.text("stage.prejoin.key")).waitFor();
        Looks.at(bob, "key");
        Locator lock = ada.page().locator(".lock-badge");
        lock.click();
        ada.page().locator(".secrecy-pictures li").first().waitFor();
        Looks.at(ada, "lock");
        ada.page().keyboard().press("Escape");
    }
}
