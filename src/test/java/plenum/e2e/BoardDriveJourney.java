package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of somebody's drive get onto the board, and the board gets into the drive, where the server may read it. */
@Tag("whiteboard")
@Tag("secrecy")
class BoardDriveJourney {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Notes how what is stored as a picture begins. */
    private static final String PICTURES_SENT = """
        (() => {
          window.picturesSent = [];
          const plain = window.fetch;
          window.fetch = async (address, init) => {
            if (String(address).endsWith('/board/pictures')) window.picturesSent.push(await init.body.slice(0, 2).text());
            return plain(address, init);
          };
        })()\
        """;

    private static final Color COLOR = Color.MAGENTA;

    @RegisterExtension
    final Browsers browsers = Browsers.withSmallPictures();

    private final PlenumProcess plenum = PlenumProcess.shared();

    @TempDir
    private Path folder;

    @Test
    void aPictureComesFromTheDriveAndTheBoardGoesThere() throws IOException {
        Person ada = withPicture("ada@board.example");
        BoardPanel board =
                BoardPanel.open(StartPage.open(ada, plenum).create("Skizze").join());
        take(board);
        Await.until(ada.page(), "the picture is there", PATIENCE, () -> board.shows(COLOR));
        board.choose("stage.board.export", "stage.board.drive.png");
        assertThat(ada.page().getByText(Texts.text("stage.board.drive.saved"))).isVisible();
        ada.page().navigate(plenum.page("/drive"));
        assertThat(ada.page().locator(".drive-row")).hasCount(2);
        assertThat(ada.page().locator(".drive-row").filter(new Locator.FilterOptions().setHasText("Skizze")))
                .hasCount(1);
        assertThat(ada.uncaught()).isEmpty();
        assertThat(ada.violationsBesideStyles()).isEmpty();
    }

    @Test
    void whereTheMeetingIsEncryptedThePictureIsSealedAndTheBoardStaysAway() throws IOException {
        Person ada = withPicture("bea@board.example");
        ada.page().addInitScript(PICTURES_SENT);
        MeetingRoom adas = StartPage.open(ada, plenum)
                .newMeeting()
                .openOptions()
                .encrypted()
                .create("Vertraulich")
                .join();
        BoardPanel board = BoardPanel.open(adas);
        BoardPanel bobs =
                BoardPanel.of(browsers.person("Bob").joinAt(adas.link())).awaitOpen();
        take(board);
        Await.until(bobs.page(), "the picture has come", PATIENCE, () -> bobs.shows(COLOR));
        assertThat(ada.page().evaluate("() => window.picturesSent")).isEqualTo(List.of("~1"));
        board.choose("stage.board.export", "stage.board.drive.pdf");
        assertThat(ada.page().getByText(Texts.text("stage.board.drive.encrypted")))
                .isVisible();
        assertThat(ada.uncaught()).isEmpty();
    }

    /** Somebody who is signed in, with a picture in the drive. */
    private Person withPicture(String email) throws IOException {
        Person person = new DrivePeople(plenum).signedIn(browsers.person("Ada"), email);
        Page page = person.page();
        page.navigate(plenum.page("/drive"));
        BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(COLOR);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.dispose();
        Path file = folder.resolve("Katze.png");
        ImageIO.write(image, "png", file.toFile());
        DriveFiles.drop(page, ".drive-main", List.of(file));
        assertThat(page.locator(".drive-row")).hasCount(1);
        return person;
    }

    private static void take(BoardPanel board) {
        board.choose("stage.board.more", "stage.board.drive.picture");
        Locator dialog = board.page()
                .getByRole(
                        AriaRole.DIALOG, new Page.GetByRoleOptions().setName(Texts.text("stage.board.drive.pictures")));
        Locator entry = dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Katze.png"));
        entry.waitFor();
        Looks.canBeRead(board.person(), "pictures of the drive");
        entry.click();
        assertThat(dialog).isHidden();
    }
}
