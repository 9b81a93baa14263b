package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plenum.platform.Messages;

/** Every state of the drive, of links and of the admin's storage, in every size and dress: fits, can be read by a screen reader. */
@Tag("drive")
class DrivePagesJourney {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String LONG_NAME =
            "Geschwindigkeitsbegrenzungsverordnungsentwurf der Arbeitsgemeinschaft 🌳 (überarbeitet).txt";

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final PlenumProcess plenum = PlenumProcess.shared();
    private final DrivePeople people = new DrivePeople(plenum);

    @TempDir
    private Path folder;

    private String language;

    @ParameterizedTest(name = "in {0}")
    @MethodSource("plenum.e2e.Looks#languages")
    void everyStateIsFitToBeSeen(String tag) throws IOException {
        language = tag;
        Locale locale = Locale.forLanguageTag(tag);
        Person ada = people.signedIn(browsers.person("Ada", tag), address("ada"), locale);
        Person bob = people.signedIn(browsers.person("Bob", tag), address("bob"), locale);
        Page page = ada.page();
        page.navigate(plenum.page("/drive"));
        Looks.at(ada, "drive-empty");
        fill(page);
        theTable(ada);
        previews(ada);
        dialogs(ada);
        sharing(ada, bob);
        trash(ada);
        noRoom(ada);
        adminsStorage(ada);
        for (Person person : List.of(ada, bob)) {
            assertThat(person.violationsBesideStyles()).isEmpty();
            assertThat(person.uncaught()).isEmpty();
        }
    }

    private void fill(Page page) throws IOException {
        DriveFiles files = new DriveFiles(folder.resolve("files"));
        DriveFiles.drop(
                page,
                ".drive-main",
                List.of(
                        files.picture("Bild.png"),
                        files.pdf("Blatt.pdf"),
                        files.sound("Ton.wav"),
                        files.text(LONG_NAME, "Guten Tag"),
                        files.large("Archiv.bin", 3),
                        files.folder("Unterlagen", "Entwürfe")));
        assertThat(page.locator("[data-uploads-sum]"))
                .containsText("7 / 7", new ContainsTextOptions().setTimeout(PATIENCE.toMillis()));
        Await.until(page, "the pictures are made", PATIENCE, () -> {
            page.navigate(plenum.page("/drive"));
            return page.locator(".thumb[src]").count() == 2;
        });
    }

    private void theTable(Person ada) {
        Page page = ada.page();
        Looks.at(ada, "drive");
        wide(page);
        DriveFiles.choose(page, "Blatt.pdf");
        assertThat(page.locator("[id='files:rename']")).isVisible();
        Looks.at(ada, "drive-chosen");
        wide(page);
        page.locator("[data-grid]").click();
        Looks.at(ada, "drive-grid");
        wide(page);
        page.locator("[data-grid]").click();
        page.navigate(plenum.page("/drive?q=nirgends"));
        Looks.at(ada, "drive-nothing-found");
    }

    private void previews(Person ada) {
        Page page = ada.page();
        for (String name : List.of("Bild.png", "Blatt.pdf", "Ton.wav", "Archiv.bin")) {
            wide(page);
            page.navigate(plenum.page("/drive"));
            page.locator("[data-name='" + name + "'] a.file-name").click();
            assertThat(page.locator("#preview[open]")).isVisible();
            Looks.at(ada, "drive-preview-" + name.substring(0, name.indexOf('.')));
            page.keyboard().press("Escape");
        }
    }

