package plenum.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plenum.platform.Messages;

/** Every state of a recording, in the meeting and on its pages, in every size: fits, and can be read by a screen reader. */
@Tag("recording")
class RecordingPagesJourney {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String PASSWORD = "a word for the film";

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @ParameterizedTest(name = "in {0}")
    @MethodSource("plenum.e2e.Looks#languages")
    void everyStateIsFitToBeSeen(String language) {
        ResourceBundle texts = Messages.in(Locale.forLanguageTag(language));
        PlenumProcess plenum = PlenumProcess.start("recording-pages");
        Person ada = browsers.person("Ada", language);
        FirstAdmin.signUp(ada, plenum);
        Page page = ada.page();
        page.navigate(plenum.page("/new"));
        page.locator("#create\\:name").fill("Geschäftsführungsbesprechung");
        page.locator("#create\\:submit").click();
        enter(ada);
        String link = page.url();
        Person bob = browsers.person("Bartholomäus", language);
        bob.page().navigate(link);
        enter(bob);

        openDialog(page, texts);
        Looks.at(ada, "recording-start");
        page.locator("dialog[open] .recording-dialog .button.primary:visible").click();
        page.locator(".recording-bar").waitFor();
        Locator question = bob.page().locator(".recording-banners .banner");
        question.waitFor();
        Looks.at(bob, "recording-asked");
        question.locator(".button.secondary").click();
        question.waitFor(Browsers.gone());
        Looks.at(bob, "recording-without");
        Person cem = browsers.person("Cem", language);
        cem.page().navigate(link);
        cem.page().locator(".recording-notice").waitFor();
        Looks.at(cem, "recording-door");

        page.setViewportSize(1280, 800);
        page.keyboard().press("c");
        page.locator("plenum-chat textarea").fill("Das Protokoll liegt in der Ablage.");
        page.locator("plenum-chat textarea").press("Enter");
        page.locator("plenum-chat .message-text").waitFor();
        page.keyboard().press("Escape");
        page.locator(".recording-bar").focus();
        page.keyboard().press("Enter");
        page.locator("dialog[open] .recording-dialog dd").first().waitFor();
        Looks.at(ada, "recording-health");
        page.locator("dialog[open] .danger-fill:visible").click();
        page.locator("dialog[open] .danger-fill:visible").last().click();
        page.locator(".recording-bar").waitFor(Browsers.gone());

        Await.until(page, "the film is ready", PATIENCE, () -> {
            page.navigate(plenum.page("/recordings"));
            return page.getByText(texts.getString("recordings.state.READY")).count() > 0;
        });
        Looks.at(ada, "recordings");
        page.locator("a[href*='/recordings/watch']").first().click();
        page.locator("video").waitFor();
        Looks.at(ada, "recording-watch");
        page.locator("#replay").check();
        page.locator("video").evaluate("film => { film.currentTime = film.duration; }");
        page.locator("#chat li:not([hidden])").waitFor();
        Looks.at(ada, "recording-chat");
        String shared = share(ada, texts);
        Page guest = browsers.person("Dan", language).page();
        guest.navigate(shared);
        guest.locator("#password").fill(PASSWORD);
        guest.keyboard().press("Enter");
        guest.locator(".share-rows .file-name").click();
        assertThat(guest.locator("#preview[open] video")
                        .evaluate("async (film) => { await film.play(); return film.duration; }"))
                .as("the film plays for whoever has the link and the password")
                .isInstanceOf(Number.class);
        bob.page().navigate(plenum.page("/consent"));
        Looks.at(bob, "recording-consent");
        page.navigate(plenum.page("/admin/recordings"));
        Looks.at(ada, "recording-console");
        anEncryptedMeetingSaysWhyNot(ada, plenum, texts);
        for (Person person : List.of(ada, bob, cem)) {
            assertThat(person.violationsBesideStyles()).isEmpty();
            assertThat(person.uncaught()).isEmpty();
        }
    }

    private static void anEncryptedMeetingSaysWhyNot(Person moderator, PlenumProcess plenum, ResourceBundle texts) {
        Page page = moderator.page();
        page.setViewportSize(1280, 800);
        page.navigate(plenum.page("/new"));
        page.getByText(texts.getString("create.options")).click();
        page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(texts.getString("create.encrypted")))
                .check();
        page.locator("#create\\:name").fill("Vertraulich");
        page.locator("#create\\:submit").click();
        enter(moderator);
        openDialog(page, texts);
        assertThat(page.locator("dialog[open] .refusal").textContent())
                .isEqualTo(texts.getString("stage.recording.refused.encrypted"));
        assertThat(page.locator("dialog[open] .recording-dialog .button.primary:visible")
                        .count())
                .isZero();
        Looks.at(moderator, "recording-encrypted");
    }

    private static void openDialog(Page page, ResourceBundle texts) {
        button(page, texts.getString("stage.more")).click();
        page.getByRole(AriaRole.MENUITEM)
                .filter(new Locator.FilterOptions().setHasText(texts.getString("stage.recording.start")))
                .click();
        page.locator("dialog[open] .recording-dialog").waitFor();
    }

    /** By a link with a password, which ends. */
    private static String share(Person owner, ResourceBundle texts) {
        Page page = owner.page();
        page.locator("[id='film-tools:share']").click();
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(texts.getString("drive.share.link")))
                .click();
        page.locator("[id='share:share-link:password']").fill(PASSWORD);
        page.locator("[id='share:share-link:days']").fill("3");
        page.locator("[id='share:share-link:make']").click();
        page.locator(".share-link").waitFor();
        assertThat(page.locator("[id='share-list'] .row").textContent())
                .contains(texts.getString("drive.share.locked"));
        Looks.at(owner, "recording-share");
        return page.locator(".share-link").inputValue();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void enter(Person person) {
        Page page = person.page();
        page.locator("#prejoin-name").fill(person.name());
        page.locator(".prejoin-form button[type=submit]").click();
        page.locator(".tool.leave").waitFor();
    }
}
