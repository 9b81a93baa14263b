package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import plenum.storage.ServerProcess;

/** Somebody connects a server of their own, Apache's mod_dav or an S3 store: their files go there, come back, and are deleted there. */
@Tag("drive")
@Tag("storage")
class DriveTargetsJourney {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final PlenumProcess plenum = PlenumProcess.connected();
    private final DrivePeople people = new DrivePeople(plenum);

    @TempDir
    private Path folder;

    @Test
    void filesGoToAWebDavServer() throws IOException {
        Path place = Files.createDirectories(folder.resolve("apache"));
        try (ServerProcess apache = ServerProcess.apache(place)) {
            Person ada = people.signedIn(browsers.person("Ada"));
            Page page = openDialog(ada);
            fill(page, "webdav:name", "Wolke");
            fill(page, "webdav:address", "http://127.0.0.1:" + apache.port() + "/dav/");
            fill(page, "webdav:folder", "Ablage von Ada");
            fill(page, "webdav:user", "ada");
            fill(page, "webdav:password", "byron");
            isRefused(page, "webdav", "drive.target.denied");
            fill(page, "webdav:address", "http://127.0.0.1:1/dav/");
            fill(page, "webdav:password", "lovelace");
            isRefused(page, "webdav", "drive.target.unreachable");
            fill(page, "webdav:address", "http://192.168.1.1/dav/");
            fill(page, "webdav:password", "lovelace");
            isRefused(page, "webdav", "drive.target.forbidden_address");
            Looks.canBeRead(ada, "a refused server");
            fill(page, "webdav:address", "http://127.0.0.1:" + apache.port() + "/dav/");
            fill(page, "webdav:password", "lovelace");
            connect(page, "webdav");
            filesGoAndComeBack(ada, "Wolke", place.resolve("dav/Ablage von Ada"));
        }
    }

    @Test
    void filesGoToAnS3Store() throws IOException {
        Path place = Files.createDirectories(folder.resolve("s3"));
        try (ServerProcess s3 = ServerProcess.s3(place)) {
            Person bob = people.signedIn(browsers.person("Bob"));
            Page page = openDialog(bob);
            page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(Texts.text("drive.target.s3")))
                    .click();
            fill(page, "s3:name", "Eimer");
            fill(page, "s3:address", "http://127.0.0.1:" + s3.port());
            fill(page, "s3:bucket", "nothing");
            fill(page, "s3:key", "ada");
            fill(page, "s3:secret", "byron");
            isRefused(page, "s3", "drive.target.denied");
            fill(page, "s3:secret", "lovelace");
            isRefused(page, "s3", "drive.target.not_found");
            fill(page, "s3:bucket", "files");
            fill(page, "s3:secret", "lovelace");
            connect(page, "s3");
            filesGoAndComeBack(bob, "Eimer", place.resolve("buckets/files"));
        }
    }

    private Page openDialog(Person person) {
        Page page = person.page();
        page.navigate(plenum.page("/drive"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Texts.text("drive.target.connect")))
                .click();
        // the dialog gives it the focus a moment after it is seen
        assertThat(page.locator("[id='target:webdav:name']")).isFocused();
        return page;
    }

    private static void fill(Page page, String field, String text) {
        page.locator("[id='target:" + field + "']").fill(text);
    }

    private static void isRefused(Page page, String kind, String why) {
        page.locator("[id='target:" + kind + ":connect']").click();
        assertThat(page.locator("[id='target:" + kind + ":refused']"))
                .hasText(Texts.text(why), new HasTextOptions().setTimeout(PATIENCE.toMillis()));
    }

    private static void connect(Page page, String kind) {
        page.locator("[id='target:" + kind + ":connect']").click();
        page.waitForURL("**/drive?drive=*");
    }

    private void filesGoAndComeBack(Person person, String name, Path place) throws IOException {
        Page page = person.page();
        assertThat(page.locator(".place[aria-current=page]")).containsText(name);
        DriveFiles files = new DriveFiles(folder.resolve("files of " + name));
        Path large = files.large("gross.bin", 9);
        DriveFiles.drop(page, ".drive-main", List.of(large, files.text("Wörter & Sätze.txt", "Guten Tag")));
        assertThat(page.locator("[data-uploads-sum]"))
                .containsText("2 / 2", new ContainsTextOptions().setTimeout(PATIENCE.toMillis()));
        Locator file = page.locator("[data-name='gross.bin'] a.file-name");
        Await.until(page, "the file is on the server", PATIENCE, () -> {
            page.reload();
            return file.count() == 1 && sizes(place).contains(9L << 20);
        });
        file.click();
        Download download = page.waitForDownload(
                () -> page.locator("#preview[open] [data-preview=download]").click());
        assertThat(Files.mismatch(download.path(), large)).isEqualTo(-1);
        page.keyboard().press("Escape");
        aFileThatIsDeletedIsGoneThere(page, place);
        whatIsLeftGoesWithItsOwner(person, place);
        assertThat(person.uncaught()).isEmpty();
    }

    private void aFileThatIsDeletedIsGoneThere(Page page, Path place) {
        page.locator(".place-tools")
                .getByText(Texts.text("drive.target.disconnect"))
                .click();
        assertThat(page.locator(".ui-growl-item")).containsText(Texts.text("drive.target.not-empty"));
        DriveFiles.choose(page, "gross.bin");
        page.locator("[id='files:trash']").click();
        assertThat(page.locator("[data-name='gross.bin']")).hasCount(0);
        page.locator(".place", new Page.LocatorOptions().setHasText(Texts.text("drive.trash")))
                .click();
        page.locator("[id='files:empty']").click();
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(page.locator("[data-name='gross.bin']")).hasCount(0);
        Await.until(
                page, "the server has it no more", PATIENCE, () -> !sizes(place).contains(9L << 20));
    }

    private void whatIsLeftGoesWithItsOwner(Person person, Path place) {
        Operator operator = new Operator(plenum);
        String email = people.address(person.name());
        assertThat(operator.say("user-export", email)).contains("Wörter & Sätze.txt");
        assertThat(sizes(place)).contains((long) "Guten Tag".length());
        operator.say("user-delete", email);
        Await.until(person.page(), "the server has nothing of them any more", PATIENCE, () -> !sizes(place)
                .contains((long) "Guten Tag".length()));
    }

    private static List<Long> sizes(Path place) {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.toFile().length())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
