package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every page of an account and of the way to one, in every size: fits, can be read by a screen reader, stays within its policy. */
@Tag("account")
class AccountPagesJourney {
    private static final String EMAIL = "ada@example.org";

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final Gallery pages = new Gallery();

    @Test
    void everyPageIsFitToBeSeen() {
        try (PostOffice post = new PostOffice();
                PlenumProcess plenum =
                        PlenumProcess.start("account-pages", post.settingsWith("PLENUM_REGISTRATION", "open"))) {
            boolean first = true;
            for (String language : Looks.languages().toList()) {
                Person guest = browsers.person("Guest", language);
                lookAtTheWayIn(guest, plenum);
                Person ada = browsers.person("Ada", language);
                if (first) {
                    FirstAdmin.open(ada, plenum);
                    pages.at(ada, "welcome-first-admin");
                    FirstAdmin.fill(ada);
                    prepare(ada, plenum, new Operator(plenum));
                } else {
                    FirstAdmin.signIn(ada, plenum);
                }
                first = false;
                choose(ada.page(), plenum, Locale.forLanguageTag(language).getLanguage());
                lookAtTheAccount(ada, plenum);
                lookAtMeetings(ada, plenum);
                for (Person one : List.of(guest, ada)) {
                    assertThat(one.violationsBesideStyles()).as(one.name()).isEmpty();
                    assertThat(one.uncaught()).as(one.name()).isEmpty();
                }
            }
            pages.assertFit();
        }
    }

    private void lookAtTheWayIn(Person guest, PlenumProcess plenum) {
        Page page = guest.page();
        page.navigate(plenum.page("/sign-in"));
        pages.at(guest, "sign-in");
        page.locator("[id='sign-in:email']").fill(EMAIL);
        page.locator("[id='sign-in:password']").fill("wrong");
        page.locator("[id='sign-in:submit']").click();
        assertThat(page.locator("[id='sign-in:refused']")).not().isEmpty();
        pages.at(guest, "sign-in-refused");
        for (String name : List.of("register", "forgot")) {
            page.navigate(plenum.page("/" + name));
            pages.at(guest, name);
            page.locator("[id='ask:email']").fill("nobody@example.org");
            page.locator("[id='ask:submit']").click();
            page.locator("[id='ask:email']").waitFor(Browsers.gone());
            pages.at(guest, name + "-sent");
        }
        for (String name : List.of("link", "welcome", "reset", "signed-in", "sign-in?failed=openid")) {
            page.navigate(plenum.page("/" + name));
            pages.at(guest, name.replaceAll("\\W", "-"));
        }
    }

    private void lookAtTheAccount(Person ada, PlenumProcess plenum) {
        Page page = ada.page();
        page.navigate(plenum.page("/account"));
        pages.at(ada, "account");
        if (page.locator("[id='confirm:password']").count() > 0) {
            page.locator("[id='confirm:password']").fill(FirstAdmin.PASSWORD);
            page.locator("[id='confirm:submit']").click();
            page.locator("[id='confirm:password']").waitFor(Browsers.gone());
        }
        page.locator("details.fold summary").first().click();
        if (page.locator("[id='totp:begin']").count() > 0) {
            page.locator("[id='totp:begin']").click();
        }
        page.locator("[id='totp:code']").waitFor();
        pages.at(ada, "account-factors");
        page.navigate(plenum.page("/account/data"));
        pages.at(ada, "account-data");
        page.navigate(plenum.page("/settings"));
        pages.at(ada, "settings");
    }

    private void lookAtMeetings(Person ada, PlenumProcess plenum) {
        Page page = ada.page();
        page.navigate(plenum.page("/meetings"));
        pages.at(ada, "meetings");
        page.navigate(plenum.page("/meetings?show=past"));
        pages.at(ada, "meetings-past");
        page.navigate(plenum.page("/meetings"));
        page.locator("a[href*='/meetings/settings']").first().click();
        page.locator("[id='settings:name']").waitFor();
        pages.at(ada, "meetings-settings");
    }

    /** A profile with a long name, and meetings of all kinds. */
    private static void prepare(Person ada, PlenumProcess plenum, Operator operator) {
        operator.say("group-create", "Fachbereich Naturwissenschaften und Technik");
        operator.say("user-groups", EMAIL, "Fachbereich Naturwissenschaften und Technik, Betriebsrat");
        Page page = ada.page();
        for (String name :
                List.of("Vorstellungsgespräche für die Geschäftsführungsassistenz 🦊", "Jour fixe", "Klasse 8b")) {
            page.navigate(plenum.page("/new"));
            page.locator("[id='create:name']").fill(name);
            page.locator("[id='create:submit']").click();
            page.locator("#prejoin-name").waitFor();
        }
        page.locator("#prejoin-name").fill(ada.name());
        page.locator("#prejoin-name").press("Enter");
        page.locator(".tool.leave").waitFor();
    }

    private static void choose(Page page, PlenumProcess plenum, String language) {
        page.navigate(plenum.page("/settings"));
        if (!page.evaluate("() => document.documentElement.lang").toString().startsWith(language)) {
            page.locator("[id$='language']").selectOption(language);
            page.waitForFunction("tag => document.documentElement.lang.startsWith(tag)", language);
            page.waitForLoadState();
        }
    }
}
