package plenum.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.it.Deployments;
import plenum.it.Tab;

/** On a server that has other applications, too, Plenum is at a path: people register there by mail, sign in, create a meeting and meet. */
@Tag("account")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class UnderAPathIT {
    private static final String EMAIL = "path@example.org";
    private static final String PASSWORD = "correct horse battery";
    /** The path that is left is that of the link in the mail. */
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/[\\w/-]*)#([\\w-]{43})");

    private static final Pattern ADDRESSES = Pattern.compile("(?:href|src|action)=\"(/[^\"]*)\"");

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.at("plenum.war");
    }

    @Test
    void peopleRegisterSignInCreateAndMeet() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(
                Integer.parseInt(System.getProperty("plenum.it.smtp.port")), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try {
            PageBrowser browser = new PageBrowser();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> browser.get("/plenum/").statusCode(), status -> status == 200);
            browser.submit("/plenum/register", "ask", "email=" + EMAIL);
            HttpResponse<String> opened =
                    browser.submit("/plenum/link", "open", "token=" + tokenIn(mail, "/plenum/link"));
            assertThat(PageBrowser.location(opened)).isEqualTo("/plenum/welcome");
            browser.submit("/plenum/welcome", "welcome", "name=Ada", "password=" + PASSWORD, "zone=Europe/Zurich");
            assertThat(PageBrowser.location(browser.post("/plenum/sign-out"))).isEqualTo("/plenum/");
        } finally {
            mail.stop();
        }
        PageBrowser browser = new PageBrowser();
        assertThat(PageBrowser.location(browser.get("/plenum/account"))).isEqualTo("/plenum/sign-in?to=%2Faccount");
        HttpResponse<String> in =
                browser.submit("/plenum/sign-in", "sign-in", "email=" + EMAIL, "password=" + PASSWORD, "@to=/account");
        assertThat(PageBrowser.location(in)).isEqualTo("/plenum/account");
        assertThat(in.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie ->
                        assertThat(cookie).startsWith("plenum-session=").contains("path=/plenum"));
        for (String page : List.of("/", "/account", "/meetings", "/calendar", "/drive", "/help", "/check", "/new")) {
            assertThat(addresses(browser.get("/plenum" + page).body()))
                    .as(page)
                    .isNotEmpty()
                    .allSatisfy(address -> assertThat(address).startsWith("/plenum/"));
        }
        meet(browser);
    }

    private static void meet(PageBrowser browser) {
        String place = PageBrowser.location(browser.submit("/plenum/new", "create", "name=Under a path", "password="));
        assertThat(place).startsWith("/plenum/m/");
        assertThat(addresses(browser.get(place).body()))
                .allSatisfy(address -> assertThat(address).startsWith("/plenum/"));
        String letters = place.substring("/plenum/m/".length());
        String creator = "plenum-creator-" + letters;
        Tab tab = Tab.openAt(
                HttpClient.newHttpClient(),
                Deployments.site(),
                "/plenum/ws/meetings/" + letters,
                creator + "=" + browser.cookie(creator).orElseThrow(),
                Deployments.site().toString());
        JsonNode welcome = tab.say("{'type':'join','name':'Ada','microphone':false,'camera':false}")
                .hear("welcome");
        assertThat(welcome.toString()).contains("/plenum/m/" + letters);
    }

    private static String tokenIn(GreenMail mail, String page) {
        assertThat(mail.waitForIncomingEmail(60_000, 1)).isTrue();
        MimeMessage message = mail.getReceivedMessages()[0];
        Matcher link = LINK.matcher(GreenMailUtil.getBody(message).replace("=\r\n", ""));
        assertThat(link.find()).isTrue();
        assertThat(link.group(1)).isEqualTo(page);
        return link.group(2);
    }

    /** Those on this server that a page leads to. */
    private static List<String> addresses(String page) {
        return ADDRESSES
                .matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
