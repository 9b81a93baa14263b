package plenum.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What end-to-end encryption costs a browser: nine pictures and nine voices from one peer connection to another in the same page, with our transforms and without.
 * The difference is that of sealing and of opening; a tab with nine tiles opens nine and seals one.
 */
@Tag("secrecy")
class SecrecyCostMeasurement {
    /** Of each of four parts; {@code -Dplenum.secrecy.seconds=20} for less chance in it. */
    private static final int SECONDS = Integer.getInteger("plenum.secrecy.seconds", 3);

    private static final double GOAL = 0.1;
    private static final int TILES = 9;

    /** Resolves when all nine are seen. */
    private static final String OPEN = """
            async ([tiles, sealed]) => {
              const { FrameCipher } = await import('/app/cipher/frame-cipher.js');
              const { secretKey } = await import('/app/cipher/keys.js');
              const cipher = sealed ? new FrameCipher(() => undefined) : null;
              cipher?.step({ step: 1, leaf: 0, secret: await secretKey(crypto.getRandomValues(new Uint8Array(32))) });
              const audio = new AudioContext();
              const [from, to] = [new RTCPeerConnection(), new RTCPeerConnection()];
              from.onicecandidate = ({ candidate }) => candidate && to.addIceCandidate(candidate);
              to.onicecandidate = ({ candidate }) => candidate && from.addIceCandidate(candidate);
              const timers = [];
              for (let tile = 0; tile < tiles; tile++) {
                const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 180 });
                const paint = canvas.getContext('2d');
                let frame = 0;
                timers.push(setInterval(() => {
                  for (let x = 0; x < 8; x++) {
                    paint.fillStyle = `hsl(${(frame * 7 + x * 45 + tile * 40) % 360} 70% 50%)`;
                    paint.fillRect(x * 40, (frame * 3 + x * 11) % 120, 40, 60);
                  }
                  frame++;
                }, 50));
                const tone = new OscillatorNode(audio, { frequency: 200 + 50 * tile });
                const out = audio.createMediaStreamDestination();
                tone.connect(out);
                tone.start();
                for (const track of [...canvas.captureStream(20).getVideoTracks(), ...out.stream.getAudioTracks()]) {
                  const sender = from.addTransceiver(track, { direction: 'sendonly', ...(track.kind === 'video' ? { sendEncodings: [{ maxBitrate: 300_000 }] } : {}) });
                  cipher?.send(sender);
                }
              }
              await from.setLocalDescription();
              await to.setRemoteDescription(from.localDescription);
              const videos = to.getTransceivers().map(({ receiver }) => {
                const video = document.createElement(receiver.track.kind === 'video' ? 'video' : 'audio');
                video.muted = receiver.track.kind === 'video';
                video.srcObject = new MediaStream([receiver.track]);
                void video.play().catch(() => undefined);
                return video;
              });
              if (cipher) to.getTransceivers().forEach((transceiver, slot) => cipher.receive(transceiver, slot));
              await to.setLocalDescription();
              await from.setRemoteDescription(to.localDescription);
              window.decoded = async () => {
                const all = [...(await to.getStats()).values()].filter(({ type }) => type === 'inbound-rtp');
                const video = all.filter(({ kind }) => kind === 'video').map(({ framesDecoded }) => framesDecoded);
                return { tiles: video.filter((count) => count > 0).length, frames: video.reduce((sum, count) => sum + count, 0), sealed: sealed ? cipher.shut.length : 0 };
              };
              window.closeAll = () => {
                timers.forEach(clearInterval);
                from.close();
                to.close();
                void audio.close();
                videos.forEach((video) => (video.srcObject = null));
              };
              while ((await window.decoded()).tiles < tiles) await new Promise((done) => setTimeout(done, 100));
            }""";

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final PlenumProcess plenum = PlenumProcess.shared();

    @Test
    void nineTilesCostLittleMore() {
        Page page = browsers.person("Ada").page();
        page.navigate(plenum.page("/help"));
        CDPSession browser = page.context().browser().newBrowserCDPSession();
        double clear = 0;
        double sealed = 0;
        for (int turn = 0; turn < 2; turn++) {
            clear += cores(page, browser, false) / 2;
            sealed += cores(page, browser, true) / 2;
        }
        browser.detach();
        Measured.print("nine tiles sent and received in one page", 1, clear);
        Measured.print("the same, sealed and opened", 1 + GOAL, sealed);
        Measured.print("what end-to-end encryption adds", GOAL, sealed - clear);
    }

    /** The processor time of pages for each second. */
    private static double cores(Page page, CDPSession browser, boolean sealed) {
        page.evaluate(OPEN, java.util.List.of(TILES, sealed));
        int before = frames(page);
        double used = processorSeconds(browser);
        long began = System.nanoTime();
        page.waitForTimeout(SECONDS * 1000.0);
        double cores = (processorSeconds(browser) - used) / ((System.nanoTime() - began) / 1e9);
        int after = frames(page);
        assertThat(after - before).as("pictures go on").isGreaterThan(TILES * SECONDS);
        page.evaluate("() => window.closeAll()");
        Measured.printRate(sealed ? "pictures opened" : "pictures received", (after - before) / (double) SECONDS);
        return cores;
    }

    private static int frames(Page page) {
        return ((Number) page.evaluate("async () => (await window.decoded()).frames")).intValue();
    }

    private static double processorSeconds(CDPSession browser) {
        double seconds = 0;
        for (JsonElement process : browser.send("SystemInfo.getProcessInfo").getAsJsonArray("processInfo")) {
            JsonObject info = process.getAsJsonObject();
            if (info.get("type").getAsString().equals("renderer")) {
                seconds += info.get("cpuTime").getAsDouble();
            }
        }
        return seconds;
    }
}
