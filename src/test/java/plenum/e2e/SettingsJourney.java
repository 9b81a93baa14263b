package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody sets up Plenum for themselves: on a page, and beside the stage of a running meeting. */
@Tag("settings")
class SettingsJourney {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LONGEST_WALK = 40;

    /** What this browser keeps. */
    private static final String KEPT = "(name) => JSON.parse(localStorage.getItem('plenum-preferences') ?? '{}')[name]";

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final PlenumProcess plenum = PlenumProcess.shared();

    @Test
    void whatIsSetBesideTheStageCountsAtOnceAndTheNextTime() {
        Person ada = browsers.person("Ada");
        MeetingRoom room = StartPage.open(ada, plenum).create("Settings").join();
        Page page = ada.page();
        FrameLocator settings = open(page);
        settings.locator("[id='personal:appearance']").selectOption("light");
        assertThat(page.locator("html")).hasAttribute("data-theme", "light");
        assertThat(settings.locator("#saved")).hasText(Texts.text("account.saved"));
        assertThat(settings.locator("html")).hasAttribute("data-theme", "dark");
        settings.locator("[id='personal:muted']").check();
        settings.locator("[id='personal:camera']").check();
        settings.locator("[id='personal:sound-join']").uncheck();
        assertThat(page.evaluate(KEPT, "enterMuted")).isEqualTo(true);
        // the meeting stores something else now, and leaves what was set beside it
        page.keyboard().press("Escape");
        lookAtOneself(page);
        assertThat(page.evaluate(KEPT, "enterMuted")).isEqualTo(true);
        assertThat(page.evaluate(KEPT, "silent")).asString().contains("join");

        page.reload();
        room.awaitInside();
        assertThat(page.locator("html")).hasAttribute("data-theme", "light");
        FrameLocator again = open(page);
        assertThat(again.locator("[id='personal:muted']")).isChecked();
        assertThat(again.locator("[id='personal:sound-join']")).not().isChecked();
        assertThat(again.locator("[id='personal:appearance']")).hasValue("light");

        String link = room.link();
        room.leave();
        page.navigate(link);
        page.locator("#prejoin-name").waitFor();
        assertThat(page.locator(".preview .tool[data-off]")).hasCount(2);
        assertThat(ada.uncaught()).isEmpty();
        assertThat(ada.policyViolations()).isEmpty();
    }

    @Test
    void itNeedsNoMouse() {
        Person ada = browsers.person("Ada");
        StartPage.open(ada, plenum).create("Keys").join();
        Page page = ada.page();
        page.locator("plenum-meeting > .settings-button").press("Enter");
        walkTo(page, page.locator("dialog[open] .dialog-foot button")).press("Enter");
        FrameLocator settings = page.frameLocator("plenum-settings iframe");
        settings.locator("#settings-main").waitFor();
        walkTo(page, settings.locator("[id='personal:muted']")).press("Space");
        assertThat(settings.locator("#saved")).hasText(Texts.text("account.saved"));
        assertThat(settings.locator("[id='personal:muted']")).isChecked();
        page.keyboard().press("Escape");
        assertThat(page.locator("plenum-settings")).isHidden();
        assertThat(page.locator("plenum-meeting > .settings-button")).isFocused();
    }

    @ParameterizedTest(name = "in {0}")
    @MethodSource("plenum.e2e.Looks#languages")
    void itsPageIsFitToBeSeen(String language) {
        Person ada = browsers.person("Ada", language);
        Page page = ada.page();
        page.navigate(plenum.page("/settings"));
        page.locator("#settings-name").fill("Ada 🦊");
        page.locator("#settings-name").press("Enter");
        assertThat(page.locator("#saved")).not().isEmpty();
        Looks.at(ada, "settings");
        page.locator("[id='personal:language']").selectOption("fr");
        assertThat(page.locator("html")).hasAttribute("lang", "fr");
        assertThat(page.locator("#settings-name")).hasValue("Ada 🦊");
        page.setViewportSize(390, 844);
        page.navigate(plenum.page("/new"));
        page.locator("#create\\:name").fill("Telefon");
        page.locator("#create\\:submit").click();
        assertThat(page.locator("#prejoin-name")).hasValue("Ada 🦊");
        assertThat(ada.uncaught()).isEmpty();
        assertThat(ada.policyViolations()).isEmpty();
    }

    private static FrameLocator open(Page page) {
        page.locator("plenum-meeting > .settings-button").click();
        page.locator("dialog[open] .dialog-foot button").click();
        FrameLocator settings = page.frameLocator("plenum-settings iframe");
        settings.locator("#settings-main").waitFor();
        // its script has filled it
        settings.locator("[id='personal:muted']").waitFor();
        Await.until(page, "the settings are ready", PATIENCE, () -> "complete"
                .equals(settings.locator("html").evaluate("() => document.readyState")));
        return settings;
    }

    /** Changes a preference of the meeting itself. */
    private static void lookAtOneself(Page page) {
        page.getByRole(AriaRole.TOOLBAR)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions()
                                .setName(Texts.text("stage.layout"))
                                .setExact(true))
                .click();
        page.locator("#view-menu").getByLabel(Texts.text("stage.view.self")).uncheck();
        page.keyboard().press("Escape");
    }

    /** Tab after Tab, into the frame, too. */
    private static Locator walkTo(Page page, Locator wanted) {
        for (int i = 0; i < LONGEST_WALK; i++) {
            page.keyboard().press("Tab");
            if (wanted.count() > 0
                    && (Boolean) wanted.evaluate("(element) => element.ownerDocument.activeElement === element")) {
                return wanted;
            }
        }
        throw new AssertionError("never came to " + wanted);
    }
}
