package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** When things go wrong: a firewall, a browser that can do less, a bad line. People are told, and what still works goes on. */
@Tag("check")
@Tag("media")
class TroubleJourney {

    /** As behind a firewall, until {@code mediaPass} is true: only relayed candidates, and there is no relay. */
    static final String FIREWALL = """
        (() => {
          const Native = window.RTCPeerConnection;
          window.RTCPeerConnection = class extends Native {
            constructor(configuration) {
              super(window.mediaPass ? configuration : { ...configuration, iceTransportPolicy: 'relay' });
            }
          };
        })()\
        """;

    static final String NO_WEBRTC = "Object.defineProperty(window, 'RTCPeerConnection', { value: undefined })";

    private static final Duration PICTURE = Duration.ofSeconds(20);
    private static final Duration TOLD = Duration.ofSeconds(10);
    /** On a machine that has other things to do. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration CHECK = Duration.ofSeconds(90);

    @RegisterExtension
    final Browsers browsers = Browsers.withSmoothCameras();

    private final PlenumProcess plenum = PlenumProcess.shared();

    @Test
    void mediaBehindAFirewallAreMissedAloudAndComeBackByThemselves() {
        MeetingRoom adas = StartPage.open(browsers.person("Ada"), plenum)
                .create("Firewall")
                .join();
        Person bob = browsers.person("Bob");
        bob.page().addInitScript(FIREWALL);
        MeetingRoom bobs = bob.joinAt(adas.link());
        long entered = System.nanoTime();
        Locator banner = bob.page().locator(".banner[data-kind=blocked]");
        banner.waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE.toMillis()));
        Measured.print(
                "media are blocked, from the entrance until it is said",
                TOLD,
                List.of(Duration.ofNanos(System.nanoTime() - entered)));
        assertThat(banner).containsText(Texts.text("stage.media.blocked"));
        assertThat(adas.person().page().locator(".tile-note:not([hidden])"))
                .hasText(
                        Texts.text("stage.person.blocked"),
                        new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE.toMillis()));

        banner.getByRole(AriaRole.BUTTON).click();
        Locator help = bob.page().locator("dialog[open]");
        assertThat(help.locator(".lead")).hasText(Texts.text("stage.check.lead.blocked"));
        assertThat(help.locator(".firewall")).containsText("UDP");
        bob.page().keyboard().press("Escape");
        help.waitFor(Browsers.gone());
        ChatPanel.open(adas).say("Do you read me?").await("Do you read me?");
        ChatPanel.open(bobs).say("I only read").await("Do you read me?", "I only read");

        bob.page().evaluate("() => { window.mediaPass = true; }");
        banner.waitFor(Browsers.gone().setTimeout(PATIENCE.toMillis()));
        bobs.media().awaitSeenAndHeard(PICTURE, "Ada");
        adas.media().awaitSeenAndHeard(PICTURE, "Bob");
        assertThat(adas.person().page().locator(".tile-note:not([hidden])")).hasCount(0);
        assertThat(bob.uncaught()).isEmpty();
    }

    @Test
    void aBrowserWithoutWebRtcTakesPartInWriting() {
        MeetingRoom adas = StartPage.open(browsers.person("Ada"), plenum)
                .create("Degraded")
                .join();
        Person bob = browsers.person("Bob");
        Page page = bob.page();
        page.addInitScript(NO_WEBRTC);
        page.navigate(adas.link());
        assertThat(page.locator(".trouble")).containsText(Texts.text("stage.fix.unsupported.chat"));
        page.locator("#prejoin-name").fill("Bob");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Texts.text("stage.prejoin.join.without")))
                .click();
        MeetingRoom bobs = new MeetingRoom(bob).awaitInside();
        assertThat(page.locator(".banner[data-kind=unsupported]")).containsText(Texts.text("stage.media.unsupported"));
        assertThat(page.locator(".spinner:visible")).hasCount(0);
        assertThat(adas.person().page().locator(".tile-note:not([hidden])"))
                .hasText(Texts.text("stage.person.unsupported"));

        ChatPanel.open(bobs).say("Still here").await("Still here");
        ChatPanel.open(adas).say("Good").await("Still here", "Good");
        ChatPanel.of(bobs).await("Still here", "Good");
        ChatPanel.of(bobs).close();
        page.keyboard().press("h");
        assertThat(adas.person().page().locator(".tile-hand:visible")).hasCount(1);
        page.keyboard().press("s");
        assertThat(page.locator("dialog[open] .trouble-what")).hasText(Texts.text("stage.share.trouble.unsupported"));
        page.keyboard().press("Escape");
        page.reload();
        bobs.awaitInside();
        assertThat(page.locator(".banner[data-kind=unsupported]")).isVisible();
        assertThat(bob.uncaught()).isEmpty();
    }

    @Test
    void theDoctorMeasuresWithRealMedia() {
        Person ada = browsers.person("Ada", Ways.ALL);
        Page page = ada.page();
        page.navigate(plenum.page("/"));
        page.locator("p.check-link a").click();
        page.locator("plenum-check .check-start button").click();
        Locator done = page.locator("plenum-check[data-verdict]");
        done.waitFor(new Locator.WaitForOptions().setTimeout(CHECK.toMillis()));
        assertThat(finding(page, "stage.check.topic.socket")).hasAttribute("data-verdict", "good");
        assertThat(finding(page, "stage.check.topic.udp")).hasAttribute("data-verdict", "good");
        assertThat(finding(page, "stage.check.topic.path")).containsText(Texts.text("stage.check.value.path.udp"));
        assertThat(finding(page, "stage.check.topic.up")).containsText("Mbit/s");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Texts.text("stage.check.report.copy")))
                .click();
        assertThat(page.getByText(Texts.text("stage.check.copied"))).isVisible();
        String report = (String) page.evaluate("() => navigator.clipboard.readText()");
        assertThat(report)
                .contains(plenum.page(""), Texts.text("stage.check.topic.down"), "UDP 127.0.0.1:")
                .doesNotContain("ice-ufrag", "fingerprint", "candidate:", "typ host");
        assertThat(ada.policyViolations()).isEmpty();
        assertThat(ada.uncaught()).isEmpty();
    }

    @Test
    void theDoctorFindsTheFirewallAndTheMissingWebRtc() {
        Person bob = browsers.person("Bob");
        bob.page().addInitScript(FIREWALL);
        String blocked = checked(bob.page());
        assertThat(blocked).contains(Texts.text("stage.check.advice.all-blocked"));
        assertThat(finding(bob.page(), "stage.check.topic.socket")).hasAttribute("data-verdict", "good");
        assertThat(finding(bob.page(), "stage.check.topic.udp")).hasAttribute("data-verdict", "bad");

        Person cem = browsers.person("Cem");
        cem.page().addInitScript(NO_WEBRTC);
        assertThat(checked(cem.page())).contains(Texts.text("stage.check.advice.no-webrtc"));
        assertThat(cem.uncaught()).isEmpty();
    }

    @Test
    void moderatorsSeeHowSomebodyIsConnected() {
        MeetingRoom adas =
                StartPage.open(browsers.person("Ada"), plenum).create("Links").join();
        MeetingRoom bobs = browsers.person("Bob").joinAt(adas.link());
        adas.media().awaitSeenAndHeard(PICTURE, "Bob");
        Page page = adas.person().page();
        openMenu(page, "Bob");
        page.locator(":popover-open button:has(use[href$=signal])").click();
        Locator dialog = page.locator("dialog[open]");
        assertThat(dialog.locator(".link-figures"))
                .containsText(
                        "Mbit/s", new LocatorAssertions.ContainsTextOptions().setTimeout(2 * PATIENCE.toMillis()));
        assertThat(dialog.locator(".link-figures")).not().containsText(Texts.text("stage.check.value.path.none"));

        // a participant has no such thing to look at
        openMenu(bobs.person().page(), "Bob");
        assertThat(bobs.person().page().locator(":popover-open button:has(use[href$=signal])"))
                .hasCount(1);
        bobs.person().page().keyboard().press("Escape");
        openMenu(bobs.person().page(), "Ada");
        assertThat(bobs.person().page().locator(":popover-open")).isVisible();
        assertThat(bobs.person().page().locator(":popover-open button:has(use[href$=signal])"))
                .hasCount(0);
    }

    private static void openMenu(Page page, String name) {
        if (!page.locator("plenum-people").isVisible()) {
            page.locator("[aria-keyshortcuts=P]").click();
        }
        page.locator("plenum-people .person")
                .filter(new Locator.FilterOptions().setHasText(name))
                .locator("plenum-menu button")
                .first()
                .click();
    }

    private String checked(Page page) {
        page.navigate(plenum.page("/check"));
        page.locator("plenum-check .check-start button").click();
        page.locator("plenum-check[data-verdict]").waitFor(new Locator.WaitForOptions().setTimeout(CHECK.toMillis()));
        return page.locator(".check-advice").textContent();
    }

    private static Locator finding(Page page, String topic) {
        return page.locator(".findings li").filter(new Locator.FilterOptions().setHasText(Texts.text(topic)));
    }
}
