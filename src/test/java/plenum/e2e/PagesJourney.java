package plenum.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page, in every size and dress: fits, can be read by a screen reader, stays within its policy and talks to us only. */
class PagesJourney {

    private static final Path AXE = Path.of("src/test/js/node_modules/axe-core/axe.min.js");
    private static final Path SCREENS = Path.of("target/e2e/pages");
    private static final String SERIOUS = """
            async () => {
              const { violations } = await axe.run(document, { resultTypes: ['violations'] });
              return violations.filter((v) => v.impact === 'serious' || v.impact === 'critical')
                .map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
            }""";

    private static final Duration LAYOUT = Duration.ofSeconds(5);

    private record Size(String name, int width, int height) {}

    private static final List<Size> SIZES =
            List.of(new Size("desktop", 1440, 900), new Size("tablet", 1024, 768), new Size("phone", 390, 844));

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final PlenumProcess plenum = PlenumProcess.shared();

    @ParameterizedTest(name = "in {0}, {1}")
    @CsvSource({"de-DE,light", "de-DE,dark", "en-US,light", "en-US,dark"})
    void everyPageIsFitToBeSeen(String language, String theme) throws IOException {
        Person ada = browsers.person("Ada", language);
        Page page = ada.page();
        page.navigate(plenum.page("/preferences?theme=" + theme));
        look(ada, "start", theme);
        page.navigate(plenum.page("/new"));
        look(ada, "create", theme);
        page.navigate(plenum.page("/m/abcdefghijklmnopqrst"));
        look(ada, "missing", theme);
        page.navigate(plenum.page("/nothing/here"));
        look(ada, "not-found", theme);

        page.navigate(plenum.page("/new"));
        page.locator("#create\\:name").fill("Wochenplanung 🦊 Übergangsregelungen");
        page.locator("#create\\:submit").click();
        page.locator("#prejoin-name").fill("Ada 🦊");
        page.waitForFunction("() => [...document.querySelectorAll('video')].some((v) => v.videoWidth > 0)");
        look(ada, "prejoin", theme);
        page.locator("#prejoin-name").press("Enter");
        page.locator(".tool.leave").waitFor();
        look(ada, "alone", theme);
        page.locator(".tool.leave").click();
        page.locator(".tool.leave").waitFor(Browsers.gone());
        look(ada, "left", theme);

        assertThat(ada.policyViolations()).isEmpty();
        assertThat(ada.uncaught()).isEmpty();
        assertThat(ada.requestedHosts())
                .containsExactly(plenum.url().getHost() + ":" + plenum.url().getPort());
    }

    @Test
    void theFirstPageIsLight() {
        Page page = browsers.person("Ada").page();
        long[] bytes = {0};
        page.onResponse(response -> bytes[0] += size(response));
        page.navigate(plenum.page("/"));
        page.waitForLoadState();

        assertThat(bytes[0]).isPositive().isLessThan(400_000);
    }

    private static long size(Response response) {
        return response.request().sizes().responseBodySize;
    }

    private void look(Person person, String name, String theme) throws IOException {
        Page page = person.page();
        for (Size size : SIZES) {
            page.setViewportSize(size.width(), size.height());
            Await.until(
                    page,
                    name + " fits on a " + size.name(),
                    LAYOUT,
                    () -> Boolean.TRUE.equals(
                            page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")));
            String language = (String) page.evaluate("() => document.documentElement.lang");
            page.screenshot(new ScreenshotOptions()
                    .setPath(SCREENS.resolve(
                            String.format(Locale.ROOT, "%s-%s-%s-%s.png", name, size.name(), language, theme))));
        }
        page.evaluate(Files.readString(AXE));
        assertThat((List<?>) page.evaluate(SERIOUS)).as("axe on %s", name).isEmpty();
    }
}
