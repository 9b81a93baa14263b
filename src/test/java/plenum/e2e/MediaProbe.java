package plenum.e2e;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What really arrives in a page: pictures that were decoded, sound that has energy. It asks the browser, not the product: peer
 * connections are noted by a script of the test, tiles are read as anybody can see them.
 */
final class MediaProbe {

    /** Notes every peer connection that a page makes, in order. */
    static final String INIT_SCRIPT = """
            (() => {
              const Native = window.RTCPeerConnection;
              window.probedPeers = [];
              window.RTCPeerConnection = class extends Native {
                constructor(...parts) { super(...parts); window.probedPeers.push(this); }
              };
              window.probedScreens = [];
              const devices = navigator.mediaDevices;
              const capture = devices?.getDisplayMedia?.bind(devices);
              if (capture) devices.getDisplayMedia = async (wish) => {
                if (window.probedRefusals >= 0 && ++window.probedRefusals) throw new DOMException('Permission denied', 'NotAllowedError');
                const screen = await capture(wish);
                window.probedScreens.push(screen);
                return screen;
              };
            })()""";

    private static final String SAMPLE = """
            async () => {
              const peers = window.probedPeers ?? [];
              const sounds = [];
              for (const [peer, connection] of peers.entries()) {
                if (connection.connectionState === 'closed') continue;
                for (const stat of (await connection.getStats()).values()) {
                  if (stat.type === 'inbound-rtp' && stat.kind === 'audio') {
                    sounds.push({ peer, energy: stat.totalAudioEnergy ?? 0 });
                  }
                }
              }
              const peerOf = (track) => peers.findIndex((p) => p.getReceivers().some((r) => r.track === track));
              const pictures = [...document.querySelectorAll('article.tile')].map((tile) => {
                const video = tile.querySelector('video') ?? document.createElement('video');
                const track = video.srcObject?.getVideoTracks()[0];
                return {
                  name: tile.getAttribute('aria-label') ?? '',
                  frames: video.getVideoPlaybackQuality().totalVideoFrames,
                  width: video.videoWidth,
                  height: video.videoHeight,
                  shown: `${tile.clientWidth} x ${tile.clientHeight}`,
                  peer: track ? peerOf(track) : -1,
                };
              });
              return JSON.stringify({ sounds, pictures, peers: peers.length });
            }""";

    /** What the browser itself says about every stream, every layer and every path that it sends or receives by. */
    private static final String STATISTICS = """
            async () => {
              const wanted = new Set(['outbound-rtp', 'inbound-rtp', 'remote-inbound-rtp', 'candidate-pair', 'media-source']);
              const peers = [];
              for (const [peer, connection] of (window.probedPeers ?? []).entries()) {
                if (connection.connectionState === 'closed') continue;
                const stats = [...(await connection.getStats()).values()].filter((stat) => wanted.has(stat.type));
                peers.push({ peer, state: connection.connectionState, stats });
              }
              return JSON.stringify({ at: performance.timeOrigin + performance.now(), hidden: document.hidden, peers }, null, 1);
            }""";

    /** Of a picture of 640 x 360. */
    private static final int LEAST_HEIGHT = 360;

    /** More than a decoder may still have in its pocket. */
    private static final int FRAMES = 5;

    private final Page page;

    MediaProbe(Page page) {
        this.page = page;
    }

    /** One look. Peers are numbered in the order in which the page made them. */
    record Sample(List<Sound> sounds, List<Picture> pictures, int peers) {}

    record Sound(int peer, double energy) {}

    record Picture(String name, int frames, int width, int height, int peer) {

        boolean isOf(String person) {
            return name.equals(person) || name.startsWith(person + ",");
        }
    }

    Sample sample() {
        return new Gson().fromJson((String) page.evaluate(SAMPLE), TypeToken.get(Sample.class));
    }

    String describe() {
        return (String) page.evaluate(SAMPLE);
    }

    /** Everything that explains a stream that is not as it should be. */
    String statistics() {
        return (String) page.evaluate(STATISTICS);
    }

    /** Waits until all these people are seen, in pictures of a decent size that go on, and as many are heard. */
    void awaitSeenAndHeard(Duration patience, String... people) {
        await(patience, new Progress(sample(), 0, LEAST_HEIGHT), people);
    }

    /** Likewise in pictures of any size, by peer connections from this number on only: what old ones still show does not count. */
    void awaitBack(Duration patience, int firstPeer, String... people) {
        await(patience, new Progress(sample(), firstPeer, 1), people);
    }

    private void await(Duration patience, Progress progress, String... people) {
        Await.until(
                page,
                patience,
                () -> progress.reached(sample(), people),
                () -> "seen and heard: " + List.of(people) + ", but " + describe());
    }

    /** Waits until this shared screen is decoded, and its picture goes on. */
    void awaitScreen(Duration patience, String name) {
        String label = Texts.text("stage.share.of", name);
        Progress progress = new Progress(sample(), 0, LEAST_HEIGHT);
        Await.until(
                page,
                patience,
                () -> sample().pictures().stream().anyMatch(p -> p.name().equals(label) && progress.goesOn(p)),
                () -> label + ", but " + describe());
    }

    /** Waits until nothing is heard from anybody for as long as two looks, far apart. */
    void awaitSilence(Duration patience) {
        Await.until(page, "silence", patience, () -> {
            double before = energy(sample());
            page.waitForTimeout(400);
            return energy(sample()) - before < 1e-6;
        });
    }

    private static double energy(Sample sample) {
        return sample.sounds().stream().mapToDouble(Sound::energy).sum();
    }

    /** Compares with the first look, per tile and per peer connection. */
    private static final class Progress {
        private final Map<Integer, Double> energyBefore = new HashMap<>();
        private final Map<String, Integer> framesBefore = new HashMap<>();
        private final int firstPeer;
        private final int leastHeight;

        Progress(Sample first, int firstPeer, int leastHeight) {
            this.firstPeer = firstPeer;
            this.leastHeight = leastHeight;
            first.sounds().forEach(sound -> energyBefore.put(sound.peer(), sound.energy()));
            first.pictures().forEach(picture -> framesBefore.put(key(picture), picture.frames()));
        }

        boolean reached(Sample now, String... people) {
            long heard = now.sounds().stream()
                    .filter(s -> s.peer() >= firstPeer)
                    .filter(s -> s.energy() > energyBefore.getOrDefault(s.peer(), 0.0) + 1e-6)
                    .count();
            return heard >= people.length
                    && List.of(people).stream()
                            .allMatch(person -> now.pictures().stream().anyMatch(p -> p.isOf(person) && goesOn(p)));
        }

        private boolean goesOn(Picture picture) {
            return picture.peer() >= firstPeer
                    && picture.height() >= leastHeight
                    && picture.frames() >= framesBefore.getOrDefault(key(picture), 0) + FRAMES;
        }

        /** A video element counts its frames per stream, so a tile with another peer starts anew. */
        private static String key(Picture picture) {
            return picture.peer() + " " + picture.name();
        }
    }
}
