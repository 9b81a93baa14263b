package plenum.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An application whose page publishes one stream of several layers: each viewer is sent those that its picture is worth. */
@Tag("flow")
@Tag("webrtc")
class ScalableCodingJourney {

    private static final Path APPLICATION = Path.of("src/test/js/pages/kurento-application.js");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SMALL_KILOBITS = 100;
    private static final int ANY_KILOBITS = 9_000;
    private static final int SMALL_PICTURE = 200;
    private static final int GOES_ON = 20;

    @RegisterExtension
    final Browsers browsers = Browsers.withSmoothCameras();

    private MediaServerAlone mediaServer;

    @BeforeEach
    void start() {
        mediaServer = new MediaServerAlone();
    }

    @AfterEach
    void stop() {
        mediaServer.close();
    }

    @ParameterizedTest(name = "{0} {1}, descriptors {2}")
    @CsvSource({"VP9, L3T3_KEY, false", "VP9, L3T3_KEY, true", "AV1, L3T3_KEY, true"})
    void eachViewerIsSentTheLayersThatItIsWorth(String codec, String mode, boolean descriptors) {
        Page page = browsers.person("Application").page();
        page.addInitScript(APPLICATION);
        page.navigate(mediaServer.page());
        page.evaluate("async () => { window.application = await KurentoApplication.open(); }");
        page.evaluate("([codec, mode]) => application.publish(codec, mode)", List.of(codec, mode));
        int large = view(page, descriptors);
        int small = view(page, descriptors);

        cap(page, small, SMALL_KILOBITS);
        Await.until(
                page,
                PATIENCE,
                () -> height(page, small) < SMALL_PICTURE && height(page, large) > 2 * SMALL_PICTURE,
                () -> "two sizes, but " + shown(page, large) + " and " + shown(page, small));
        goesOn(page, large);
        goesOn(page, small);

        cap(page, small, ANY_KILOBITS);
        Await.until(
                page,
                PATIENCE,
                () -> height(page, small) > 2 * SMALL_PICTURE,
                () -> "a large picture, but " + shown(page, small));
        goesOn(page, small);
        assertThat(shown(page, small).get("lost")).isEqualTo(0);
    }

    private static int view(Page page, boolean descriptors) {
        return (int) page.evaluate("(descriptors) => application.view(descriptors)", descriptors);
    }

    private static void cap(Page page, int viewer, int kilobits) {
        page.evaluate("([viewer, kilobits]) => application.cap(viewer, kilobits)", List.of(viewer, kilobits));
    }

    private static Map<?, ?> shown(Page page, int viewer) {
        return (Map<?, ?>) page.evaluate("(viewer) => application.shown(viewer)", viewer);
    }

    private static int height(Page page, int viewer) {
        return (int) shown(page, viewer).get("height");
    }

    /** Many more frames come, and as steadily as before. */
    private static void goesOn(Page page, int viewer) {
        int frames = (int) shown(page, viewer).get("frames");
        Await.until(
                page,
                "the picture of viewer " + viewer + " goes on",
                PATIENCE,
                () -> (int) shown(page, viewer).get("frames") >= frames + GOES_ON);
    }
}
