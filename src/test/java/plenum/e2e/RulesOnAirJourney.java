package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the rules of a meeting keep off the air does not arrive at others, whatever a browser sends and however it calls it. */
@Tag("conference")
class RulesOnAirJourney {

    private static final Duration PICTURE = Duration.ofSeconds(40);
    private static final String FORBIDDEN = "forbidden publish";
    /** Ada's camera, which nobody stops: two seconds and more of it. */
    private static final String CONTROL = "2 video";

    private static final long CONTROL_BYTES = 40_000;
    /** What was on its way when a rule came into force. */
    private static final long SETTLED = 8_000;

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final PlenumProcess plenum = PlenumProcess.shared();

    @Test
    void cameraAndMicrophoneAreNoScreen() {
        MeetingRoom adas =
                StartPage.open(browsers.person("Ada"), plenum).create("Rules").join();
        RawTab mallory = RawTab.join(browsers.person("Mallory"), adas.link());
        RawTab cem = RawTab.join(browsers.person("Cem"), adas.link());
        mallory.publish("screen");
        mallory.publish("camera");
        cem.watch(List.of(
                new String[] {"Mallory", "screen"}, new String[] {"Mallory", "camera"}, new String[] {"Ada", "camera"
                }));
        awaitAll(cem, "0 audio", "0 video", "1 audio", "1 video", "2 audio", "2 video");

        adas.choose("Mallory", "stage.moderate.mute");
        cem.awaitPerson("Mallory", "!p.microphone");
        assertArrives(cem, List.of("0 video", "1 video"), List.of("0 audio", "1 audio"));

        adas.choose("Mallory", "stage.moderate.stop-video.both");
        cem.awaitPerson("Mallory", "!p.camera && !p.publishing.includes('screen')");
        mallory.publish("screen");
        mallory.awaitFailure(FORBIDDEN, 1);
        assertArrives(cem, List.of(), List.of("0 audio", "0 video", "1 audio", "1 video"));

        mallory.say(Map.of("type", "set-devices", "microphone", true, "camera", true));
        cem.awaitPerson("Mallory", "p.camera && p.microphone");
        mallory.publish("screen");
        awaitAll(cem, "0 audio", "0 video", "1 audio", "1 video");

        adas.setRule("rules.share", false);
        cem.awaitPerson("Mallory", "!p.publishing.includes('screen')");
        mallory.publish("screen");
        mallory.awaitFailure(FORBIDDEN, 2);
        assertArrives(cem, List.of("1 audio", "1 video"), List.of("0 audio", "0 video"));
    }

    @Test
    void whoMayNotShareIsToldWhyAndWhatRunsEnds() {
        MeetingRoom adas =
                StartPage.open(browsers.person("Ada"), plenum).create("Sharing").join();
        MeetingRoom bobs = browsers.person("Bob").joinAt(adas.link());
        bobs.shareScreen();
        adas.media().awaitScreen(PICTURE, "Bob");

        adas.setRule("rules.share", false);

        assertThat(adas.screenOf("Bob")).hasCount(0);
        assertThat(bobs.ownScreen()).hasCount(0);
        assertThat(bobs.person().page().getByText(Texts.text("stage.share.ended.switched-off")))
                .isVisible();
        assertThat(bobs.shareButton()).hasAttribute("aria-disabled", "true");
        assertThat(bobs.shareButton()).hasAttribute("aria-label", Texts.text("stage.share.trouble.switched-off"));
        adas.setRule("rules.share", true);
        assertThat(bobs.shareButton()).not().hasAttribute("aria-disabled", "true");
        bobs.shareScreen();
        adas.media().awaitScreen(PICTURE, "Bob");
        assertThat(bobs.person().uncaught()).isEmpty();
    }

    /** Waits until something arrives in each of these streams. */
    private static void awaitAll(RawTab viewer, String... streams) {
        for (String stream : streams) {
            viewer.receivedWhile(stream, 1);
        }
    }

    /** While the control stream flows, those arrive and these do not. */
    private static void assertArrives(RawTab viewer, List<String> arriving, List<String> silent) {
        viewer.receivedWhile(CONTROL, SETTLED);
        Map<String, Long> grown = viewer.receivedWhile(CONTROL, CONTROL_BYTES);
        assertThat(arriving).allSatisfy(stream -> assertThat(grown.get(stream))
                .as("%s of %s", stream, grown)
                .isPositive());
        assertThat(silent).allSatisfy(stream -> assertThat(grown.getOrDefault(stream, 0L))
                .as("%s of %s", stream, grown)
                .isZero());
    }
}
