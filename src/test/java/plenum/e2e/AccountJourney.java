package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody who is signed in has their settings and their files in a meeting. */
@Tag("account")
class AccountJourney {
    private static final String PASSWORD = "seven quiet rivers";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern FIRST_ADMIN = Pattern.compile("http\\S+/link#\\S+");
    private static final String PICTURE = "async () => { const canvas = document.createElement('canvas');"
            + " [canvas.width, canvas.height] = [300, 200]; canvas.getContext('2d').fillRect(0, 0, 150, 100);"
            + " const blob = await new Promise((done) => canvas.toBlob(done)); const data = new DataTransfer();"
            + " data.items.add(new File([blob], 'Katze.png', { type: 'image/png' }));"
            + " document.querySelector('plenum-board')"
            + ".dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true })); }";

    @RegisterExtension
    final Browsers browsers = Browsers.withSmallPictures();

    private final PlenumProcess plenum = PlenumProcess.start("account");

    @AfterEach
    void stop() {
        plenum.close();
    }

    @Test
    void settingsAndFilesOfAnAccountComeAlong() {
        Person ada = browsers.person("Ada");
        Page page = ada.page();
        makeAccount(page);
        page.navigate(plenum.page("/settings"));
        set(page, "[id='personal:muted']");
        set(page, "[id='planning:meeting']");
        page.locator("[id='planning:to']").fill("07:00");
        page.locator("[id='planning:to']").blur();
        assertThat(page.locator("[id='planning:refused']")).hasText(Texts.text("calendar.hours.bad"));
        Looks.canBeRead(ada, "settings of an account");
        page.reload();
        assertThat(page.locator("[id='personal:muted']")).isChecked();
        assertThat(page.locator("[id='planning:meeting']")).isChecked();
        assertThat(page.locator("[id='planning:to']")).hasValue("18:00");

        PreJoin door = StartPage.open(ada, plenum).create("Files");
        assertThat(page.locator("#prejoin-name")).hasValue("Ada Lovelace");
        assertThat(page.locator(".preview .tool[data-off]")).hasCount(1);
        BoardPanel board = BoardPanel.open(door.joinAs("Ada Lovelace"));
        page.evaluate(PICTURE);
        awaitElements(board, 1);
        board.choose("stage.board.export", "stage.board.drive.png");
        assertThat(page.getByText(Texts.text("stage.board.drive.saved"))).isVisible();
        page.navigate(plenum.page("/drive"));
        assertThat(page.getByText(Pattern.compile("Files-.*\\.png")).first()).isVisible();
        assertThat(ada.uncaught()).isEmpty();
        assertThat(ada.violationsBesideStyles()).isEmpty();
    }

    private static void set(Page page, String toggle) {
        page.locator(toggle).check();
        assertThat(page.locator("#saved")).hasText(Texts.text("account.saved"));
    }

    private static void awaitElements(BoardPanel board, int elements) {
        Await.until(board.page(), elements + " elements", PATIENCE, () -> board.count() == elements);
    }

    /** As the first admin, by the link in the log. */
    private void makeAccount(Page page) {
        page.navigate(firstAdminLink());
        page.locator("[id='welcome:email']").fill("ada@example.org");
        page.locator("[id='welcome:name']").fill("Ada Lovelace");
        page.locator("[id='welcome:password']").fill(PASSWORD);
        page.locator("[id='welcome:submit']").click();
        page.locator("[id='welcome:submit']").waitFor(Browsers.gone());
    }

    private String firstAdminLink() {
        try {
            Matcher link = FIRST_ADMIN.matcher(Files.readString(plenum.logs().resolve("wildfly.log")));
            assertThat(link.find()).isTrue();
            return link.group();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
