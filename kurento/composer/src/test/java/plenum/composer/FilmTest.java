package plenum.composer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real film of three people who are a colour and a tone each, by the composer's own process. */
@Tag("composer")
class FilmTest {
    private static final int ANNA = 440;
    private static final int BEN = 700;
    private static final int CLEO = 1100;
    private static final int BEEP = 2000;
    private static final double FLASH = 13.4;
    /** Frames per second, if nothing is set. */
    private static final double RATE = 15;

    @TempDir
    Path folder;

    private final Instant begin = Instant.parse("2026-03-01T10:00:00.300Z");
    private Path recording;
    private Process composer;

    @BeforeEach
    void record() throws Exception {
        recording = folder.resolve("one");
        Tracks tracks = new Tracks();
        tracks.make(recording.resolve("tracks/a.mkv"), begin.plusMillis(130), "red", ANNA, 24, FLASH - 0.13);
        tracks.make(recording.resolve("tracks/b.mkv"), begin.plusMillis(4_310), "lime", BEN, 14, -1);
        // somebody who did not consent, and whose track is there all the same
        tracks.make(recording.resolve("tracks/c.mkv"), begin.plusMillis(200), "blue", CLEO, 24, -1);
        Files.writeString(recording.resolve("timeline.jsonl"), timeline());
    }

    @AfterEach
    void end() {
        if (composer != null) {
            composer.destroyForcibly();
        }
    }

    private String timeline() {
        return String.join(
                "\n",
                line(0, "began", "'name':'Planning: a=b;','layout':'grid'"),
                line(0, "came", "'person':'anna','name':'Anna: %{n} [x] \\\\'"),
                line(0, "consent", "'person':'anna','given':true"),
                line(0, "came", "'person':'cleo','name':'Cleo'"),
                line(100, "track-began", "'track':'a','person':'anna','source':'camera'"),
                line(100, "track-began", "'track':'c','person':'cleo','source':'camera'"),
                line(4_000, "came", "'person':'ben','name':'Ben'"),
                line(4_200, "consent", "'person':'ben','given':true"),
                line(4_250, "track-began", "'track':'b','person':'ben','source':'camera'"),
                line(9_000, "chapter", "'title':'Ben speaks'"),
                line(18_300, "track-ended", "'track':'b'"),
                line(18_300, "went", "'person':'ben'"),
                line(24_000, "ended", ""),
                "");
    }

    private String line(long after, String what, String more) {
        String comma = more.isEmpty() ? "" : ",";
        return "{'at':%d,'what':'%s'%s%s}"
                .formatted(begin.toEpochMilli() + after, what, comma, more)
                .replace('\'', '"');
    }

    @Test
    void aFilmShowsThoseWhoConsentedAndGoesOnWhereItWasKilled() throws Exception {
        start();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> chunks().size() >= 4);
        composer.destroyForcibly().waitFor();
        List<Path> before = chunks();
        List<Long> written = before.stream().map(FilmTest::modified).toList();
        assertThat(recording.resolve("film-1.json")).doesNotExist();

        start();
        Path film = film(1);
        assertThat(before.stream().map(FilmTest::modified).toList()).isEqualTo(written);
        Tracks look = new Tracks();
        check(film, look);
        assertThat(Tracks.tone(look.sound(film), 8, 2, BEN)).isGreaterThan(0.05);
        assertThat(look.pixel(film, 10, 960, 300)).satisfies(FilmTest::isGreen);

