package plenum.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What it costs a browser to paint a board on which people have drawn for two hours, compared with an empty one. */
@Tag("whiteboard")
class BoardFramesMeasurement {
    /** What five people draw in two hours, each a stroke every three to four seconds. */
    private static final int ELEMENTS = 10_000;

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final double FRAME_MILLIS = 1000.0 / 60;
    private static final double MOST_GROWTH = 1.2;

    /** Who draws them: one alone would send more than a socket may. */
    private static final List<String> PEOPLE = List.of("Bob", "Cleo", "Dora");

    /** Strokes of two hours, one beside the other, as fast as they may come. */
    private static final String REPLAY = """
        async ([board, first, end]) => {
          const { writeBody, writePlace, NOWHERE } = await import('/app/whiteboard/codec.js');
          const colors = ['#1d2b28', '#d6322b', '#2e8b3d', '#1f6fd6', '#7a3fc4'];
          for (let at = first; at < end; ) {
            const steps = [];
            for (; steps.length < 64 && at < end; at++) {
              const points = Array.from({ length: 40 }, (_, i) => [i * 2, 14 + 12 * Math.sin(i / (2 + (at % 7))), 0.3 + 0.4 * ((i * at) % 5) / 5]);
              const place = { ...NOWHERE, x: (at % 100) * 60, y: Math.floor(at / 100) * 36, z: at, color: colors[at % 5] };
              steps.push({ element: `two-hours-${at}`, page: 1, body: writeBody({ kind: 'pen', points }), place: writePlace(place) });
            }
            window.rawTab.say({ type: 'board-draw', board, key: `replay-${at}`, steps });
            await new Promise((done) => setTimeout(done, 20));
          }
        }\
        """;

    private static final String WATCH = """
        () => {
          window.frameTimes = [];
          window.watching = true;
          const frame = (now) => { window.frameTimes.push(now); if (window.watching) requestAnimationFrame(frame); };
          requestAnimationFrame(frame);
        }\
        """;

    private static final String WATCHED = """
        () => {
          window.watching = false;
          const gaps = window.frameTimes.slice(1).map((time, i) => time - window.frameTimes[i]).sort((a, b) => a - b);
          return [gaps.length, gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length, gaps[Math.floor(gaps.length * 0.95)]];
        }\
        """;

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final PlenumProcess plenum = PlenumProcess.shared();

    /**
     * @param millis from one to the next, on average
     * @param late the same, of the slowest of twenty
     * @param work of the page's main thread for each
     */
    private record Frames(double millis, double late, double work) {}

    @Test
    void twoHoursOfDrawingMakeNoFrameLonger() {
        Person ada = browsers.person("Ada");
        MeetingRoom adas = StartPage.open(ada, plenum).create("Two hours").join();
        List<RawTab> others = PEOPLE.stream()
                .map(name -> RawTab.join(browsers.person(name), adas.link()))
                .toList();
        BoardPanel board = BoardPanel.open(adas);
        Page page = ada.page();
        CDPSession session = page.context().newCDPSession(page);
        session.send("Performance.enable");
        board.tool("pen");
        stroke(board);
        Frames empty = watch(page, session, () -> strokes(board));

        int before = board.count();
        int each = ELEMENTS / others.size() + 1;
        for (int i = 0; i < others.size(); i++) {
            others.get(i).replay(REPLAY, i * each, Math.min(ELEMENTS, (i + 1) * each));
        }
        Await.until(
                page,
                PATIENCE,
                () -> board.hash() != null && board.count() >= before + ELEMENTS,
                () -> board.count() + " elements");
        Frames full = watch(page, session, () -> strokes(board));
        board.tool("hand");
        Frames moved = watch(page, session, () -> strokes(board));
        board.fit();
        Frames far = watch(page, session, () -> strokes(board));

        print("drawing on an empty board", empty, FRAME_MILLIS);
        print("drawing after two hours", full, MOST_GROWTH * empty.millis());
        print("moving over 10,000 elements", moved, FRAME_MILLIS);
        print("moving with all of them in sight", far, FRAME_MILLIS);
        Measured.print("frame after two hours to frame before", "times", MOST_GROWTH, full.millis() / empty.millis());
        assertThat(ada.uncaught()).isEmpty();
    }

    private static void strokes(BoardPanel board) {
        for (int i = 0; i < 3; i++) {
            stroke(board);
        }
    }

    private static void stroke(BoardPanel board) {
        BoundingBox box = board.element().locator(".board-canvas").boundingBox();
        Mouse mouse = board.page().mouse();
        mouse.move(box.x + 60, box.y + 60);
        mouse.down();
        mouse.move(box.x + box.width - 60, box.y + box.height - 60, new Mouse.MoveOptions().setSteps(40));
        mouse.move(box.x + 60, box.y + box.height - 60, new Mouse.MoveOptions().setSteps(20));
        mouse.up();
    }

    private static Frames watch(Page page, CDPSession session, Runnable work) {
        double before = workSeconds(session);
        page.evaluate(WATCH);
        work.run();
        List<?> seen = (List<?>) page.evaluate(WATCHED);
        double seconds = workSeconds(session) - before;
        double count = ((Number) seen.get(0)).doubleValue();
        assertThat(count).isGreaterThan(30);
        return new Frames(
                ((Number) seen.get(1)).doubleValue(), ((Number) seen.get(2)).doubleValue(), 1000 * seconds / count);
    }

    private static void print(String what, Frames frames, double goal) {
        Measured.print("a frame while " + what, "ms", goal, frames.millis());
        Measured.print("nineteen of twenty frames while " + what, "ms", goal, frames.late());
        Measured.print("work of the page for a frame while " + what, "ms", FRAME_MILLIS, frames.work());
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
