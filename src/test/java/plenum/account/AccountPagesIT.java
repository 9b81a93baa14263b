package plenum.account;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.account.PageBrowser.location;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.it.Deployments;
import plenum.it.SqlForTests;
import plenum.platform.Messages;

/** The pages of accounts, with mail that really comes, and what is tried against them. */
@Tag("account")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AccountPagesIT {
    private static final ResourceBundle MESSAGES = Messages.in(Locale.ENGLISH);
    private static final String PASSWORD = "correct horse battery";
    private static final Pattern TOKEN = Pattern.compile("/link#([\\w-]{43})");

    private static GreenMail mail;

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.application();
    }

    @BeforeAll
    static void open() {
        int port = Integer.parseInt(System.getProperty("plenum.it.smtp.port"));
        mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
    }

    @AfterAll
    static void close() {
        mail.stop();
    }

    /** All tests come from one address. */
    @BeforeEach
    void forgetTries() {
        SqlForTests.execute("delete from account_try");
    }

    @Test
    void somebodyRegistersByMailSignsOutAndIn() {
        PageBrowser browser = registered("journey@example.org");
        assertThat(browser.get("/account").body()).contains("journey@example.org", "Firefox, Linux");
        assertThat(location(browser.post("/sign-out"))).isEqualTo("/");
        assertThat(location(browser.get("/account"))).isEqualTo("/sign-in?to=%2Faccount");
        assertThat(signIn(browser, "journey@example.org", "wrong password").body())
                .contains(MESSAGES.getString("account.sign-in.wrong"));
        HttpResponse<String> in = browser.submit(
                "/sign-in", "sign-in", "email=journey@example.org", "password=" + PASSWORD, "@to=/account");
        assertThat(location(in)).isEqualTo("/account");
        assertThat(in.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie ->
                        assertThat(cookie).startsWith("plenum-session=").contains("HttpOnly", "SameSite=Lax"));
    }

    @Test
    void aLinkWorksOnceAndOnlyForWhatItIs() {
        PageBrowser browser = new PageBrowser();
        browser.submit("/register", "ask", "email=once@example.org");
        String token = token("once@example.org", 1);
        assertThat(location(browser.submit("/link", "open", "token=" + token))).isEqualTo("/welcome");
        assertThat(browser.submit("/reset", "reset", "password=another password")
                        .body())
                .contains(MESSAGES.getString("account.link.gone"));
        assertThat(location(welcome(browser))).isEqualTo("/account");
        PageBrowser other = new PageBrowser();
        assertThat(other.submit("/link", "open", "token=" + token).body())
                .contains(MESSAGES.getString("account.link.gone"));
        other.setCookie("plenum-link", token);
        assertThat(welcome(other).body()).contains(MESSAGES.getString("account.link.gone"));
    }

    @Test
    void answersDoNotTellWhetherThereIsAnAccount() {
        registered("known@example.org");
        for (String page : List.of("/forgot", "/register")) {
            PageBrowser browser = new PageBrowser();
            String known = plain(browser.submit(page, "ask", "email=known@example.org"));
            String unknown = plain(browser.submit(page, "ask", "email=unknown@example.org"));
            assertThat(known)
                    .isEqualTo(unknown)
                    .contains(MESSAGES.getString("account" + page.replace('/', '.') + ".sent"));
        }
        PageBrowser browser = new PageBrowser();
        assertThat(plain(signIn(browser, "known@example.org", "wrong password")).replace("unknown@", "known@"))
                .isEqualTo(plain(signIn(browser, "unknown@example.org", "wrong password"))
                        .replace("unknown@", "known@"));
    }

    @Test
    void tenWrongPasswordsLockAndANewOneByMailUnlocks() {
        registered("locked@example.org");
        PageBrowser browser = new PageBrowser();
        for (int i = 0; i < SignIn.PER_NAME; i++) {
            assertThat(signIn(browser, "locked@example.org", "guess " + i).body())
                    .contains(MESSAGES.getString("account.sign-in.wrong"));
        }
        assertThat(signIn(browser, "locked@example.org", PASSWORD).body())
                .contains(MESSAGES.getString("account.throttled"));
        browser.submit("/forgot", "ask", "email=locked@example.org");
        String token = token("locked@example.org", 2);
        assertThat(location(browser.submit("/link", "open", "token=" + token))).isEqualTo("/reset");
        assertThat(browser.submit("/reset", "reset", "password=a new long password")
                        .body())
                .contains(MESSAGES.getString("account.reset.done"));
        assertThat(location(signIn(browser, "locked@example.org", "a new long password")))
                .isEqualTo("/");
    }

    @Test
    void signingInGivesASessionThatNobodyKnewBefore() {
        registered("fixed@example.org");
        PageBrowser browser = new PageBrowser();
        String planted = "A".repeat(43);
        browser.setCookie("plenum-session", planted);
        signIn(browser, "fixed@example.org", PASSWORD);
        assertThat(browser.cookie("plenum-session")).isPresent().get().isNotEqualTo(planted);
        PageBrowser thief = new PageBrowser();
        thief.setCookie("plenum-session", planted);
        assertThat(location(thief.get("/account"))).startsWith("/sign-in");
    }

    @ParameterizedTest
    @CsvSource({
        "/sign-in, sign-in",
        "/sign-in, by-code",
        "/sign-in, again",
        "/register, ask",
        "/forgot, ask",
        "/link, open",
        "/link, change",
        "/welcome, welcome",
        "/reset, reset",
        "/account, profile",
        "/account, picture",
        "/account, confirm",
        "/account, new-password",
        "/account, new-email",
        "/account, totp",
        "/account, passkeys",
        "/account, recovery",
        "/account, session",
        "/account, delete",
        "/meetings, room",
        "/settings, personal",
        "/settings, planning",
        "/sign-out, none"
    })
    void noFormIsTakenFromAnotherSite(String page, String form) {
        PageBrowser browser = new PageBrowser();
        assertThat(browser.submitFrom("cross-site", page, form).statusCode()).isEqualTo(403);
        assertThat(browser.submitFrom("same-site", page, form).statusCode()).isEqualTo(403);
    }

    @Test
    void nobodyIsSignedOutByAPicture() {
        PageBrowser browser = registered("picture@example.org");
        assertThat(browser.get("/sign-out").statusCode()).isEqualTo(405);
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/%09/a"})
    void signingInLeadsToNoOtherSite(String to) {
        PageBrowser browser = registered("redirect" + Math.abs(to.hashCode()) + "@example.org");
        assertThat(location(browser.submit("/sign-in", "sign-in", "@to=" + to)))
                .isIn("/", "/%09/a")
                .doesNotContain("evil");
        assertThat(new PageBrowser()
                        .get("/sign-in?to=" + to.replace("\\", "%5C"))
                        .body())
                .doesNotContain("evil.example", "javascript:alert");
    }

    @Test
    void linksInMailsDoNotFollowARequestsHeaders() {
        registered("host@example.org");
        new PageBrowser().submitWith("X-Forwarded-Host", "evil.example", "/forgot", "ask", "email=host@example.org");
        token("host@example.org", 2);
        assertThat(mailsTo("host@example.org"))
                .allSatisfy(text -> assertThat(text).doesNotContain("evil.example"));
    }

    @Test
    void aFormSetsNothingButItsFields() {
        PageBrowser browser = registered("mass@example.org");
        HttpResponse<String> saved = browser.submit(
                "/account",
                "profile",
                "name=Ada",
                "role=ADMIN",
                "@role=ADMIN",
                "@profilePanel.role=ADMIN",
                "email=eve@example.org",
                "state=DISABLED");
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(SqlForTests.ask(
                        "select name || ' ' || role || ' ' || state from account where email = 'mass@example.org'"))
                .isEqualTo("Ada USER ACTIVE");
    }

    @Test
    void nobodyEndsSessionsOfOthers() {
        PageBrowser ada = registered("ada.sessions@example.org");
        PageBrowser eve = registered("eve@example.org");
        String id = SqlForTests.ask("select s.id::text from account_session s join account a on a.id = s.account_id"
                + " where a.email = 'ada.sessions@example.org'");
        eve.submit("/account", "session", "@session=" + id, "j_idt1:0:j_idt2=");
        assertThat(ada.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void eachPageIsForWhomItIs() {
        PageBrowser user = registered("matrix.user@example.org");
        PageBrowser admin = registered("matrix.admin@example.org");
        PageBrowser disabled = registered("matrix.disabled@example.org");
        PageBrowser signedOut = registered("matrix.out@example.org");
        SqlForTests.execute("update account set role = 'ADMIN' where email = 'matrix.admin@example.org'");
        SqlForTests.execute("update account set state = 'DISABLED' where email = 'matrix.disabled@example.org'");
        signedOut.post("/sign-out");
        List<PageBrowser> visitors = List.of(new PageBrowser(), user, admin, disabled, signedOut);
        assertThat(statuses(visitors, "/sign-in")).containsExactly(200, 302, 302, 200, 200);
        assertThat(statuses(visitors, "/register")).containsExactly(200, 200, 200, 200, 200);
        assertThat(statuses(visitors, "/forgot")).containsExactly(200, 200, 200, 200, 200);
        assertThat(statuses(visitors, "/link")).containsExactly(200, 200, 200, 200, 200);
        assertThat(statuses(visitors, "/welcome")).containsExactly(200, 200, 200, 200, 200);
        assertThat(statuses(visitors, "/reset")).containsExactly(200, 200, 200, 200, 200);
        assertThat(statuses(visitors, "/settings")).containsExactly(200, 200, 200, 200, 200);
        assertThat(statuses(visitors, "/account")).containsExactly(302, 200, 200, 302, 302);
        assertThat(statuses(visitors, "/account.xhtml")).containsExactly(302, 200, 200, 302, 302);
        assertThat(statuses(visitors, "/account/picture")).containsExactly(302, 404, 404, 302, 302);
        assertThat(statuses(visitors, "/admin/none")).containsExactly(302, 403, 404, 302, 302);
        assertThat(statuses(visitors, "/sign-out")).containsOnly(405);
        assertThat(statuses(visitors, "/calendar")).containsExactly(302, 200, 200, 302, 302);
        assertThat(statuses(visitors, "/calendar/reminders")).containsExactly(302, 200, 200, 302, 302);
        assertThat(statuses(visitors, "/calendar/export")).containsExactly(302, 404, 404, 302, 302);
        assertThat(statuses(visitors, "/calendar/polls")).containsExactly(302, 200, 200, 302, 302);
        assertThat(statuses(visitors, "/feed/" + "x".repeat(43) + ".ics")).containsOnly(404);
        assertThat(statuses(visitors, "/room-display")).containsOnly(200);
        assertThat(statuses(visitors, "/room-display/state")).containsOnly(404);
        assertThat(statuses(visitors, "/date-poll")).containsOnly(200);
        assertThat(statuses(visitors, "/date-poll/state")).containsOnly(404);
        assertThat(statuses(visitors, "/answer")).containsOnly(200);
        assertThat(statuses(visitors, "/dav/")).containsOnly(401);
        assertThat(statuses(visitors, "/r/none")).containsOnly(404);
        assertThat(statuses(visitors, "/push/subscriptions")).containsExactly(401, 200, 200, 401, 401);
        assertThat(statuses(visitors, "/push-worker.js")).containsOnly(200);
        assertThat(statuses(visitors, "/sign-in/container")).as("no setting").containsOnly(404);
        assertThat(statuses(visitors, "/scim/v2/Users"))
                .as("a session is no token")
                .containsOnly(401);
    }

    private static List<Integer> statuses(List<PageBrowser> visitors, String path) {
        return visitors.stream().map(visitor -> visitor.get(path).statusCode()).toList();
    }

    private static PageBrowser registered(String email) {
        PageBrowser browser = new PageBrowser();
        assertThat(browser.submit("/register", "ask", "email=" + email).body())
                .contains(MESSAGES.getString("account.register.sent"));
        assertThat(location(browser.submit("/link", "open", "token=" + token(email, 1))))
                .isEqualTo("/welcome");
        assertThat(location(welcome(browser))).isEqualTo("/account");
        return browser;
    }

    private static HttpResponse<String> welcome(PageBrowser browser) {
        return browser.submit("/welcome", "welcome", "name=Ada Lovelace", "password=" + PASSWORD, "zone=Europe/Zurich");
    }

    private static HttpResponse<String> signIn(PageBrowser browser, String email, String password) {
        return browser.submit("/sign-in", "sign-in", "email=" + email, "password=" + password, "@to=/");
    }

    /** A page without what differs each time. */
    private static String plain(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body().replaceAll("nonce[^>]*>|csp\\.init[^)]*|value=\"[A-Za-z0-9+/=]{40,}\"", "");
    }

    /** That of the latest mail to somebody, once so many have come. */
    private static String token(String email, int mails) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> mailsTo(email).size() >= mails);
        Matcher found = TOKEN.matcher(mailsTo(email).getLast());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static List<String> mailsTo(String email) {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(message -> isTo(message, email))
                .map(message ->
                        GreenMailUtil.getBody(message).replace("=\r\n", "").replace("=3D", "="))
                .toList();
    }

    private static boolean isTo(MimeMessage message, String email) {
        try {
            return message.getAllRecipients()[0].toString().equals(email);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeAll
    static void awaitSchema() {
        SqlForTests.awaitTables();
    }
}
