package plenum.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * How long it takes from the click on "Join" to the first picture of somebody else. Prints it beside the goal for a machine that has nothing
 * else to do; fails only when a picture does not come.
 */
@Tag("stream")
class JoinTimeMeasurement {

    private static final int GUESTS = 10;
    /** The second by a browser that has been here before. */
    private static final int VISITS = 2;

    private static final Duration GOAL = Duration.ofMillis(1500);

    /** Clicks, and resolves at the first frame of another person's tile; everything by the page's own clock. */
    private static final String JOIN = """
        (button) => new Promise((resolve, reject) => {
          const clicked = performance.now();
          const look = () => {
            const shown = [...document.querySelectorAll('article.tile video:not(.mirrored)')]
              .some((video) => video.videoWidth > 0 && video.getVideoPlaybackQuality().totalVideoFrames > 0);
            if (shown) resolve(performance.now() - clicked); else requestAnimationFrame(look);
          };
          setTimeout(() => reject(new Error('no picture within 30 s')), 30_000);
          button.click();
          look();
        })\
        """;

    @RegisterExtension
    final Browsers browsers = Browsers.withSmoothCameras();

    @Test
    void theFirstPictureIsThereSoon() {
        PlenumProcess plenum = PlenumProcess.shared();
        MeetingRoom host =
                StartPage.open(browsers.person("Ada"), plenum).create("Quick").join();
        String link = host.link();

        List<Duration> durations = new ArrayList<>();
        for (int i = 0; i < GUESTS; i++) {
            try (Person guest = browsers.person("Guest " + i)) {
                for (int visit = 0; visit < VISITS; visit++) {
                    guest.page().navigate(link);
                    PreJoin door = new PreJoin(guest).awaitMirror().fillName(guest.name());
                    Number millis = (Number) door.joinButton().evaluate(JOIN);
                    durations.add(Duration.ofMillis(millis.longValue()));
                    new MeetingRoom(guest).leave();
                }
            }
        }

        Measured.print("join to first decoded frame", GOAL, durations);
    }
}
