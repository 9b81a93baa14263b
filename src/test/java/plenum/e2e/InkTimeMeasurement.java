package plenum.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How long it takes from the pen that is lifted until all see the end of its stroke on a shared screen. */
@Tag("ink")
class InkTimeMeasurement {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration GOAL = Duration.ofMillis(100);
    private static final int STROKES = 20;
    /** Where strokes begin and end, as parts of the picture's height. */
    private static final double TOP = 0.25;

    private static final double BOTTOM = 0.7;

    private static final String PICTURE = """
            const video = document.querySelector('.tile.screen video');
            const boxOf = (width, height) => {
              const scale = Math.min(width / video.videoWidth, height / video.videoHeight);
              const [w, h] = [video.videoWidth * scale, video.videoHeight * scale];
              return [(width - w) / 2, (height - h) / 2, w, h];
            };
            """;

    private static final String WHERE = "() => {" + PICTURE + """
              const { left, top, width, height } = document.querySelector('.tile.screen .ink-canvas').getBoundingClientRect();
              const [x, y, w, h] = boxOf(width, height);
              return [left + x, top + y, w, h];
            }""";

    private static final String LIFTED = """
            () => {
              window.lifted = [];
              window.addEventListener('pointerup', ({ timeStamp }) => window.lifted.push(performance.timeOrigin + timeStamp), true);
            }""";

    /**
     * Notes the frame after the one in which the end of the next stroke is painted: by then that one is on its way to the screen. It looks when a frame
     * is done; the page's own frame callbacks come after those of this script, so that one of these would see what is painted a frame too late.
     */
    private static final String SEEN = "([strokes, bottom]) => {" + PICTURE + """
              window.seen = [];
              let painted = 0;
              const { port1: done, port2: look } = new MessageChannel();
              const frame = () => {
                if (window.seen.length < painted) window.seen.push(performance.timeOrigin + performance.now());
                if (window.seen.length === strokes) return;
                requestAnimationFrame(frame);
                look.postMessage(null);
              };
              done.onmessage = () => {
                const canvas = document.querySelector('.tile.screen .ink-canvas');
                if (window.seen.length < painted || !canvas || canvas.width === 0) return;
                const [x, y, w, h] = boxOf(canvas.width, canvas.height);
                const [left, top] = [x + (w * (painted + 1)) / (strokes + 1), y + h * bottom];
                const { data } = canvas.getContext('2d').getImageData(Math.round(left) - 2, Math.round(top) - 4, 5, 5);
                if (data.some((value, i) => i % 4 === 3 && value > 128)) painted++;
              };
              requestAnimationFrame(frame);
            }""";

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final PlenumProcess plenum = PlenumProcess.shared();

    @Test
    void theEndOfAStrokeIsSeenSoon() {
        MeetingRoom adas =
                StartPage.open(browsers.person("Ada"), plenum).create("Ink").join();
        MeetingRoom bobs = browsers.person("Bob").joinAt(adas.link());
        List<MeetingRoom> viewers = List.of(
                browsers.person("Cleo").joinAt(adas.link()),
                browsers.person("Dora").joinAt(adas.link()));
        adas.shareScreen();
        bobs.media().awaitScreen(PATIENCE, "Ada");
        viewers.forEach(viewer -> viewer.media().awaitScreen(PATIENCE, "Ada"));
        adas.ownScreen().waitFor();
        InkJourney.keepInk(adas);
        InkJourney.draw(bobs, "Ada");
        Page bob = bobs.person().page();
        bob.evaluate(LIFTED);
        viewers.forEach(viewer -> viewer.person().page().evaluate(SEEN, List.of(STROKES, BOTTOM)));

        List<Number> picture = numbers(bob.evaluate(WHERE));
        for (int stroke = 1; stroke <= STROKES; stroke++) {
            int count = stroke;
            draw(bob, picture, stroke);
            viewers.forEach(viewer -> Await.until(
                    viewer.person().page(),
                    "stroke " + count,
                    PATIENCE,
                    () -> times(viewer, "seen").size() >= count));
        }
        List<Number> lifted = times(bobs, "lifted");
        List<Duration> taken = new ArrayList<>();
        for (int stroke = 0; stroke < STROKES; stroke++) {
            double last = 0;
            for (MeetingRoom viewer : viewers) {
                last = Math.max(last, times(viewer, "seen").get(stroke).doubleValue());
            }
            taken.add(Duration.ofNanos((long) (1e6 * (last - lifted.get(stroke).doubleValue()))));
        }
        Measured.print("pen up until all see the stroke, four browsers", GOAL, taken);
        assertThat(bobs.person().uncaught()).isEmpty();
    }

    private static void draw(Page page, List<Number> picture, int stroke) {
        double x = picture.get(0).doubleValue() + picture.get(2).doubleValue() * stroke / (STROKES + 1);
        double top = picture.get(1).doubleValue();
        double height = picture.get(3).doubleValue();
        page.mouse().move(x, top + height * TOP);
        page.mouse().down();
        page.mouse().move(x, top + height * BOTTOM, new Mouse.MoveOptions().setSteps(8));
        page.mouse().up();
    }

    private static List<Number> times(MeetingRoom room, String name) {
        return numbers(room.person().page().evaluate("(name) => window[name]", name));
    }

    @SuppressWarnings("unchecked")
    private static List<Number> numbers(Object list) {
        return (List<Number>) list;
    }
}
