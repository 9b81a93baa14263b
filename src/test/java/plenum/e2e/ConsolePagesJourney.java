package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.platform.Messages;

/** Every page of the console with something on it, in every size: fits, can be read by a screen reader, stays within its policy. */
@Tag("admin")
class ConsolePagesJourney {
    private static final List<String> NAMES = List.of(
            "Annegret Freifrau von Hohenstein-Löwenberg",
            "Bartholomäus Öztürk 🦊",
            "María José Fernández de la Vega",
            "李小龍",
            "Ngũgĩ wa Thiong’o",
            "Zoë");

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final Gallery pages = new Gallery();

    @Test
    void everyPageIsFitToBeSeen() throws IOException {
        try (PostOffice post = new PostOffice();
                PlenumProcess plenum = PlenumProcess.start("console-pages", post.settings())) {
            Person ada = browsers.person("Ada", "de-DE");
            FirstAdmin.signUp(ada, plenum);
            Person bob = browsers.person("Bob", "de-DE");
            startMeeting(bob, plenum);
            fill(new Operator(plenum));
            for (String language : Looks.languages().toList()) {
                choose(ada.page(), plenum, language);
                lookAtAll(ada, plenum);
                lookAtWhatOpens(ada, plenum, Locale.forLanguageTag(language));
            }
            pages.assertFit();
            for (Person one : List.of(ada, bob)) {
                assertThat(one.violationsBesideStyles()).as(one.name()).isEmpty();
                assertThat(one.uncaught()).as(one.name()).isEmpty();
            }
        }
    }

    private static void startMeeting(Person bob, PlenumProcess plenum) {
        Page page = bob.page();
        page.navigate(plenum.page("/new"));
        page.locator("[id='create:name']").fill("Geschäftsführungsbesprechung");
        page.locator("[id='create:submit']").click();
        page.locator("#prejoin-name").fill(bob.name());
        page.locator("#prejoin-name").press("Enter");
        page.locator(".tool.leave").waitFor();
    }

    private void lookAtAll(Person ada, PlenumProcess plenum) throws IOException {
        for (String name : names()) {
            ada.page().navigate(plenum.page("/admin/" + name));
            pages.at(ada, "admin-" + (name.isEmpty() ? "overview" : name));
        }
    }

    /** Editors, menus, questions and results. */
    private void lookAtWhatOpens(Person ada, PlenumProcess plenum, Locale language) {
        Page page = open(ada, plenum, "users");
        row(page, "Annegret").getByRole(AriaRole.BUTTON).first().click();
        page.locator("[id='user-form:role']").waitFor();
        pages.at(ada, "admin-users-edit");
        page = open(ada, plenum, "users");
        row(page, "Annegret").locator(".ui-menubutton button").click();
        page.locator(".ui-menu:visible").waitFor();
        // it closes when the window becomes another size
        Looks.canBeRead(ada, "admin-users-menu");
        page = open(ada, plenum, "users");
        row(page, "Annegret").locator(".ui-menubutton button").click();
        page.getByRole(AriaRole.MENUITEM, menuItem(language, "admin.users.disable"))
                .click();
        page.locator(".ui-confirm-dialog:visible").waitFor();
        pages.at(ada, "admin-users-ask");
        page = open(ada, plenum, "invitations");
        page.locator("textarea").first().fill("neu@example.org,user,de\nkeine-adresse\nzwei@example.org,admin,en");
        page.locator("[id='many-form:look']").click();
        page.locator("[id='many-form:all']").waitFor();
        pages.at(ada, "admin-invitations-preview");
        page = open(ada, plenum, "policies");
        row(page, "Business").getByRole(AriaRole.BUTTON).first().click();
        page.locator("[id='plan-form:name']").waitFor();
        pages.at(ada, "admin-policies-plan");
        page = open(ada, plenum, "providers");
        row(page, "schule").getByRole(AriaRole.BUTTON).first().click();
        page.locator("[id='found-heading']").waitFor();
        pages.at(ada, "admin-providers-found");
        row(page, "schule").getByRole(AriaRole.BUTTON).nth(1).click();
        page.locator("[id='provider:label']").waitFor();
        pages.at(ada, "admin-providers-edit");
        page = open(ada, plenum, "scim");
        page.locator("[id='scim:program']").fill("Verzeichnis " + language);
        page.locator("[id='scim:create']").click();
        page.locator("[id='scim:token']").waitFor();
        pages.at(ada, "admin-scim-token");
        page = open(ada, plenum, "groups");
        page.locator("[id='groups:name']").fill("Geschäftsführung");
        page.locator("[id='groups:create']").click();
        assertThat(page.locator("[id='said']")).containsText("Geschäftsführung");
        pages.at(ada, "admin-groups-refused");
    }

    private static Page open(Person ada, PlenumProcess plenum, String name) {
        ada.page().setViewportSize(1280, 800);
        ada.page().navigate(plenum.page("/admin/" + name));
        return ada.page();
    }

    private static Locator row(Page page, String words) {
        return page.locator(".ui-datatable tbody tr")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first();
    }

    private static Page.GetByRoleOptions menuItem(Locale language, String key) {
        return new Page.GetByRoleOptions()
                .setName(Messages.in(language).getString(key))
                .setExact(true);
    }

    /** Pages of somebody who is signed in speak the account's language. */
    private static void choose(Page page, PlenumProcess plenum, String language) {
        String tag = Locale.forLanguageTag(language).getLanguage();
        page.navigate(plenum.page("/settings"));
        if (!page.evaluate("() => document.documentElement.lang").toString().startsWith(tag)) {
            page.locator("[id$='language']").selectOption(tag);
            page.waitForFunction("tag => document.documentElement.lang.startsWith(tag)", tag);
            page.waitForLoadState();
        }
    }

    /** What a school of some size has. */
    private static void fill(Operator operator) {
        operator.say("group-create", "Geschäftsführung");
        operator.say("group-create", "Fachbereich Naturwissenschaften und Technik");
        operator.say("group-plan", "Geschäftsführung", "enterprise");
        String token = operator.say("scim-token-create", "Verzeichnisdienst der Schule");
        for (int i = 0; i < 32; i++) {
            operator.provision(token, NAMES.get(i % NAMES.size()), "person" + i + "@schule.example", i % 7 != 3);
        }
        operator.say("user-groups", "person0@schule.example", "Geschäftsführung, Betriebsrat");
        operator.say("user-role", "person1@schule.example", "external");
        for (int i = 0; i < 3; i++) {
            operator.say("user-invite", "eingeladen" + i + "@firma.example", "user", "de");
        }
        operator.say("media-add", "ws://127.0.0.1:9/kurento");
        operator.say(
                "openid-set",
                "schule",
                "Landesschulportal",
                "http://127.0.0.1:9/realms/schule",
                "plenum",
                "a secret",
                "groups");
        operator.say("mail-test", "person2@schule.example");
        operator.say("policy-set", "kept-talk", "720");
        operator.say("brand-set", "hosting", "Gehostet in Deutschland");
        operator.say("user-disable", "person5@schule.example");
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/webapp/admin"))) {
            return files.map(file -> file.getFileName().toString())
                    .map(file -> file.equals("index.xhtml") ? "" : file.replace(".xhtml", ""))
                    .sorted()
                    .toList();
        }
    }
}
