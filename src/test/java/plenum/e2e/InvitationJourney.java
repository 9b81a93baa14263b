package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.account.AuthenticatorApp;

/** An admin invites people by mail; they choose their passwords and protect their accounts, one by a passkey, one by one-time codes, and come back. */
@Tag("account")
@Tag("mail")
class InvitationJourney {
    private static final String PASSWORD = "seven quiet rivers";
    /** As a laptop with a fingerprint reader has it. */
    private static final String AUTHENTICATOR = """
        {"options": {"protocol": "ctap2", "transport": "internal", "hasResidentKey": true, "hasUserVerification": true,
          "isUserVerified": true, "automaticPresenceSimulation": true}}\
        """;

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @Test
    void invitedPeopleComeWithAPasskeyOrWithCodes() throws IOException {
        try (PostOffice post = new PostOffice();
                PlenumProcess plenum = PlenumProcess.start("invitation", post.settings())) {
            Person ada = browsers.person("Ada");
            FirstAdmin.signUp(ada, plenum);
            Person bea = browsers.person("Bea");
            Person carl = browsers.person("Carl");
            for (Person one : List.of(bea, carl)) {
                invite(ada, plenum, email(one));
                accept(one, post.linkFor(email(one)));
            }
            withPasskey(bea, plenum);
            String typed = withCodes(carl, plenum);
            ada.page().navigate(plenum.page("/admin/users"));
            for (Person one : List.of(bea, carl)) {
                assertThat(ada.page().locator("[id='users:table']")).containsText(email(one));
            }
            theServerKeepsNoSecret(plenum, typed, List.of(ada, bea, carl));
            for (Person one : List.of(ada, bea, carl)) {
                assertThat(one.violationsBesideStyles()).as(one.name()).isEmpty();
                assertThat(one.uncaught()).as(one.name()).isEmpty();
            }
        }
    }

    /** Not in its logs, its database or any other of its files; and no page's address has one. */
    private static void theServerKeepsNoSecret(PlenumProcess plenum, String typed, List<Person> people)
            throws IOException {
        Stream<String> tokens = people.stream()
                .flatMap(person -> person.page().context().cookies().stream())
                .filter(cookie -> cookie.name.equals("plenum-session"))
                .map(cookie -> cookie.value);
        List<String> secrets = Stream.concat(
                        Stream.of(PASSWORD, FirstAdmin.PASSWORD, typed, typed.replaceAll("\\s", "")), tokens)
                .toList();
        assertThat(secrets).hasSize(4 + people.size());
        for (String secret : secrets) {
            assertThat(plenum.filesWith(secret)).isEmpty();
            assertThat(people).noneMatch(person -> person.page().url().contains(secret));
        }
        assertThat(plenum.filesWith(email(people.getLast())))
                .as("what is looked for is found")
                .isNotEmpty();
    }

    private static void invite(Person admin, PlenumProcess plenum, String email) {
        Page page = admin.page();
        page.navigate(plenum.page("/admin/invitations"));
        page.locator("[id='invite:email']").fill(email);
        page.locator("[id='invite:send']").click();
        assertThat(page.locator("[id='said']")).containsText(email);
    }

    private static void accept(Person person, String link) {
        Page page = person.page();
        page.navigate(link);
        page.locator("[id='welcome:name']").fill(person.name());
        page.locator("[id='welcome:password']").fill(PASSWORD);
        page.locator("[id='welcome:submit']").click();
        page.waitForURL("**/account");
    }

    private static void withPasskey(Person person, PlenumProcess plenum) {
        Page page = person.page();
        CDPSession browser = page.context().newCDPSession(page);
        browser.send("WebAuthn.enable");
        JsonObject options = JsonParser.parseString(AUTHENTICATOR).getAsJsonObject();
        browser.send("WebAuthn.addVirtualAuthenticator", options);
        confirm(page, plenum);
        page.locator("[id='passkeys:name']").fill("Laptop");
        page.locator("[id='passkeys:begin']").click();
        assertThat(page.locator("[id='passkeys']")).containsText("Laptop");
        assertThat(page.locator(".recovery-codes li").first()).isVisible();
        signIn(page, plenum, person);
        page.locator("[data-passkey-get]").click();
        awaitSignedIn(page, person);
    }

    /** @return the secret of the codes, as it was typed off the page */
    private static String withCodes(Person person, PlenumProcess plenum) {
        Page page = person.page();
        confirm(page, plenum);
        page.locator("[id='totp:begin']").click();
        String typed = page.locator(".totp-setup .secret code").textContent();
        AuthenticatorApp app = new AuthenticatorApp(typed);
        page.locator("[id='totp:code']").fill(app.code());
        page.locator("[id='totp:submit']").click();
        assertThat(page.locator(".recovery-codes li").first()).isVisible();
        signIn(page, plenum, person);
        page.locator("[id='by-code:code']").fill("000000");
        page.locator("[id='by-code:submit']").click();
        assertThat(page.locator("[id='by-code:refused']")).containsText(Texts.text("account.second.wrong"));
        page.locator("[id='by-code:code']").fill(app.nextCode());
        page.locator("[id='by-code:submit']").click();
        awaitSignedIn(page, person);
        return typed;
    }

    /** The password again, before anything about the account's protection is changed; not right after signing in. */
    private static void confirm(Page page, PlenumProcess plenum) {
        page.navigate(plenum.page("/account"));
        if (page.locator("[id='confirm:password']").isVisible()) {
            page.locator("[id='confirm:password']").fill(PASSWORD);
            page.locator("[id='confirm:submit']").click();
            page.locator("[id='confirm:password']").waitFor(Browsers.gone());
        }
    }

    /** In a browser that has forgotten them, up to the second factor. */
    private static void signIn(Page page, PlenumProcess plenum, Person person) {
        page.context().clearCookies();
        page.navigate(plenum.page("/sign-in?to=/account"));
        page.locator("[id='sign-in:email']").fill(email(person));
        page.locator("[id='sign-in:password']").fill(PASSWORD);
        page.locator("[id='sign-in:submit']").click();
    }

    private static void awaitSignedIn(Page page, Person person) {
        page.waitForURL("**/account");
        assertThat(page.locator("main")).containsText(email(person));
    }

    private static String email(Person person) {
        return person.name().toLowerCase(Locale.ROOT) + "@firma.example";
    }
}
