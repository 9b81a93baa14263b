package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Files of people: they come in by dropping, are looked at, shared, and thrown away. */
@Tag("drive")
class DriveJourney {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String PASSWORD = "ein langes Passwort";

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final PlenumProcess plenum = PlenumProcess.connected();
    private final DrivePeople people = new DrivePeople(plenum);

    @TempDir
    private Path folder;

    @Test
    void filesAreDroppedPreviewedSharedAndThrownAway() throws IOException {
        Person ada = people.signedIn(browsers.person("Ada"));
        Page page = ada.page();
        page.navigate(plenum.page("/drive"));
        filesAreDroppedAndGoOnAfterAReload(page);
        eachKindIsPreviewed(ada);
        aFileIsShared(ada);
        trashGivesBackWhatItGot(page);
        aFullDriveSaysSoBeforeTheUpload(page);
        assertThat(ada.violationsBesideStyles()).isEmpty();
        assertThat(ada.uncaught()).isEmpty();
    }

    private void filesAreDroppedAndGoOnAfterAReload(Page page) throws IOException {
        Queue<String> begun = new ConcurrentLinkedQueue<>();
        Queue<String> gone = new ConcurrentLinkedQueue<>();
        page.onRequest(request -> {
            if (request.method().equals("POST") && request.url().endsWith("/uploads")) {
                begun.add(request.postData());
            }
            if (request.method().equals("PATCH")) {
                gone.add(request.headers().get("upload-offset"));
            }
        });
        DriveFiles files = new DriveFiles(folder.resolve("files"));
        List<Path> many = files.texts(20);
        Path inner = files.folder("Ordner", "innen");
        Path large = files.large("gross.bin", 24);
        page.onDialog(Dialog::accept); // leaving while files go up is asked about
        DriveFiles.drop(page, ".drive-main", List.of(large));
        Await.until(page, "the large file is on its way", PATIENCE, () -> gone.stream()
                .anyMatch(at -> !at.equals("0")));
        page.reload();
        assertThat(page.locator("[data-uploads-sum]")).containsText("gross.bin");
        gone.clear();
        List<Path> all = new ArrayList<>(many);
        all.add(inner);
        all.add(large);
        DriveFiles.drop(page, ".drive-main", all);
        assertThat(page.locator("[data-uploads-sum]"))
                .containsText("23 / 23", new ContainsTextOptions().setTimeout(PATIENCE.toMillis()));
        assertThat(begun.stream().filter(wish -> wish.contains("gross.bin")))
                .as("it went on, and was not begun again")
                .hasSize(1);
        assertThat(page.locator(".drive-row")).hasCount(22);
        page.locator("a.file-name", new Page.LocatorOptions().setHasText("Ordner"))
                .click();
        page.locator("a.file-name", new Page.LocatorOptions().setHasText("innen"))
                .click();
        assertThat(page.locator(".drive-row")).hasCount(1);
    }

    private void eachKindIsPreviewed(Person ada) throws IOException {
        Page page = ada.page();
        page.navigate(plenum.page("/drive"));
        DriveFiles files = new DriveFiles(folder.resolve("kinds"));
        DriveFiles.drop(
                page,
                ".drive-main",
                List.of(
                        files.picture("bild.png"),
                        files.pdf("blatt.pdf"),
                        files.sound("ton.wav"),
                        files.text("wort.txt", "Guten Tag"),
                        files.video(page, "film.webm")));
        assertThat(page.locator("[data-uploads-sum]")).containsText("5 / 5");
        Map<String, String> elements =
                Map.of("picture", "img", "pdf", ".preview-pages", "sound", "audio", "text", "iframe", "video", "video");
        Await.until(page, "it is known what each file is", PATIENCE, () -> {
            page.navigate(plenum.page("/drive?q=" + "bild"));
            return page.locator(".thumb[src]").count() == 1;
        });
        for (Map.Entry<String, String> kind : elements.entrySet()) {
            String name = Map.of("picture", "bild", "pdf", "blatt", "sound", "ton", "text", "wort", "video", "film")
                    .get(kind.getKey());
            Locator file = page.locator("[data-kind=" + kind.getKey() + "] a.file-name");
            Await.until(page, "the type of " + name, PATIENCE, () -> {
                page.navigate(plenum.page("/drive?q=" + name));
                return file.count() == 1;
            });
            file.click();
            Locator shown = page.locator("#preview[open] " + kind.getValue());
            assertThat(shown).isVisible();
            switch (kind.getKey()) {
                case "picture" ->
                    Await.until(page, "the picture", PATIENCE, () -> (int) shown.evaluate("p => p.naturalWidth") == 64);
                case "sound", "video" ->
                    Await.until(page, name, PATIENCE, () -> (boolean) shown.evaluate("m => m.readyState > 0"));
                case "text" ->
                    assertThat(page.frameLocator("#preview iframe").locator("body"))
                            .containsText("Guten Tag");
                default -> allPagesAreSeen(page, shown);
            }
            Looks.canBeRead(ada, "the preview of " + name);
            page.keyboard().press("Escape");
            assertThat(page.locator("#preview[open]")).hasCount(0);
        }
    }

