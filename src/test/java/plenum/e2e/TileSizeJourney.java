package plenum.e2e;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Who makes the window small is sent a small picture, and a large one again when there is room; sizes that nobody shows are not sent. Prints how long that took and the longest
 * pause between two frames meanwhile, beside the goals for a machine that has nothing else to do; fails when the picture does not follow.
 */
@Tag("stream")
@Tag("flow")
class TileSizeJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration FOLLOW_GOAL = Duration.ofSeconds(1);
    private static final Duration PAUSE_GOAL = Duration.ofMillis(200);
    private static final int CHANGES = 4;
    private static final int SMALL_TILE_PICTURE = 200;

    /** Notes when each frame of the one other person was shown, and how high it was. */
    private static final String WATCH = """
        () => {
          const video = document.querySelector('article.tile video:not(.mirrored)');
          window.shownFrames = [];
          const note = (now, frame) => {
            window.shownFrames.push({ at: now, height: frame.height });
            video.requestVideoFrameCallback(note);
          };
          video.requestVideoFrameCallback(note);
        }\
        """;

    /** The sizes that a page sends at this moment, by the names of their streams: those whose count of frames grows. */
    private static final String SENT_SIZES = """
        async () => {
          const count = async () => {
            const frames = new Map();
            for (const peer of window.probedPeers) {
              for (const stat of (await peer.getStats()).values()) {
                if (stat.type === 'outbound-rtp' && stat.kind === 'video') frames.set(stat.rid ?? '', stat.framesEncoded ?? 0);
              }
            }
            return frames;
          };
          const before = await count();
          await new Promise((resolve) => setTimeout(resolve, 500));
          const after = await count();
          return [...after.keys()].filter((rid) => after.get(rid) > (before.get(rid) ?? 0)).sort().join('');
        }\
        """;

    private record Frame(double at, int height) {}

    @RegisterExtension
    final Browsers browsers = Browsers.withSmoothCameras();

    @Test
    void thePictureFollowsTheSizeOfItsTile() {
        MeetingRoom adas = StartPage.open(browsers.person("Ada"), PlenumProcess.shared())
                .create("Sizes")
                .join();
        MeetingRoom bobs = browsers.person("Bob").joinAt(adas.link());
        Page page = bobs.person().page();
        bobs.media().awaitSeenAndHeard(PATIENCE, "Ada");
        page.evaluate(WATCH);
        awaitPicture(bobs, true);
        awaitSent(adas, "hlm");

        List<Duration> follows = new ArrayList<>();
        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < CHANGES; i++) {
            boolean large = i % 2 == 1;
            int before = frames(page).size();
            double changed = ((Number) page.evaluate("() => performance.now()")).doubleValue();
            page.setViewportSize(large ? 1280 : 360, large ? 800 : 300);
            awaitPicture(bobs, large);
            List<Frame> all = frames(page);
            List<Frame> since = all.subList(Math.max(0, before - 1), all.size());
            follows.add(followed(since, changed, large));
            pauses.add(longestPause(since));
        }

        page.setViewportSize(360, 300);
        awaitSent(adas, "l");

        Measured.print("picture follows the size of its tile", FOLLOW_GOAL, follows);
        Measured.print("longest pause between frames meanwhile", PAUSE_GOAL, pauses);
    }

    private static void awaitPicture(MeetingRoom room, boolean large) {
        Await.until(
                room.person().page(),
                PATIENCE,
                () -> room.media().sample().pictures().stream()
                        .anyMatch(picture ->
                                picture.isOf("Ada") && picture.height() > 0 && isLarge(picture.height()) == large),
                () -> (large ? "a large" : "a small") + " picture, but "
                        + room.media().describe());
    }

    private static void awaitSent(MeetingRoom room, String sizes) {
        Page page = room.person().page();
        Await.until(
                page,
                PATIENCE,
                () -> page.evaluate(SENT_SIZES).equals(sizes),
                () -> "sizes " + sizes + " being sent, but these are: " + page.evaluate(SENT_SIZES));
    }

    private static boolean isLarge(int height) {
        return height > 2 * SMALL_TILE_PICTURE;
    }

    private static List<Frame> frames(Page page) {
        return new Gson()
                .fromJson(
                        (String) page.evaluate("() => JSON.stringify(window.shownFrames)"),
                        new TypeToken<List<Frame>>() {});
    }

    private static Duration followed(List<Frame> frames, double changed, boolean large) {
        double at = frames.stream()
                .filter(frame -> frame.at > changed && isLarge(frame.height) == large)
                .mapToDouble(Frame::at)
                .findFirst()
                .orElse(changed);
        return Duration.ofNanos((long) ((at - changed) * 1_000_000));
    }

    private static Duration longestPause(List<Frame> frames) {
        double longest = 0;
        for (int i = 1; i < frames.size(); i++) {
            longest = Math.max(longest, frames.get(i).at - frames.get(i - 1).at);
        }
        return Duration.ofNanos((long) (longest * 1_000_000));
    }
}
