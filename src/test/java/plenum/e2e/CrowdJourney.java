package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A page full of people: what it costs a browser to show twenty-five of them, one of whom is always speaking. */
@Tag("stream")
class CrowdJourney {

    private static final int TILES = 25;
    private static final Duration WATCHED = Duration.ofSeconds(6);
    private static final double TURN_MILLIS = 500;
    private static final double WORK_GOAL = 0.15;
    private static final double WORK_LIMIT = 0.5;
    private static final int CHANGES_LIMIT = 20;
    private static final double MOST_SHIFT = 0.05;

    private static final String WATCH = """
        () => {
          window.shifted = 0;
          window.changes = 0;
          new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
            if (!entry.hadRecentInput) window.shifted += entry.value;
          })).observe({ type: 'layout-shift' });
          new MutationObserver((records) => { window.changes += records.length; })
            .observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
        }\
        """;

    @RegisterExtension
    final Browsers browsers = Browsers.withSmoothCameras();

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Seat> seats = new ArrayList<>();

    @AfterEach
    void leave() {
        seats.forEach(Seat::close);
        client.close();
    }

    @Test
    void twentyFiveTilesAreLittleWork() {
        Person ada = browsers.person("Ada");
        Page page = ada.page();
        MeetingRoom adas =
                StartPage.open(ada, PlenumProcess.shared()).create("Crowd").join();
        page.evaluate("() => localStorage.setItem('plenum-preferences', '{\"tiles\":25}')");
        page.reload();
        adas.awaitInside();
        page.evaluate(WATCH);
        for (int i = 1; i < TILES; i++) {
            seats.add(Seat.take(client, adas.link(), "Guest " + i));
        }
        assertThat(page.locator("article.tile")).hasCount(TILES);
        assertThat(number(page, "shifted")).as("what jumped").isLessThan(MOST_SHIFT);

        double changesBefore = number(page, "changes");
        CDPSession session = page.context().newCDPSession(page);
        session.send("Performance.enable");
        double workBefore = workSeconds(session);
        long began = System.nanoTime();
        for (int turn = 0; System.nanoTime() - began < WATCHED.toNanos(); turn++) {
            seats.get(turn % seats.size()).speaks(false);
            seats.get((turn + 1) % seats.size()).speaks(true);
            page.waitForTimeout(TURN_MILLIS);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        double work = (workSeconds(session) - workBefore) / seconds;
        double changes = (number(page, "changes") - changesBefore) / seconds;

        Measured.print("main thread of a page with 25 tiles", WORK_GOAL, work);
        Measured.printRate("changes of that page's elements", changes);
        assertThat(work).isPositive().isLessThan(WORK_LIMIT);
        assertThat(changes).isPositive().isLessThan(CHANGES_LIMIT);
        assertThat(ada.uncaught()).isEmpty();
    }

    private static double number(Page page, String name) {
        return ((Number) page.evaluate("(name) => window[name]", name)).doubleValue();
    }

    /** How long the page's main thread has worked since it was first asked. */
    private static double workSeconds(CDPSession session) {
        for (JsonElement metric : session.send("Performance.getMetrics").getAsJsonArray("metrics")) {
            JsonObject named = metric.getAsJsonObject();
            if (named.get("name").getAsString().equals("TaskDuration")) {
                return named.get("value").getAsDouble();
            }
        }
        throw new AssertionError("the browser does not say how long it worked");
    }
}
