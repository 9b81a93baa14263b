package plenum.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state of what can go wrong with a connection, in every size: fits, can be read by a screen reader, stays within its policy. */
@Tag("check")
@Tag("door")
class TroublePagesJourney {

    @RegisterExtension
    final Browsers browsers = Browsers.withSmallPictures();

    private final PlenumProcess plenum = PlenumProcess.shared();

    @ParameterizedTest(name = "in {0}")
    @MethodSource("plenum.e2e.Looks#languages")
    void everyStateIsFitToBeSeen(String language) {
        Person ada = browsers.person("Ada", language, Ways.ALL);
        Page page = ada.page();
        page.navigate(plenum.page("/check"));
        Looks.at(ada, "check");
        check(page);
        Looks.at(ada, "check-done");

        page.navigate(plenum.page("/new"));
        page.locator("#create\\:name").fill("Geschäftsführungsbesprechung");
        page.locator("#create\\:submit").click();
        enter(ada);
        String link = page.url();

        Person bob = browsers.person("Bartholomäus", language);
        bob.page().addInitScript(TroubleJourney.NO_WEBRTC);
        bob.page().navigate(link);
        bob.page().locator(".trouble").waitFor();
        Looks.at(bob, "no-webrtc-door");
        enter(bob);
        bob.page().locator(".banner[data-kind=unsupported]").waitFor();
        Looks.at(bob, "no-webrtc");

        Person cem = browsers.person("Cem", language);
        cem.page().addInitScript(TroubleJourney.FIREWALL);
        cem.page().navigate(link);
        enter(cem);
        Locator banner = cem.page().locator(".banner[data-kind=blocked]");
        banner.waitFor();
        Looks.at(cem, "blocked");
        banner.locator("button").click();
        check(cem.page());
        Looks.at(cem, "blocked-checked");

        page.locator(".tile-note:not([hidden])").first().waitFor();
        Looks.at(ada, "others-unreached");
        page.setViewportSize(1280, 800);
        page.locator("[aria-keyshortcuts=P]").click();
        page.locator("plenum-people .person")
                .filter(new Locator.FilterOptions().setHasText("Cem"))
                .locator("plenum-menu button")
                .first()
                .click();
        page.locator(":popover-open button:has(use[href$=signal])").click();
        page.locator("dialog[open] .link-words strong").waitFor();
        Looks.at(ada, "link");

        for (Person person : new Person[] {ada, bob, cem}) {
            assertThat(person.policyViolations()).isEmpty();
            assertThat(person.uncaught()).isEmpty();
        }
    }

    private static void check(Page page) {
        page.locator("plenum-check:visible .check-start button").click();
        page.locator("plenum-check[data-verdict]").waitFor(new Locator.WaitForOptions().setTimeout(90_000));
    }

    private static void enter(Person person) {
        Page page = person.page();
        page.locator("#prejoin-name").fill(person.name());
        page.locator(".prejoin-form button[type=submit]").click();
        page.locator(".tool.leave").waitFor();
    }
}
