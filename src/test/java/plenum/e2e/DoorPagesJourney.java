package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state of getting in and of moderating, in every size: fits, can be read by a screen reader, stays within its policy. */
@Tag("door")
class DoorPagesJourney {

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final PlenumProcess plenum = PlenumProcess.shared();

    @ParameterizedTest(name = "in {0}")
    @MethodSource("plenum.e2e.Looks#languages")
    void everyStateIsFitToBeSeen(String language) throws IOException {
        Person ada = browsers.person("Ada", language);
        Person bob = browsers.person("Bob", language);
        Page page = ada.page();
        page.navigate(plenum.page("/new"));
        page.locator(".fold summary").click();
        Looks.at(ada, "create-options");
        page.locator("#create\\:name").fill("Vorstellungsgespräch");
        page.locator("#create\\:rules\\:lobby").check();
        page.locator("#create\\:password").fill("correct-horse");
        page.locator("#create\\:submit").click();
        enter(ada);
        page.locator(".tool.leave").waitFor();
        bob.page().navigate(page.url());
        bob.page().locator("#prejoin-password").waitFor();
        Looks.at(bob, "password");
        bob.page().locator("#prejoin-password").fill("correct-horse");
        enter(bob);
        bob.page().locator("plenum-waiting").waitFor();
        Looks.at(bob, "waiting");
        page.locator(".banner.knocks").waitFor();
        Looks.at(ada, "knock");
        assertThat(page.locator(".banner.knocks").boundingBox().height)
                .as("pixels of a phone that a knock covers")
                .isLessThan(140);
        page.locator("[aria-keyshortcuts=P]").click();
        Looks.at(ada, "people-waiting");
        page.setViewportSize(1280, 800);
        Desk waiting = Desk.beside(page);
        Looks.at(ada, "desk");
        page.setViewportSize(1280, 800);
        waiting.frame().locator("#waiting-list [data-act=admit]").click();
        bob.page().locator(".tool.leave").waitFor();
        waiting.close();
        page.locator("[aria-keyshortcuts=P]").click();
        page.locator("plenum-people .person plenum-menu > button").last().click();
        Looks.at(ada, "menu");
        page.keyboard().press("Escape");
        page.locator("plenum-people > .button.secondary").click();
        page.locator("dialog[open] .fold summary").click();
        page.locator("dialog[open] .fold .button").first().click();
        page.locator("dialog[open] .qr svg").waitFor();
        Looks.at(ada, "invite");
        page.keyboard().press("Escape");
        page.locator("plenum-people .person plenum-menu > button").last().click();
        page.locator(":popover-open .danger").click();
        Looks.at(ada, "ask");
        page.keyboard().press("Escape");
        page.setViewportSize(1280, 800);
        Desk desk = Desk.beside(page);
        desk.frame().locator("#end").click();
        Looks.at(ada, "desk-ask");
        desk.confirm();
        bob.page().locator("plenum-farewell").waitFor();
        Looks.at(bob, "over");

        assertThat(bob.page().locator("plenum-farewell h1")).isFocused();
        assertThat(ada.policyViolations()).isEmpty();
        assertThat(bob.policyViolations()).isEmpty();
        assertThat(ada.uncaught()).isEmpty();
        assertThat(bob.uncaught()).isEmpty();
    }

    private static void enter(Person person) {
        Page page = person.page();
        page.locator("#prejoin-name").fill(person.name());
        page.locator(".prejoin-form button[type=submit]").click();
    }
}
