package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitUntilState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page, in every size and dress: fits, can be read by a screen reader, stays within its policy and talks to us only. */
@Tag("web")
class PagesJourney {

    /** Bytes of the page and of everything it loaded, as they came over the wire. */
    private static final String WEIGHT = """
        () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
            .reduce((sum, entry) => sum + entry.encodedBodySize, 0)\
        """;

    /** Bytes of modules that came over the wire. */
    private static final String MODULE_BYTES = """
        () => performance.getEntriesByType('resource').filter((entry) => entry.name.includes('/app-'))
            .reduce((sum, entry) => sum + entry.transferSize, 0)\
        """;

    private static final long LIGHT = 150_000;
    private static final int VISITS = 2;
    private static final Duration READY_GOAL = Duration.ofSeconds(1);
    private static final Duration READY_LIMIT = Duration.ofSeconds(4);

    /** Shares of the window that moved without anybody having touched anything, and what moved. */
    private static final String WATCH_SHIFTS = """
        () => {
          window.shifted = 0;
          window.shifts = [];
          new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
            if (entry.hadRecentInput) return;
            window.shifted += entry.value;
            for (const { node, previousRect: from, currentRect: to } of entry.sources) {
              const name = node?.className?.baseVal ?? node?.className ?? node?.nodeName;
              window.shifts.push(`${name} ${[from, to].map((r) => [r.x, r.y, r.width, r.height]).join(' > ')}`);
            }
          })).observe({ type: 'layout-shift' });
        }\
        """;

    private static final double MOST_SHIFT = 0.05; // half of what counts as good on the web

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final PlenumProcess plenum = PlenumProcess.shared();

    @ParameterizedTest(name = "in {0}")
    @MethodSource("plenum.e2e.Looks#languages")
    void everyPageIsFitToBeSeen(String language) {
        Person ada = browsers.person("Ada", language);
        Page page = ada.page();
        page.navigate(plenum.page("/"));
        Looks.at(ada, "start");
        page.navigate(plenum.page("/new"));
        Looks.at(ada, "create");
        page.navigate(plenum.page("/help"));
        Looks.at(ada, "help");
        page.navigate(plenum.page("/m/abcdefghijklmnopqrst"));
        Looks.at(ada, "missing");
        page.navigate(plenum.page("/nothing/here"));
        Looks.at(ada, "not-found");

        page.navigate(plenum.page("/new"));
        page.locator("#create\\:name").fill("Wochenplanung 🦊 Übergangsregelungen");
        page.locator("#create\\:submit").click();
        page.locator("#prejoin-name").fill("Ada 🦊");
        page.waitForFunction("() => [...document.querySelectorAll('video')].some((v) => v.videoWidth > 0)");
        Looks.at(ada, "prejoin");
        page.locator("#prejoin-name").press("Enter");
        page.locator(".tool.leave").waitFor();
        Looks.at(ada, "alone");
        page.locator(".tool.leave").click();
        page.locator(".tool.leave").waitFor(Browsers.gone());
        Looks.at(ada, "left");

        assertThat(ada.policyViolations()).isEmpty();
        assertThat(ada.uncaught()).isEmpty();
        assertThat(ada.requestedHosts())
                .containsExactly(plenum.url().getHost() + ":" + plenum.url().getPort());
    }

    @Test
    void whateverOpensInAMeetingCanBeRead() {
        Person ada = browsers.person("Ada");
        Page page = ada.page();
        StartPage.open(ada, plenum).create("Open").join();
        page.setViewportSize(390, 844);
        page.locator("plenum-toolbar > plenum-menu > button").click();
        Looks.canBeRead(ada, "more");
        page.locator(":popover-open button:has(use[href$=grid])").click();
        page.locator("#view-menu:popover-open").waitFor();
        Looks.canBeRead(ada, "view");
        page.keyboard().press("Escape");
        page.setViewportSize(1280, 800);
        page.locator("[popovertarget=reaction-menu]").click();
        Looks.canBeRead(ada, "reactions");
        page.keyboard().press("Escape");
        page.locator(".settings-button").click();
        for (Locator tab : page.locator("dialog[open] [role=tab]").all()) {
            tab.click();
            Looks.canBeRead(ada, "settings");
        }
        page.keyboard().press("Escape");
        page.keyboard().press("?");
        Looks.canBeRead(ada, "shortcuts");
        page.keyboard().press("Escape");
        page.keyboard().press("c");
        page.keyboard().type("Hello https://example.org/ 🦊");
        page.keyboard().press("Enter");
        page.locator(".chat-log .message").waitFor();
        Looks.canBeRead(ada, "chat");
        page.locator("#dock-tab-polls").click();
        page.locator(".polls-scroller > .button").click();
        Looks.canBeRead(ada, "polls");
    }