        Files.writeString(
                recording.resolve("timeline.jsonl"),
                line(90_000, "withdrawn", "'person':'ben'") + "\n",
                StandardOpenOption.APPEND);
        Path without = film(2);
        check(without, look);
        float[] sound = look.sound(without);
        for (int second = 1; second < 23; second++) {
            assertThat(Tracks.tone(sound, second, 1, BEN))
                    .as("second %d", second)
                    .isLessThan(0.001);
        }
        assertThat(look.pixel(without, 10, 960, 300)).satisfies(FilmTest::isRed);
    }

    private void check(Path film, Tracks look) throws Exception {
        assertThat(look.probe(film, "-show_entries", "stream=codec_name", "-of", "csv=p=0"))
                .startsWith("h264\naac"); // then the text track of the chapters
        assertThat(Double.parseDouble(look.probe(film, "-show_entries", "format=duration", "-of", "csv=p=0")))
                .isBetween(23.9, 24.1);
        assertThat(look.probe(
                        film,
                        "-show_chapters",
                        "-show_entries",
                        "chapter=start_time:chapter_tags=title",
                        "-of",
                        "csv=p=0"))
                .isEqualTo("0.000000,Planning: a=b;\n9.000000,Ben speaks");
        byte[] head = new byte[64];
        try (var in = Files.newInputStream(film)) {
            assertThat(in.readNBytes(head, 0, head.length)).isEqualTo(head.length);
        }
        assertThat(new String(head, java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("moov");
        assertThat(look.pixel(film, 2, 300, 300)).satisfies(FilmTest::isRed);
        assertThat(look.pixel(film, 10, 300, 300)).satisfies(FilmTest::isRed);
        assertThat(look.pixel(film, 22, 900, 300)).satisfies(FilmTest::isRed);
        float[] sound = look.sound(film);
        for (int second = 1; second < 23; second++) {
            assertThat(Tracks.tone(sound, second, 1, ANNA))
                    .as("second %d", second)
                    .isGreaterThan(0.05);
            assertThat(Tracks.tone(sound, second, 1, CLEO))
                    .as("second %d", second)
                    .isLessThan(0.001);
        }
        assertThat(Math.abs(beep(sound) - flash(film, look))).isLessThanOrEqualTo(0.04);
        assertThat(clicks(sound)).isZero();
    }

    /** When the beep begins, in seconds. */
    private static double beep(float[] sound) {
        for (double at = 12; at < 16; at += 0.002) {
            if (Tracks.tone(sound, at, 0.01, BEEP) > 0.1) {
                return at + 0.005;
            }
        }
        throw new AssertionError("no beep");
    }

    private static double flash(Path film, Tracks look) throws IOException, InterruptedException {
        byte[] grey =
                look.run(List.of("-i", film.toString(), "-vf", "crop=2:2:300:300,format=gray", "-f", "rawvideo", "-"));
        for (int frame = 0; frame * 4 < grey.length; frame++) {
            if ((grey[frame * 4] & 0xFF) > 200) {
                return frame / RATE;
            }
        }
        throw new AssertionError("no flash");
    }

    /** Samples that no sum of these tones can be: jumps between neighbours. */
    private static long clicks(float[] sound) {
        long jumps = 0;
        for (int i = 4_800; i + 1 < sound.length - 4_800; i++) {
            double at = i / 48_000.0;
            boolean changes = Math.abs(at - FLASH) < 0.3 || at > 4 && at < 5 || at > 17.8 && at < 18.8;
            if (!changes && Math.abs(sound[i + 1] - sound[i]) > 0.035) {
                jumps++;
            }
        }
        return jumps;
    }

    private static void isRed(int rgb) {
        assertThat(rgb >> 16).as("red of %06x", rgb).isGreaterThan(180);
        assertThat(rgb & 0xFFFF).as("rest of %06x", rgb).isLessThan(0x4000);
    }

    private static void isGreen(int rgb) {
        assertThat(rgb >> 8 & 0xFF).as("green of %06x", rgb).isGreaterThan(180);
        assertThat(rgb >> 16).as("red of %06x", rgb).isLessThan(0x40);
    }

    private List<Path> chunks() throws IOException {
        Path chunks = recording.resolve("chunks");
        if (!Files.exists(chunks)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(chunks)) {
            return all.sorted().toList();
        }
    }

    private static long modified(Path file) {
        return file.toFile().lastModified();
    }

    private Path film(int edition) throws Exception {
        Path report = recording.resolve("film-" + edition + ".json");
        Awaitility.await().atMost(Duration.ofSeconds(120)).until(() -> Files.exists(report));
        JsonNode film = new ObjectMapper().readTree(report.toFile());
        assertThat(film.path("millis").asLong()).isEqualTo(24_000);
        assertThat(film.path("gaps")).isEmpty();
        Path file = recording.resolve(film.path("file").asText());
        assertThat(film.path("sha256").asText()).isEqualTo(Hashes.of(file));
        return file;
    }

    private void start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ComposerMain.class.getName());
        builder.environment().put("PLENUM_RECORDINGS", folder.toString());
        builder.environment().put("PLENUM_COMPOSER_PROGRAMS", Tracks.PROGRAMS.toString());
        composer = builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("composer.log").toFile())
                .start();
    }
}
