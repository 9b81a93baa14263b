package plenum.composer.ffmpeg;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import plenum.composer.timeline.Plan;
import plenum.composer.timeline.Scene;
import plenum.composer.timeline.Tile;
import plenum.composer.track.Slice;

/** Makes chunks and films by the program. */
public final class Maker {
    private static final double MILLIS = 1000;
    private static final long SMALLEST_INDEX = 32_768;
    /** Size, and at worst a time, a place and a group of its own. */
    private static final long INDEX_PER_FRAME = 32;

    private static final long INDEX_PER_CHAPTER = 1_024;

    private final Ffmpeg ffmpeg;
    private final Path font;
    private final int rate;

    /** @param rate frames per second; a whole number of them are in each step of the plan's grid */
    public Maker(Ffmpeg ffmpeg, Path font, int rate) {
        this.ffmpeg = ffmpeg;
        this.font = font;
        this.rate = rate;
    }

    /** What a chunk looks like depends on this, besides its scene. */
    public String style() {
        return rate + " " + ffmpeg.videoEncoder();
    }

    /**
     * Makes one chunk; its files are whole or not there.
     *
     * @param begin of the film, in milliseconds since 1970
     * @param slices by track, of those that have something in them
     * @param work an empty folder
     */
    public void chunk(Scene scene, long begin, Map<String, Slice> slices, Path work, Path picture, Path sound)
            throws IOException, InterruptedException {
        Files.copy(font, work.resolve(Programs.FONT), StandardCopyOption.REPLACE_EXISTING);
        List<String> arguments = arguments(scene, begin, slices, work);
        ffmpeg.run(work, arguments);
        Path kept = work.resolve("kept.aac");
        Adts.keep(work.resolve("sound.aac"), frames(scene, begin), kept);
        Files.move(kept, sound, StandardCopyOption.ATOMIC_MOVE);
        Files.move(work.resolve("picture.mp4"), picture, StandardCopyOption.ATOMIC_MOVE);
    }

    private static long frames(Scene scene, long begin) {
        return Adts.frameAt(scene.to() - begin) - Adts.frameAt(scene.from() - begin);
    }

    List<String> arguments(Scene scene, long begin, Map<String, Slice> slices, Path work) throws IOException {
        // time 0 of the graph is when the sound is encoded from, a little before the picture
        double soundFrom = (Adts.frameAt(scene.from() - begin) - Adts.BEFORE) * (double) Adts.SAMPLES / Adts.RATE;
        double before = (scene.from() - begin) / MILLIS - soundFrom;
        Map<String, Integer> inputs = new LinkedHashMap<>();
        // one chunk has one core, and threads of their own for each picture cost more than they do
        List<String> arguments =
                new ArrayList<>(List.of("-copyts", "-filter_threads", "1", "-filter_complex_threads", "1"));
        List<Drawing.Moving> moving = new ArrayList<>();
        List<Integer> sounds = new ArrayList<>();
        for (Tile tile : scene.tiles()) {
            tile.track()
                    .filter(track -> has(slices, track, true))
                    .ifPresent(track -> moving.add(
                            new Drawing.Moving(input(track, slices, begin, soundFrom, inputs, arguments), tile)));
        }
        for (String track : scene.heard()) {
            if (has(slices, track, false)) {
                sounds.add(input(track, slices, begin, soundFrom, inputs, arguments));
            }
        }
        List<String> chains = new ArrayList<>(new Drawing(rate, work).chains(scene.tiles(), moving, before));
        long samples = (frames(scene, begin) + Adts.BEFORE + Adts.AFTER) * Adts.SAMPLES;
        chains.addAll(mix(sounds, samples));
        arguments.addAll(List.of("-filter_complex", String.join(";", chains)));
        arguments.addAll(List.of("-map", "[v]", "-frames:v", Long.toString((scene.to() - scene.from()) * rate / 1000)));
        arguments.addAll(
                List.of("-c:v", ffmpeg.videoEncoder(), "-b:v", "1500k", "-maxrate", "2500k", "-bufsize", "3000k"));
        arguments.addAll(List.of("-g", Integer.toString(2 * rate), "-bf", "0", "-threads", "1"));
        arguments.addAll(List.of("-video_track_timescale", Integer.toString(rate * 512), "picture.mp4"));
        arguments.addAll(List.of("-map", "[a]", "-c:a", "aac", "-b:a", "128k", "-f", "adts", "sound.aac"));
        return arguments;
    }

    private static boolean has(Map<String, Slice> slices, String track, boolean picture) {
        Slice slice = slices.get(track);
        return slice != null && (picture ? slice.picture() : slice.sound());
    }

