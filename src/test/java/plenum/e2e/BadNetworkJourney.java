package plenum.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Somebody's network gets narrow, loses much, becomes another one: picture and sound go on. Prints how well beside the goals for a machine that
 * has nothing else to do; fails when it is so bad that people would complain.
 */
@Tag("congestion")
@Tag("webrtc")
class BadNetworkJourney {

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
    private static final Duration SHORT_WAY = Duration.ofMillis(25);
    private static final Duration LONG_WAY = Duration.ofMillis(100);
    private static final double MUCH_LOSS = 0.1;
    private static final Duration LOSSY_FOR = Duration.ofSeconds(20);
    /** Until browsers and server have found out how bad it is. */
    private static final Duration GET_USED = Duration.ofSeconds(20);

    private static final double FROZEN_GOAL = 0.01;
    private static final double CONCEALED_GOAL = 0.02;
    private static final double BAD = 0.1;
    /** What a publisher's network loses can be asked for again over a long way only. */
    private static final double BAD_OF_PUBLISHER = 0.2;

    private static final int MOVES = 2;
    private static final Duration MOVE_GOAL = Duration.ofSeconds(1);
    private static final Duration GOES_ON = Duration.ofSeconds(2);
    private static final Duration UNNOTICED_GOAL = Duration.ofSeconds(3);

    /** What has been frozen and concealed since the page was opened, of all that it receives. */
    private static final String HEALTH = """
        async () => {
          const health = { frozen: 0, concealed: 0, samples: 0 };
          for (const connection of window.probedPeers) {
            for (const stat of (await connection.getStats()).values()) {
              if (stat.type !== 'inbound-rtp') continue;
              health.frozen += stat.totalFreezesDuration ?? 0;
              health.concealed += stat.concealedSamples ?? 0;
              health.samples += stat.totalSamplesReceived ?? 0;
            }
          }
          return JSON.stringify(health);
        }\
        """;

    private static final String WATCH = """
        () => {
          const video = document.querySelector('article.tile video:not(.mirrored)');
          window.shownAt = [];
          const note = (now) => {
            window.shownAt.push(now);
            video.requestVideoFrameCallback(note);
          };
          video.requestVideoFrameCallback(note);
        }\
        """;

    @RegisterExtension
    final Browsers browsers = Browsers.withSmoothCameras();

    private MeetingRoom adas;
    private MeetingRoom bobs;
    private Person bob;

    @BeforeEach
    void begin() {
        adas = StartPage.open(browsers.person("Ada"), PlenumProcess.shared())
                .create("Way")
                .join();
        bob = browsers.person("Bob");
    }

    private void join() {
        bobs = bob.joinAt(adas.link());
        bothAreSeenAndHeard();
    }

    private void bothAreSeenAndHeard() {
        bobs.media().awaitSeenAndHeard(PATIENCE, "Ada");
        adas.media().awaitSeenAndHeard(PATIENCE, "Bob");
    }

    @Test
    void thePictureFollowsTheNetwork() {
        try (PageNetwork network = new PageNetwork(bob.page()).rate(WIDE).delay(SHORT_WAY)) {
            join();
            awaitHeight(bobs, LARGE, Integer.MAX_VALUE);
            bob.page().evaluate(WATCH);

            bob.page().waitForTimeout(SETTLED.toMillis());

            long narrowed = System.nanoTime();
            network.rate(NARROW);
            awaitHeight(bobs, 1, LARGE - 1);
            Await.until(
                    bob.page(),
                    "a second without a crowded queue",
                    PATIENCE,
                    () -> System.nanoTime() - Math.max(narrowed, network.lastCrowdedNanos()) > SECOND_NANOS);
            long crowded = Math.max(narrowed, network.lastCrowdedNanos());
            bob.page().waitForTimeout(NARROW_FOR.toMillis());
            List<Double> shown = shown(bob.page());

            long widened = System.nanoTime();
            network.rate(WIDE);
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

    /** Bob loses a tenth of all, in both directions, over a long way. */
    @Test
    void pictureAndSoundGoOnWhereMuchIsLost() {
        try (PageNetwork network = new PageNetwork(bob.page()).delay(LONG_WAY)) {
            join();
            network.loss(MUCH_LOSS);
            bob.page().waitForTimeout(GET_USED.toMillis());

            MediaHealth bobBefore = health(bob.page());
            MediaHealth adaBefore = health(adas.person().page());
            bob.page().waitForTimeout(LOSSY_FOR.toMillis());
            MediaHealth bobMeanwhile = health(bob.page()).since(bobBefore);
            MediaHealth adaMeanwhile = health(adas.person().page()).since(adaBefore);

            bobMeanwhile.print("where a tenth is lost, with 200 ms round trip");
            adaMeanwhile.print("of somebody whose network loses a tenth");
            bothAreSeenAndHeard();
            assertThat(bobMeanwhile.worst()).as("%s", bobMeanwhile).isLessThan(BAD);
            assertThat(adaMeanwhile.worst()).as("%s", adaMeanwhile).isLessThan(BAD_OF_PUBLISHER);
        }
    }

    /** As a phone that leaves the house: the browser notices; or a router that forgets: nobody does. */
    @Test
    void pictureAndSoundGoOnFromAnotherAddress() {
        try (PageNetwork network = new PageNetwork(bob.page()).delay(SHORT_WAY)) {
            join();
            List<Page> pages = List.of(bob.page(), adas.person().page());
            pages.forEach(page -> page.evaluate(WATCH));

            List<Duration> noticed = new ArrayList<>();
            for (int i = 0; i < MOVES; i++) {
                noticed.addAll(pausesBy(pages, () -> {
                    network.moveElsewhere();
                    bob.page().evaluate("() => window.dispatchEvent(new Event('online'))");
                }));
            }
            List<Duration> unnoticed = pausesBy(pages, network::moveElsewhere);

            Measured.print("pause of pictures when a browser's network becomes another one", MOVE_GOAL, noticed);
            Measured.print("the same when the browser does not notice", UNNOTICED_GOAL, unnoticed);
            bothAreSeenAndHeard();
        }
    }

    /** How long the pictures of these pages stood still at most, from the change until they had gone on for a while. */
    private static List<Duration> pausesBy(List<Page> pages, Runnable change) {
        pages.forEach(page -> page.evaluate("() => { window.shownAt = window.shownAt.slice(-1); }"));
        change.run();
        long changed = System.nanoTime();
        for (Page page : pages) {
            Await.until(
                    page,
                    "pictures that go on",
                    PATIENCE,
                    () -> System.nanoTime() - changed > GOES_ON.toNanos()
                            && (Boolean) page.evaluate("() => performance.now() - window.shownAt.at(-1) < 500"));
        }
        return pages.stream().map(page -> longestPause(shown(page))).toList();
    }

    /** @param frozen seconds of pictures @param concealed samples of sound */
    private record MediaHealth(double frozen, double concealed, double samples) {

        MediaHealth since(MediaHealth before) {
            return new MediaHealth(frozen - before.frozen, concealed - before.concealed, samples - before.samples);
        }

        void print(String where) {
            Measured.print("frozen pictures " + where, FROZEN_GOAL, frozenShare());
            Measured.print("concealed sound " + where, CONCEALED_GOAL, concealedShare());
        }

        private double frozenShare() {
            return frozen / LOSSY_FOR.toSeconds();
        }

        private double concealedShare() {
            return concealed / Math.max(1, samples);
        }

        double worst() {
            return Math.max(frozenShare(), concealedShare());
        }
    }

    private static MediaHealth health(Page page) {
        return new Gson().fromJson((String) page.evaluate(HEALTH), MediaHealth.class);
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
