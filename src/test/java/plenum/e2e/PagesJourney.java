package plenum.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page, in every size and dress: fits, can be read by a screen reader, stays within its policy and talks to us only. */
class PagesJourney {

    /** Bytes of the page and of everything it loaded, as they came over the wire. */
    private static final String WEIGHT = """
            () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                .reduce((sum, entry) => sum + entry.encodedBodySize, 0)""";

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final PlenumProcess plenum = PlenumProcess.shared();

    @ParameterizedTest(name = "in {0}, {1}")
    @CsvSource({"de-DE,light", "de-DE,dark", "en-US,light", "en-US,dark"})
    void everyPageIsFitToBeSeen(String language, String theme) {
        Person ada = browsers.person("Ada", language);
        Page page = ada.page();
        page.navigate(plenum.page("/preferences?theme=" + theme));
        Looks.at(ada, "start", theme);
        page.navigate(plenum.page("/new"));
        Looks.at(ada, "create", theme);
        page.navigate(plenum.page("/m/abcdefghijklmnopqrst"));
        Looks.at(ada, "missing", theme);
        page.navigate(plenum.page("/nothing/here"));
        Looks.at(ada, "not-found", theme);

        page.navigate(plenum.page("/new"));
        page.locator("#create\\:name").fill("Wochenplanung 🦊 Übergangsregelungen");
        page.locator("#create\\:submit").click();
        page.locator("#prejoin-name").fill("Ada 🦊");
        page.waitForFunction("() => [...document.querySelectorAll('video')].some((v) => v.videoWidth > 0)");
        Looks.at(ada, "prejoin", theme);
        page.locator("#prejoin-name").press("Enter");
        page.locator(".tool.leave").waitFor();
        Looks.at(ada, "alone", theme);
        page.locator(".tool.leave").click();
        page.locator(".tool.leave").waitFor(Browsers.gone());
        Looks.at(ada, "left", theme);

        assertThat(ada.policyViolations()).isEmpty();
        assertThat(ada.uncaught()).isEmpty();
        assertThat(ada.requestedHosts())
                .containsExactly(plenum.url().getHost() + ":" + plenum.url().getPort());
    }

    @Test
    void theFirstPageIsLight() {
        Page page = browsers.person("Ada").page();
        page.navigate(plenum.page("/"));
        page.waitForLoadState();
        Number bytes = (Number) page.evaluate(WEIGHT);

        assertThat(bytes.longValue()).isPositive().isLessThan(400_000);
    }
}