    private void dialogs(Person ada) {
        Page page = ada.page();
        page.navigate(plenum.page("/drive"));
        wide(page);
        page.getByRole(AriaRole.BUTTON, button("drive.folder.new")).click();
        assertThat(page.locator("[id='folder-form:name']")).isFocused();
        Looks.at(ada, "drive-folder");
        page.keyboard().press("Escape");
        wide(page);
        page.getByRole(AriaRole.BUTTON, button("drive.target.connect")).click();
        Looks.at(ada, "drive-webdav");
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(text("drive.target.s3")))
                .click();
        page.locator("[id='target:s3:connect']").click();
        assertThat(page.locator("[id='target:s3:refused']")).hasText(text("drive.target.incomplete"));
        Looks.at(ada, "drive-s3");
        page.keyboard().press("Escape");
        wide(page);
        DriveFiles.choose(page, "Blatt.pdf");
        page.locator("[id='files:versions']").click();
        assertThat(page.locator("[id='versions-form']")).isVisible();
        Looks.at(ada, "drive-versions");
        page.keyboard().press("Escape");
    }

    private void sharing(Person ada, Person bob) {
        Page page = ada.page();
        page.navigate(plenum.page("/drive"));
        wide(page);
        DriveFiles.choose(page, "Unterlagen");
        page.locator("[id='files:share']").click();
        page.locator("[id='share:share-person:email']").fill(address("bob"));
        page.locator("[id='share:share-person:share']").click();
        assertThat(page.locator("#sharing .row-name")).containsText("bob@");
        Looks.at(ada, "drive-sharing");
        wide(page);
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(text("drive.share.link")))
                .click();
        page.locator("[id='share:share-link:make']").click();
        assertThat(page.locator(".share-link")).hasCount(1);
        String link = page.locator(".share-link").inputValue();
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(text("drive.share.link")))
                .click();
        Looks.at(ada, "drive-sharing-link");
        page.keyboard().press("Escape");
        assertThat(page.locator(".ui-dialog:visible")).hasCount(0);

        bob.page().navigate(plenum.page("/drive?view=shared"));
        assertThat(bob.page().locator("a.file-name")).hasText("Unterlagen");
        Looks.at(bob, "drive-shared");
        Person guest = browsers.person("Guest", language);
        guest.page().navigate(link);
        assertThat(guest.page().locator("h1")).hasText("Unterlagen");
        Looks.at(guest, "drive-link-folder");
        people.execute("update drive_share set password_hash = 'argon2id$1$x$y' where token_hash is not null");
        guest.page().navigate(link);
        Looks.at(guest, "drive-link-locked");
        people.execute("update drive_share set expires_at = now() where token_hash is not null");
        guest.page().navigate(link);
        Looks.at(guest, "drive-link-over");
    }

    private void trash(Person ada) {
        Page page = ada.page();
        wide(page);
        page.navigate(plenum.page("/drive"));
        DriveFiles.choose(page, "Ton.wav");
        page.keyboard().press("Delete");
        assertThat(page.locator("[data-name='Ton.wav']")).hasCount(0);
        page.locator(".place", new Page.LocatorOptions().setHasText(text("drive.trash")))
                .click();
        Looks.at(ada, "drive-trash");
        wide(page);
        page.locator("[id='files:empty']").click();
        assertThat(page.locator(".ui-confirm-dialog")).isVisible();
        Looks.at(ada, "drive-trash-ask");
        wide(page);
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(page.locator("[data-name='Ton.wav']")).hasCount(0);
    }

    private void noRoom(Person ada) throws IOException {
        Page page = ada.page();
        people.execute("update drive set quota = used + 1000 where used > 0");
        page.navigate(plenum.page("/drive"));
        DriveFiles.drop(page, ".drive-main", List.of(new DriveFiles(folder.resolve("full")).large("zuviel.bin", 1)));
        assertThat(page.locator("[data-uploads-refused]")).hasText(text("drive.not.no_room"));
        Looks.at(ada, "drive-no-room");
    }

    private void adminsStorage(Person ada) {
        Page page = ada.page();
        people.execute("update account set role = 'ADMIN' where email = '" + address("ada") + "'");
        wide(page);
        page.navigate(plenum.page("/admin/storage"));
        assertThat(page.locator("[id='drives:table']")).isVisible();
        // its tables scroll within themselves in a narrow window
        Looks.canBeRead(ada, "admin-storage");
        people.execute("update account set role = 'USER' where email = '" + address("ada") + "'");
    }

    private String address(String name) {
        return name + "@" + language.toLowerCase(Locale.ROOT) + ".example";
    }

    private static void wide(Page page) {
        page.setViewportSize(1280, 900);
    }

    private Page.GetByRoleOptions button(String key) {
        return new Page.GetByRoleOptions().setName(text(key));
    }

    private String text(String key) {
        return Messages.in(Locale.forLanguageTag(language)).getString(key);
    }
}
