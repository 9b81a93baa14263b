package plenum.composer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import plenum.composer.ffmpeg.Ffmpeg;
import plenum.composer.ffmpeg.Maker;
import plenum.composer.ffmpeg.Programs;
import plenum.composer.timeline.Plan;
import plenum.composer.timeline.Scene;
import plenum.composer.timeline.Timeline;

/**
 * Measures how soon after the end of a meeting its film is ready: four people, whose tracks are synthesised. All of the film but its last seconds is there when the composer starts, as in a meeting that it
 * has followed; the first chunk is composed and stands for all others. Arguments: an empty folder, and minutes.
 */
final class ReadyMeter {
    private static final List<String> PEOPLE = List.of("anna", "ben", "cleo", "dan");
    private static final long CHUNK_MILLIS = 10_000;
    private static final Duration FOLLOWED = Duration.ofSeconds(15);

    private final Path recording;
    private final Instant begin;
    private final Maker maker;

    private ReadyMeter(Path folder, Instant begin) throws IOException {
        this.recording = folder.resolve("one");
        this.begin = begin;
        Ffmpeg ffmpeg = Programs.ffmpeg(Tracks.PROGRAMS, "", "");
        this.maker = new Maker(ffmpeg, Programs.font(Tracks.PROGRAMS, ""), 15);
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Duration length = Duration.ofMinutes(Long.parseLong(arguments[1]));
        tracks(folder, length);
        Instant begin = Instant.now().minus(length).plus(FOLLOWED);
        new ReadyMeter(folder, begin).measure(folder, length);
    }

    /** A minute each, which is repeated. */
    private static void tracks(Path folder, Duration length) throws IOException, InterruptedException {
        Path into = Files.createDirectories(folder.resolve("one/tracks"));
        Tracks tracks = new Tracks();
        for (int i = 0; i < PEOPLE.size(); i++) {
            Path minute = folder.resolve("minute" + i + ".mkv");
            tracks.run(List.of(
                    "-f",
                    "lavfi",
                    "-i",
                    "testsrc2=s=1280x720:r=15:d=60,hue=h=" + 90 * i,
                    "-f",
                    "lavfi",
                    "-i",
                    "sine=" + 300 * (i + 1) + ":d=60:r=48000",
                    "-c:v",
                    "libvpx",
                    "-b:v",
                    "1200k",
                    "-g",
                    "150",
                    "-deadline",
                    "realtime",
                    "-cpu-used",
                    "8",
                    "-c:a",
                    "libopus",
                    minute.toString()));
            tracks.run(List.of(
                    "-stream_loop",
                    Long.toString(length.toMinutes()),
                    "-i",
                    minute.toString(),
                    "-c",
                    "copy",
                    "-cluster_time_limit",
                    "100",
                    into.resolve(PEOPLE.get(i) + ".mkv").toString()));
        }
    }

    private void measure(Path folder, Duration length) throws Exception {
        List<String> lines = new ArrayList<>();
        lines.add(line(begin, "began", "'name':'Half an hour','layout':'grid'"));
        for (String who : PEOPLE) {
            lines.add(line(begin, "came", "'person':'%s','name':'%s'".formatted(who, who)));
            lines.add(line(begin, "consent", "'person':'%s','given':true".formatted(who)));
            lines.add(line(begin, "track-began", "'track':'%s','person':'%s','source':'camera'".formatted(who, who)));
        }
        Path timeline = recording.resolve(Timeline.FILE);
        Files.writeString(timeline, String.join("\n", lines) + "\n");
        Plan plan = Plan.of(Timeline.read(timeline));
        List<Scene> chunks = plan.chunksUntil(System.currentTimeMillis() - CHUNK_MILLIS);
        Path made = Files.createDirectories(recording.resolve("chunks"));
        new Composition(recording, maker, InstantSource.system()).step();
        for (String kind : List.of(".mp4", ".aac")) {
            Path first = made.resolve(name(chunks.getFirst(), plan) + kind);
            for (Scene chunk : chunks.subList(1, chunks.size())) {
                Files.copy(first, made.resolve(name(chunk, plan) + kind));
            }
        }
        ProcessBuilder builder = new ProcessBuilder(
                        "nice",
                        "-n",
                        "15",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ComposerMain.class.getName())
                .inheritIO();
        builder.environment().put("PLENUM_RECORDINGS", folder.toString());
        builder.environment().put("PLENUM_COMPOSER_PROGRAMS", Tracks.PROGRAMS.toString());
        Process composer = builder.start();
        try {
            await(() -> System.currentTimeMillis() >= begin.plus(length).toEpochMilli());
            Instant end = Instant.now();
            Files.writeString(timeline, line(end, "ended", "") + "\n", StandardOpenOption.APPEND);
            Path report = recording.resolve("film-1.json");
            await(() -> Files.exists(report));
            tell(end, report, made);
        } finally {
            composer.destroy();
        }
    }

    private void tell(Instant end, Path report, Path made) throws IOException {
        Path film = recording.resolve("film-1.mp4");
        System.out.printf(
                Locale.ROOT,
                "ready %.1f s after the end: %d MB; joined at %.1f s%n",
                seconds(end, Files.getLastModifiedTime(report).toInstant()),
                Files.size(film) >> 20,
                seconds(end, Files.getLastModifiedTime(film).toInstant()));
        try (Stream<Path> all = Files.list(made)) {
            for (Path chunk : all.filter(path -> path.toString().endsWith(".mp4"))
                    .sorted()
                    .toList()) {
                double at = seconds(end, Files.getLastModifiedTime(chunk).toInstant());
                if (at > -12) {
                    System.out.printf(Locale.ROOT, "chunk %s at %.1f s%n", chunk.getFileName(), at);
                }
            }
        }
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }

    private static String line(Instant at, String what, String more) {
        String comma = more.isEmpty() ? "" : ",";
        return "{'at':%d,'what':'%s'%s%s}"
                .formatted(at.toEpochMilli(), what, comma, more)
                .replace('\'', '"');
    }

    private String name(Scene chunk, Plan plan) {
        return "%09d-%s".formatted(chunk.from() - plan.begin(), Hashes.shortOf(chunk + maker.style()));
    }

    private interface Condition {
        boolean isSo();
    }

    private static void await(Condition condition) throws InterruptedException {
        while (!condition.isSo()) {
            Thread.sleep(20);
        }
    }
}
