package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An admin runs the server from the console, and everybody notices: a meeting ends, a server drains, a rule holds, another logo is seen; the audit has it all. */
@Tag("admin")
class ConsoleJourney {
    @RegisterExtension
    final Browsers browsers = Browsers.withSmallPictures();

    private final PlenumProcess plenum = PlenumProcess.start("console");

    @Test
    void anAdminRunsTheServerFromTheConsole() throws Exception {
        Person ada = browsers.person("Ada");
        FirstAdmin.signUp(ada, plenum);
        Page page = ada.page();
        page.setViewportSize(1280, 800);
        Person bob = browsers.person("Bob");
        StartPage.open(bob, plenum).create("Board").join();

        endTheMeeting(page, bob);
        drainTheMediaServer(page);
        letGuestsInByTheLobbyAlone(page, bob, browsers.person("Cleo"));
        letOnlyPeopleWithAnAccountCreate(page, bob);
        changeTheLogo(page, bob);
        checkTheFiles(page);
        exportTheAudit(page);
        assertThat(ada.violationsBesideStyles()).isEmpty();
        assertThat(bob.policyViolations()).isEmpty();
        for (Person one : List.of(ada, bob)) {
            assertThat(one.uncaught()).as(one.name()).isEmpty();
        }
    }

    /** By keyboard alone. */
    private void endTheMeeting(Page page, Person bob) {
        page.navigate(plenum.page("/admin/meetings"));
        Locator row = page.locator("tr").filter(new Locator.FilterOptions().setHasText("Board"));
        press(page, row.getByRole(AriaRole.BUTTON, button("admin.meetings.end")));
        press(page, page.locator(".ui-confirmdialog-yes"));
        assertThat(bob.page()
                        .getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(Texts.text("stage.over.heading"))))
                .isVisible();
        assertThat(page.locator("[id='said']")).containsText("Board");
    }

    private void drainTheMediaServer(Page page) {
        page.navigate(plenum.page("/admin/media"));
        press(page, page.getByRole(AriaRole.BUTTON, buttonOf("admin.media.drain")));
        assertThat(page.getByText(Texts.text("admin.media.drained"), exact())).isVisible();
        press(page, page.getByRole(AriaRole.BUTTON, buttonOf("admin.media.resume")));
        assertThat(page.getByText(Texts.text("admin.media.in-use"), exact())).isVisible();
    }

    /** A meeting without a lobby, which goes on. */
    private void letGuestsInByTheLobbyAlone(Page page, Person bob, Person cleo) {
        MeetingRoom bobs = StartPage.open(bob, plenum).create("Open house").join();
        page.navigate(plenum.page("/admin/policies"));
        Locator rule = page.getByLabel(Texts.text("admin.rule.guests-only-by-lobby"));
        rule.focus();
        page.keyboard().press("Space");
        assertThat(page.locator("[id='said']")).containsText("guests-only-by-lobby");
        cleo.page().navigate(bobs.link());
        new PreJoin(cleo).knock();
        assertThat(cleo.page()
                        .getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(Texts.text("stage.waiting.lobby"))))
                .isVisible();
    }

    private void letOnlyPeopleWithAnAccountCreate(Page page, Person bob) {
        page.navigate(plenum.page("/admin/policies"));
        Locator rule = page.getByLabel(Texts.text("admin.rule.anonymous-creation"));
        rule.focus();
        page.keyboard().press("Space");
        assertThat(page.locator("[id='said']")).containsText("anonymous-creation");
        bob.page().navigate(plenum.page("/new"));
        assertThat(bob.page().getByText(Texts.text("policy.no.guest"))).isVisible();
    }

    private void changeTheLogo(Page page, Person bob) throws IOException {
        bob.page().navigate(plenum.page("/"));
        String before = logo(bob.page());
        page.navigate(plenum.page("/admin/brand"));
        page.setInputFiles("[id='logo-form:file']", new FilePayload("logo.png", "image/png", noisyPicture()));
        page.locator("[id='logo-form:upload']").click();
        assertThat(page.locator("[id='said']")).containsText(Texts.text("admin.done", "logo"));
        bob.page().navigate(plenum.page("/"));
        assertThat(logo(bob.page())).isNotEqualTo(before);
        assertThat((int) bob.page().evaluate("() => document.querySelector('.site-header .brand img').naturalWidth"))
                .isPositive();
    }

    private void checkTheFiles(Page page) {
        page.navigate(plenum.page("/admin/storage"));
        page.locator("[id='check:orphans']").click();
        assertThat(page.locator("[id='check:state']")).containsText(Texts.text("admin.storage.orphans.found"));
        page.locator("[id='check:begin']").click();
        assertThat(page.locator("[id='said']")).containsText("storage");
    }

    private void exportTheAudit(Page page) throws IOException {
        page.navigate(plenum.page("/admin/audit"));
        assertThat(page.locator("[id='audit:table']")).containsText(Texts.text("admin.did.MEDIA_DRAIN"));
        page.locator("[id='audit:words']").fill("board");
        assertThat(page.locator("[id='audit:table']")).not().containsText(Texts.text("admin.did.MEDIA_DRAIN"));
        page.locator("[id='audit:words']").fill("");
        assertThat(page.locator("[id='audit:table']")).containsText(Texts.text("admin.did.MEDIA_DRAIN"));
        Download file =
                page.waitForDownload(() -> page.locator("[id='audit:export']").click());
        try (InputStream in = file.createReadStream()) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("MEETING_END", "MEDIA_DRAIN", "MEDIA_RESUME", "POLICY_SET", "BRAND_LOGO", "STORAGE_CHECK")
                    .contains("Board");
        }
    }

    /** As somebody without a mouse does. */
    private static void press(Page page, Locator button) {
        button.focus();
        page.keyboard().press("Enter");
    }

    private static String logo(Page page) {
        return page.locator(".site-header .brand img").getAttribute("src");
    }

    /** Larger than forms without a file may be. */
    private static byte[] noisyPicture() throws IOException {
        BufferedImage image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        for (int at = 0; at < image.getWidth() * image.getHeight(); at++) {
            graphics.setColor(new Color((at * 2_654_435) & 0xffffff));
            graphics.fillRect(at % image.getWidth(), at / image.getWidth(), 1, 1);
        }
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static GetByRoleOptions buttonOf(String key) {
        return new GetByRoleOptions().setName(Texts.text(key)).setExact(true);
    }

    private static Locator.GetByRoleOptions button(String key) {
        return new Locator.GetByRoleOptions().setName(Texts.text(key)).setExact(true);
    }

    private static Page.GetByTextOptions exact() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
