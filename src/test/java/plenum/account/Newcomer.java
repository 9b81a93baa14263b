package plenum.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import plenum.it.Tab;

/** Somebody who registers by mail on a server that is at a path, signs in, creates a meeting and enters it; every link stays below the path. */
public final class Newcomer {
    private static final String PASSWORD = "correct horse battery";
    /** The path that is left is that of the link in the mail. */
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/[\\w/-]*)#([\\w-]{43})");

    private static final Pattern ADDRESSES = Pattern.compile("(?:href|src|action)=\"(/[^\"]*)\"");
    private static final List<String> PAGES =
            List.of("/", "/account", "/meetings", "/calendar", "/drive", "/help", "/check", "/new");

    private final URI site;
    private final String path;
    private final String email;

    /** @param path that the application is at: {@code /plenum}; empty: the root */
    public Newcomer(URI site, String path, String email) {
        this.site = site;
        this.path = path;
        this.email = email;
    }

    /** @param smtp where the server under test sends its mail to on this machine */
    public void registerSignInAndMeet(int smtp) {
        GreenMail mail = new GreenMail(new ServerSetup(smtp, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try {
            register(mail);
        } finally {
            mail.stop();
        }
        PageBrowser browser = signedIn();
        for (String page : PAGES) {
            assertStaysBelow(browser, path + page);
        }
        meet(browser);
    }

    private void register(GreenMail mail) {
        PageBrowser browser = new PageBrowser(site);
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .ignoreExceptions()
                .until(() -> browser.get(path + "/register").statusCode(), status -> status == 200);
        browser.submit(path + "/register", "ask", "email=" + email);
        HttpResponse<String> opened = browser.submit(path + "/link", "open", "token=" + tokenIn(mail));
        assertThat(browser.leadsTo(opened)).isEqualTo(path + "/welcome");
        browser.submit(path + "/welcome", "welcome", "name=Ada", "password=" + PASSWORD, "zone=Europe/Zurich");
        assertThat(browser.leadsTo(browser.post(path + "/sign-out"))).isEqualTo(path + "/");
    }

    private PageBrowser signedIn() {
        PageBrowser browser = new PageBrowser(site);
        assertThat(browser.leadsTo(browser.get(path + "/account"))).isEqualTo(path + "/sign-in?to=%2Faccount");
        HttpResponse<String> in =
                browser.submit(path + "/sign-in", "sign-in", "email=" + email, "password=" + PASSWORD, "@to=/account");
        assertThat(browser.leadsTo(in)).isEqualTo(path + "/account");
        assertThat(in.headers().allValues("Set-Cookie")).anySatisfy(cookie -> assertThat(cookie)
                .startsWith("plenum-session=")
                .contains("path=" + (path.isEmpty() ? "/" : path)));
        return browser;
    }

    private void meet(PageBrowser browser) {
        String place = browser.leadsTo(browser.submit(path + "/new", "create", "name=Under a path", "password="));
        assertThat(place).startsWith(path + "/m/");
        assertStaysBelow(browser, place);
        String letters = place.substring((path + "/m/").length());
        String creator = "plenum-creator-" + letters;
        Tab tab = Tab.openAt(
                HttpClient.newHttpClient(),
                site,
                path + "/ws/meetings/" + letters,
                creator + "=" + browser.cookie(creator).orElseThrow(),
                site.toString());
        JsonNode welcome = tab.say("{'type':'join','name':'Ada','microphone':false,'camera':false}")
                .hear("welcome");
        assertThat(welcome.toString()).contains(path + "/m/" + letters);
    }

    private String tokenIn(GreenMail mail) {
        MimeMessage message = Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> Arrays.stream(mail.getReceivedMessagesForDomain(email))
                                .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
        Matcher link = LINK.matcher(GreenMailUtil.getBody(message).replace("=\r\n", ""));
        assertThat(link.find()).isTrue();
        assertThat(link.group(1)).isEqualTo(path + "/link");
        return link.group(2);
    }

    /** Those on this server that a page leads to. */
    private void assertStaysBelow(PageBrowser browser, String page) {
        assertThat(ADDRESSES.matcher(browser.get(page).body()).results().map((MatchResult found) -> found.group(1)))
                .as(page)
                .isNotEmpty()
                .allSatisfy(address -> assertThat(address).startsWith(path + "/"));
    }
}