    private static void allPagesAreSeen(Page page, Locator pages) {
        assertThat(pages.locator("img")).hasCount(3);
        assertThat(pages.locator("img").first()).hasAttribute("alt", filled("drive.preview.page", "1", "3"));
        assertThat(page.locator("[data-kind=pdf] .thumb[src]")).hasCount(1);
        pages.press("End");
        Await.until(
                page,
                "the last page",
                PATIENCE,
                () -> (int) pages.locator("img").last().evaluate("p => p.naturalHeight") == 1600);
    }

    private static String filled(String key, String... values) {
        String text = Texts.text(key);
        for (int at = 0; at < values.length; at++) {
            text = text.replace("%" + (at + 1), values[at]);
        }
        return text;
    }

    private void aFileIsShared(Person ada) {
        Page page = ada.page();
        Person bob = people.signedIn(browsers.person("Bob"));
        page.navigate(plenum.page("/drive?q=wort"));
        DriveFiles.choose(page, "wort.txt");
        page.locator("[id='files:share']").click();
        page.locator("[id='share:share-person:email']").fill(people.address("bob"));
        page.locator("[id='share:share-person:share']").click();
        assertThat(page.locator("#sharing .row-name")).containsText(people.address("bob"));
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(Texts.text("drive.share.link")))
                .click();
        page.locator("[id='share:share-link:password']").fill(PASSWORD);
        page.locator("[id='share:share-link:days']").fill("3");
        page.locator("[id='share:share-link:make']").click();
        Locator address = page.locator(".share-link");
        assertThat(address).hasCount(1);
        String link = address.inputValue();
        // a notice that fades is pale for a moment
        assertThat(page.locator(".ui-growl-item")).hasCount(0, new HasCountOptions().setTimeout(PATIENCE.toMillis()));
        Looks.canBeRead(ada, "sharing");

        bob.page().navigate(plenum.page("/drive?view=shared"));
        assertThat(bob.page().locator("a.file-name")).hasText("wort.txt");
        Looks.canBeRead(bob, "what is shared with somebody");

        Person guest = browsers.person("Guest");
        Page door = guest.page();
        door.navigate(link);
        assertThat(door.locator("body")).not().containsText("wort.txt");
        door.locator("#password").fill("geraten");
        door.locator("button[type=submit]").click();
        assertThat(door.locator("#wrong")).hasText(Texts.text("drive.link.wrong"));
        door.locator("#password").fill(PASSWORD);
        door.locator("button[type=submit]").click();
        assertThat(door.locator("h1")).hasText("wort.txt");
        Looks.at(guest, "drive-link");
        people.execute("""
            update drive_share set expires_at = now() - interval '1 second' where token_hash is not null and made_by = %s\
            """.formatted(people.account("ada")));
        assertThat(door.navigate(link).status()).isEqualTo(404);
    }

    private void trashGivesBackWhatItGot(Page page) {
        page.navigate(plenum.page("/drive"));
        DriveFiles.choose(page, "text-07.txt");
        page.keyboard().press("Delete");
        assertThat(page.locator("[data-name='text-07.txt']")).hasCount(0);
        page.locator(".place", new Page.LocatorOptions().setHasText(Texts.text("drive.trash")))
                .click();
        DriveFiles.choose(page, "text-07.txt");
        page.locator("[id='files:restore']").click();
        assertThat(page.locator("[data-name='text-07.txt']")).hasCount(0);
        page.navigate(plenum.page("/drive"));
        assertThat(page.locator("[data-name='text-07.txt']")).hasCount(1);
    }

    private void aFullDriveSaysSoBeforeTheUpload(Page page) throws IOException {
        people.execute("update drive set quota = used + 1000 where account_id = " + people.account("ada"));
        page.navigate(plenum.page("/drive"));
        Queue<String> sent = new ConcurrentLinkedQueue<>();
        page.onRequest(request -> {
            if (request.url().endsWith("/uploads") && request.method().equals("POST")) {
                sent.add(request.url());
            }
        });
        DriveFiles.drop(page, ".drive-main", List.of(new DriveFiles(folder.resolve("full")).large("zuviel.bin", 1)));
        assertThat(page.locator("[data-uploads-refused]")).hasText(Texts.text("drive.not.no_room"));
        assertThat(sent).isEmpty();
    }
}