    private static int input(
            String track,
            Map<String, Slice> slices,
            long begin,
            double zero,
            Map<String, Integer> inputs,
            List<String> arguments) {
        return inputs.computeIfAbsent(track, unseen -> {
            Slice slice = slices.get(track);
            if (slice == null) {
                throw new IllegalStateException("no slice of " + track);
            }
            double offset = (slice.start() - begin) / MILLIS - zero;
            // a track that changes its size must not begin the graph anew
            arguments.addAll(List.of(
                    "-threads",
                    "1",
                    "-reinit_filter",
                    "0",
                    "-itsoffset",
                    String.format(Locale.ROOT, "%.6f", offset),
                    "-i",
                    slice.file().toString()));
            return inputs.size();
        });
    }

    private static List<String> mix(List<Integer> sounds, long samples) {
        List<String> chains = new ArrayList<>();
        chains.add("anullsrc=r=48000:cl=stereo,atrim=end_sample=%d[s]".formatted(samples));
        StringBuilder all = new StringBuilder("[s]");
        for (int input : sounds) {
            // fills what is missing with silence, and drops what is too much, from a frame's length on
            chains.add(("[%d:a:0]atrim=start=0,aresample=48000:async=1:min_hard_comp=0.02:first_pts=0,"
                            + "aformat=sample_fmts=fltp:channel_layouts=stereo,apad[a%d]")
                    .formatted(input, input));
            all.append("[a").append(input).append(']');
        }
        chains.add(all
                + "amix=inputs=%d:duration=first:normalize=0,alimiter=limit=0.9:level=disabled,atrim=end_sample=%d[a]"
                        .formatted(sounds.size() + 1, samples));
        return chains;
    }

    /** Joins chunks to a film that can be played before all of it is there. Whole or not there. */
    public void film(Plan plan, List<Path> pictures, List<Path> sounds, Path work, Path film)
            throws IOException, InterruptedException {
        StringBuilder list = new StringBuilder("ffconcat version 1.0\n");
        pictures.forEach(picture -> list.append("file '")
                .append(picture.toString().replace("'", "'\\''"))
                .append("'\n"));
        Files.writeString(work.resolve("pictures.txt"), list);
        try (OutputStream all = Files.newOutputStream(work.resolve("all.aac"))) {
            for (Path sound : sounds) {
                Files.copy(sound, all);
            }
        }
        Files.writeString(work.resolve("chapters.txt"), chapters(plan), StandardCharsets.UTF_8);
        ffmpeg.run(
                work,
                List.of(
                        "-f",
                        "concat",
                        "-safe",
                        "0",
                        "-i",
                        "pictures.txt",
                        "-i",
                        "all.aac",
                        "-f",
                        "ffmetadata",
                        "-i",
                        "chapters.txt",
                        "-map",
                        "0:v:0",
                        "-map",
                        "1:a:0",
                        "-map_metadata",
                        "2",
                        "-map_chapters",
                        "2",
                        "-c",
                        "copy",
                        "-bsf:a",
                        "aac_adtstoasc",
                        "-moov_size",
                        Long.toString(indexSize(plan)),
                        "film.mp4"));
        Files.move(work.resolve("film.mp4"), film, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Room for the index at the beginning, in bytes, with some to spare: put there afterwards, the whole film would have to be written twice. */
    private long indexSize(Plan plan) {
        long frames = plan.length() * rate / 1000 + Adts.frameAt(plan.length());
        return SMALLEST_INDEX + frames * INDEX_PER_FRAME + plan.chapters().size() * INDEX_PER_CHAPTER;
    }

    static String chapters(Plan plan) {
        StringBuilder text = new StringBuilder(";FFMETADATA1\ntitle=" + escaped(plan.name()) + "\n");
        List<Plan.Chapter> chapters = new ArrayList<>(plan.chapters());
        if (!chapters.isEmpty() && chapters.getFirst().at() > 0) {
            chapters.addFirst(new Plan.Chapter(0, plan.name()));
        }
        for (int i = 0; i < chapters.size(); i++) {
            long end = i + 1 < chapters.size() ? chapters.get(i + 1).at() : plan.length();
            text.append("[CHAPTER]\nTIMEBASE=1/1000\nSTART=%d\nEND=%d\ntitle=%s\n"
                    .formatted(
                            chapters.get(i).at(),
                            Math.max(end, chapters.get(i).at()),
                            escaped(chapters.get(i).title())));
        }
        return text.toString();
    }

    private static String escaped(String value) {
        return value.replaceAll("\\p{Cntrl}", " ").replaceAll("([=;#\\\\])", "\\\\$1");
    }
}
