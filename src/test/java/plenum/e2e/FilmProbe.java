package plenum.e2e;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/** What is in a film, as the browser that plays it decodes it. */
final class FilmProbe {
    private static final String LENGTH = """
        async () => {
          const film = document.querySelector('video');
          if (film.readyState < 1) await new Promise((done) => film.addEventListener('loadedmetadata', done, { once: true }));
          return film.duration;
        }\
        """;
    private static final String TONE = """
        async ({ hertz, from, seconds }) => {
          window.probedSound ??= (async () => {
            const bytes = await (await fetch(document.querySelector('video').src)).arrayBuffer();
            return (await new OfflineAudioContext(1, 48000, 48000).decodeAudioData(bytes)).getChannelData(0);
          })();
          const sound = await window.probedSound;
          let [re, im] = [0, 0];
          const count = Math.floor(seconds * 48000);
          for (let i = 0; i < count; i++) {
            const sample = sound[Math.floor(from * 48000) + i] ?? 0;
            re += sample * Math.cos((2 * Math.PI * hertz * i) / 48000);
            im += sample * Math.sin((2 * Math.PI * hertz * i) / 48000);
          }
          return (2 * Math.hypot(re, im)) / count;
        }\
        """;
    private static final String COLOURS = """
        async (at) => {
          const film = document.querySelector('video');
          film.currentTime = at;
          await new Promise((done) => film.addEventListener('seeked', done, { once: true }));
          const canvas = new OffscreenCanvas(film.videoWidth, film.videoHeight);
          const paint = canvas.getContext('2d');
          paint.drawImage(film, 0, 0);
          const { data } = paint.getImageData(0, 0, canvas.width, canvas.height);
          const colours = { red: 0, green: 0, blue: 0, yellow: 0 };
          for (let i = 0; i < data.length; i += 4) {
            const [r, g, b] = [data[i] > 150, data[i + 1] > 120, data[i + 2] > 150];
            if (r && !g && !b) colours.red++;
            else if (!r && g && !b) colours.green++;
            else if (!r && !g && b) colours.blue++;
            else if (r && g && !b) colours.yellow++;
          }
          return Object.entries(colours).filter(([, count]) => count > 500).map(([name]) => name);
        }\
        """;

    private final Page page;

    FilmProbe(Page page) {
        this.page = page;
    }

    /** In seconds. */
    double length() {
        return ((Number) page.evaluate(LENGTH)).doubleValue();
    }

    /** Amplitude of a tone in a part of the film; 1 is as loud as can be. */
    double tone(int hertz, double from, double seconds) {
        return ((Number) page.evaluate(TONE, Map.of("hertz", hertz, "from", from, "seconds", seconds))).doubleValue();
    }

    /** Of red, green, blue and yellow, those that are seen when the film was moved to a time. */
    @SuppressWarnings("unchecked")
    List<String> colours(double at) {
        return (List<String>) page.evaluate(COLOURS, at);
    }
}
