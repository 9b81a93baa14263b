package plenum.e2e;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/** What is in a film, as the browser that plays it decodes it. */
final class FilmProbe {
    /** Pixels at an edge of two fields may have any colour. */
    private static final int FEW = 500;

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
        async ({ at, searched }) => {
          const film = document.querySelector('video');
          film.currentTime = at;
          await new Promise((done) => film.addEventListener('seeked', done, { once: true }));
          const canvas = new OffscreenCanvas(film.videoWidth, film.videoHeight);
          const paint = canvas.getContext('2d');
          paint.drawImage(film, 0, 0);
          const { data } = paint.getImageData(0, 0, canvas.width, canvas.height);
          const counts = searched.map(() => 0);
          for (let i = 0; i < data.length; i += 4) {
            for (let j = 0; j < searched.length; j++) {
              const [r, g, b] = searched[j];
              if (Math.max(Math.abs(data[i] - r), Math.abs(data[i + 1] - g), Math.abs(data[i + 2] - b)) < 48) counts[j]++;
            }
          }
          return counts;
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

    /** Whether somebody's colour is seen when the film was moved to a time; the fields of those without a camera have none of these colours. */
    boolean shows(Signal signal, double at) {
        List<?> counts = (List<?>) page.evaluate(COLOURS, Map.of("at", at, "searched", List.of(signal.rgb())));
        return ((Number) counts.getFirst()).intValue() > FEW;
    }
}
