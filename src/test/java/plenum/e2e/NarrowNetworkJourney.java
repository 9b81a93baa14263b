package plenum.e2e;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Somebody's network gets narrow: the picture gets smaller instead of stopping, and large again when there is room. Prints how long it took
 * until the network's queue, of 400 ms, was less than half full for a second, beside the goals for a machine that has nothing else to do; fails when the picture does not follow.
 */
class NarrowNetworkJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration ADAPT_GOAL = Duration.ofSeconds(2);
    private static final Duration RETURN_GOAL = Duration.ofSeconds(8);
    private static final Duration PAUSE_GOAL = Duration.ofMillis(500);
    private static final Duration NARROW_FOR = Duration.ofSeconds(12);
    private static final Duration SETTLED = Duration.ofSeconds(5);
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long WIDE = 2_000_000;
    private static final long NARROW = 500_000;
    private static final int LARGE = 540;
    private static final int LEAST_RATE = 5;

    private static final String WATCH = """
            () => {
              const video = document.querySelector('article.tile video:not(.mirrored)');
              window.shownAt = [];
              const note = (now) => {
                window.shownAt.push(now);
                video.requestVideoFrameCallback(note);
              };
              video.requestVideoFrameCallback(note);
            }""";

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @Test
    void thePictureFollowsTheNetwork() {
        MeetingRoom adas = StartPage.open(browsers.person("Ada"), PlenumProcess.shared())
                .create("Train")
                .join();
        Person bob = browsers.person("Bob");
        try (NarrowLink link = new NarrowLink(bob.page(), WIDE)) {
            MeetingRoom bobs = bob.joinAt(adas.link());
            bobs.media().awaitSeenAndHeard(PATIENCE, "Ada");
            awaitHeight(bobs, LARGE, Integer.MAX_VALUE);
            bob.page().evaluate(WATCH);

            bob.page().waitForTimeout(SETTLED.toMillis());

            long narrowed = System.nanoTime();
            link.rate(NARROW);
            awaitHeight(bobs, 1, LARGE - 1);
            Await.until(
                    bob.page(),
                    "a second without a crowded queue",
                    PATIENCE,
                    () -> System.nanoTime() - Math.max(narrowed, link.lastCrowdedNanos()) > SECOND_NANOS);
            long crowded = Math.max(narrowed, link.lastCrowdedNanos());
            bob.page().waitForTimeout(NARROW_FOR.toMillis());
            List<Double> shown = shown(bob.page());

            long widened = System.nanoTime();
            link.rate(WIDE);
            awaitHeight(bobs, LARGE, Integer.MAX_VALUE);
            long returned = System.nanoTime();

            Measured.print(
                    "until the queue of a narrow network is short",
                    ADAPT_GOAL,
                    List.of(Duration.ofNanos(crowded - narrowed)));
            Measured.print("longest pause between frames meanwhile", PAUSE_GOAL, List.of(longestPause(shown)));
            Measured.print(
                    "until the picture is large again", RETURN_GOAL, List.of(Duration.ofNanos(returned - widened)));
            if (shown.size() < LEAST_RATE * NARROW_FOR.toSeconds()) {
                throw new AssertionError("only " + shown.size() + " frames in " + NARROW_FOR);
            }
        }
    }

    private static void awaitHeight(MeetingRoom room, int least, int most) {
        Await.until(
                room.person().page(),
                PATIENCE,
                () -> room.media().sample().pictures().stream()
                        .anyMatch(picture ->
                                picture.isOf("Ada") && picture.height() >= least && picture.height() <= most),
                () -> "a picture of " + least + " to " + most + " lines, but "
                        + room.media().describe());
    }

    private static List<Double> shown(Page page) {
        return new Gson()
                .fromJson(
                        (String) page.evaluate("() => JSON.stringify(window.shownAt)"),
                        new TypeToken<List<Double>>() {});
    }

    private static Duration longestPause(List<Double> shown) {
        double longest = 0;
        for (int i = 1; i < shown.size(); i++) {
            longest = Math.max(longest, shown.get(i) - shown.get(i - 1));
        }
        return Duration.ofNanos((long) (longest * 1_000_000));
    }
}
