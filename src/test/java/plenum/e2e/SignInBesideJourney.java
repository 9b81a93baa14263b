package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.launcher.Ports;
import plenum.openid.ProviderProcess;

/**
 * An admin adds a provider; a guest in a running call signs in by it in a window beside the call, which goes on, and has a role from a group;
 * whom the admin disables is out of the call; and guests of the next minute wait at the door.
 */
@Tag("account")
@Tag("openid")
@Tag("admin")
class SignInBesideJourney {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration OUT = Duration.ofSeconds(5);
    private static final String SECRET = "only-of-these-tests-either";

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @Test
    void aGuestSignsInByAProviderWhileTheCallGoesOn() {
        try (PlenumProcess plenum = PlenumProcess.start("sign-in-beside");
                ProviderProcess provider = new ProviderProcess(
                        Ports.free(), plenum.url().toString(), plenum.page("/openid/school/back-channel-logout"))) {
            Person ada = browsers.person("Ada");
            FirstAdmin.signUp(ada, plenum);
            addProvider(ada, plenum, provider);
            Person carl = browsers.person("Carl");
            MeetingRoom carls = StartPage.open(carl, plenum).create("Board").join();
            String link = carl.page().url();
            Person dora = browsers.person("Dora");
            MeetingRoom doras = dora.joinAt(link);
            doras.media().awaitSeenAndHeard(PATIENCE, "Carl");

            signInBeside(dora, doras, carls);
            dora.page().context().newPage().navigate(plenum.page("/admin/"));
            assertThat(dora.page().context().pages().getLast().locator(".console-nav"))
                    .isVisible();
            disable(ada, plenum, dora, carls);
            letGuestsWait(ada, plenum, link);
            for (Person one : List.of(ada, carl, dora)) {
                assertThat(one.violationsBesideStyles()).as(one.name()).isEmpty();
                assertThat(one.uncaught()).as(one.name()).isEmpty();
            }
        }
    }

    private static void addProvider(Person ada, PlenumProcess plenum, ProviderProcess provider) {
        Page page = ada.page();
        page.navigate(plenum.page("/admin/providers"));
        page.locator("[id='all:new']").click();
        page.locator("[id='provider:label']").fill("School");
        page.locator("[id='provider:id']").fill("school");
        page.locator("[id='provider:issuer']").fill(provider.issuer().toString());
        page.locator("[id='provider:client']").fill("plenum");
        page.locator("[id='provider:secret']").fill(SECRET);
        page.locator("[id='provider:scopes']").fill("groups");
        page.locator("[id='provider:admins']").fill("operators");
        page.locator("[id='provider:save']").click();
        assertThat(page.locator("[id='all:table']")).containsText("School");
        page.getByRole(AriaRole.BUTTON, named("admin.provider.test")).click();
        assertThat(page.locator("[id='found']")).containsText(Texts.text("admin.provider.found.CLIENT"));
        assertThat(page.locator("[id='found'] li[data-good=false]")).hasCount(0);
        assertThat(page.content()).doesNotContain(SECRET);
    }

    /** The same page, the same connections, the same picture. */
    private static void signInBeside(Person dora, MeetingRoom doras, MeetingRoom carls) {
        Page page = dora.page();
        int peers = doras.media().sample().peers();
        page.evaluate("() => { window.stayed = true; }");
        page.getByRole(AriaRole.BUTTON, named("stage.more")).click();
        Page window = page.waitForPopup(
                () -> page.getByRole(AriaRole.MENUITEM, named("stage.sign-in")).click());
        window.locator("a[href*='/openid/school']").click();
        window.locator("input[name=login]").fill("admindora");
        window.locator("input[name=password]").fill("any");
        window.locator("button[type=submit]").click();
        window.locator("button[type=submit]")
                .filter(new Locator.FilterOptions().setHasText("Continue"))
                .click();
        assertThat(carls.openPeople()).containsText(Texts.text("stage.person.account"));
        Await.until(
                page,
                "the window is gone, or says that it may be closed",
                PATIENCE,
                () -> window.isClosed()
                        || window.getByRole(AriaRole.HEADING).first().isVisible());
        doras.media().awaitSeenAndHeard(PATIENCE, "Carl");
        carls.media().awaitSeenAndHeard(PATIENCE, "Dora");
        assertThat(doras.media().sample().peers()).as("peer connections").isEqualTo(peers);
        assertThat(page.evaluate("() => window.stayed")).isEqualTo(true);
    }

    private static void disable(Person ada, PlenumProcess plenum, Person dora, MeetingRoom carls) {
        Page page = ada.page();
        page.navigate(plenum.page("/admin/users"));
        page.locator("[id='users:words']").fill("admindora");
        Locator row = page.locator("[id='users:table'] tbody tr");
        assertThat(row).hasCount(1);
        assertThat(row).containsText(Texts.text("admin.role.ADMIN"));
        row.locator(".ui-menubutton button").click();
        page.getByRole(AriaRole.MENUITEM, named("admin.users.disable")).click();
        long before = System.nanoTime();
        page.locator(".ui-confirmdialog-yes").click();
        dora.page().locator(".tool.leave").waitFor(Browsers.gone());
        assertThat(carls.tileOf("Dora")).hasCount(0);
        Measured.print("out of the call after disabling", OUT, List.of(Duration.ofNanos(System.nanoTime() - before)));
    }

    private void letGuestsWait(Person ada, PlenumProcess plenum, String link) {
        Page page = ada.page();
        page.navigate(plenum.page("/admin/policies"));
        page.getByLabel(Texts.text("admin.rule.guests-only-by-lobby")).check();
        assertThat(page.locator("[id='said']")).containsText("guests-only-by-lobby");
        Person finn = browsers.person("Finn");
        finn.page().navigate(link);
        new PreJoin(finn).knock();
        finn.page().locator("plenum-waiting").waitFor();
    }

    private static GetByRoleOptions named(String key) {
        return new GetByRoleOptions().setName(Texts.text(key)).setExact(true);
    }
}