    @Test
    void nothingJumpsWhenSomebodyJoins() {
        Person ada = browsers.person("Ada");
        MeetingRoom adas = StartPage.open(ada, plenum).create("Calm").join();
        ada.page().locator(".invite-card .round").last().click();
        ada.page().evaluate(WATCH_SHIFTS);
        browsers.person("Bob").joinAt(adas.link());
        browsers.person("Carla").joinAt(adas.link());
        assertThat(adas.tileOf("Carla")).isVisible();

        assertThat(((Number) ada.page().evaluate("() => window.shifted")).doubleValue())
                .as("what moved: %s", ada.page().evaluate("() => window.shifts"))
                .isLessThan(MOST_SHIFT);
    }

    @Test
    void aSharedInvitationLeadsToItsMeeting() {
        Person ada = browsers.person("Ada");
        MeetingRoom adas = StartPage.open(ada, plenum).create("Shared").join();
        Page bob = browsers.person("Bob").page();
        bob.navigate(plenum.page("/shared?text=" + URLEncoder.encode("Link: " + adas.link(), StandardCharsets.UTF_8)));
        assertThat(bob.locator("#prejoin-name")).isVisible();
        bob.navigate(plenum.page("/shared?text=001-0002-003"));
        assertThat(bob.locator("#join\\:address")).hasValue("001-0002-003");
    }

    @Test
    void theChosenThemeIsRemembered() {
        Page page = browsers.person("Ada").page();
        for (String theme : List.of("dark", "light")) {
            page.navigate(plenum.page("/preferences?theme=" + theme));
            page.navigate(plenum.page("/new"));
            assertThat(page.locator("html")).hasAttribute("data-theme", theme);
        }
    }

    @Test
    void theFirstPageIsLight() {
        Page page = browsers.person("Ada").page();
        page.navigate(plenum.page("/"));
        page.waitForLoadState();
        Number bytes = (Number) page.evaluate(WEIGHT);

        assertThat(bytes.longValue()).isPositive().isLessThan(LIGHT);
    }

    /** From the click on a link to a page that takes a name; with nothing in the browser's cache, and with all of it. */
    @Test
    void theDoorOfAMeetingOpensAtOnce() {
        Person ada = browsers.person("Ada");
        String link = StartPage.open(ada, plenum).create("Quick").join().link();
        ada.close();
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < VISITS; i++) {
            try (Person bob = browsers.person("Bob " + i)) {
                for (int visit = 0; visit < 2; visit++) {
                    bob.page().navigate("about:blank");
                    long began = System.nanoTime();
                    bob.page().navigate(link, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
                    bob.page().locator("#prejoin-name").fill("Bob");
                    waits.add(Duration.ofNanos(System.nanoTime() - began));
                    // the meeting's view comes after that, and what is left half-way is fetched again
                    bob.page().waitForLoadState(LoadState.NETWORKIDLE);
                    double fetched = ((Number) bob.page().evaluate(MODULE_BYTES)).doubleValue();
                    assertThat(fetched > 0).as("modules are fetched").isEqualTo(visit == 0);
                }
            }
        }

        Page page = browsers.person("Carla").page();
        assertThat(page.request()
                        .get(plenum.page("/app-0000000000000000/main.js"))
                        .status())
                .as("a module of another release")
                .isEqualTo(404);
        Measured.print("from a meeting's link to a page that can be used", READY_GOAL, waits);
        assertThat(waits).allMatch(wait -> wait.compareTo(READY_LIMIT) < 0, "within " + READY_LIMIT);
    }
}
