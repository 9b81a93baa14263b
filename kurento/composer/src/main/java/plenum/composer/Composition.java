package plenum.composer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.composer.ffmpeg.Maker;
import plenum.composer.timeline.Plan;
import plenum.composer.timeline.Scene;
import plenum.composer.timeline.Tile;
import plenum.composer.timeline.Timeline;
import plenum.composer.track.Slice;
import plenum.composer.track.TrackFile;

/**
 * One recording on its way to a film. Everything is in its folder: chunks are named after what they show, so that a chunk that is there is never made again, and one
 * that has to look different is another chunk.
 */
final class Composition {
    private static final Logger log = LoggerFactory.getLogger(Composition.class);
    /** What happens now is in the files soon, but not yet. */
    private static final long BEHIND_MILLIS = 2_000;
    /** A track that has not come that far by then is one with a gap. */
    private static final long PATIENCE_MILLIS = 6_000;
    /** A recorder that has been stopped ends its file within this, or has died. */
    private static final long WRITING_MILLIS = 4_000;
    /** Frames of media come a little apart. */
    private static final long TOLERANCE_MILLIS = 300;

    private static final int MOST_FAILURES = 3;

    private final Path folder;
    private final Maker maker;
    private final InstantSource clock;
    private final Reports reports;
    private final Map<String, TrackFile> tracks = new HashMap<>();
    private final Map<String, Integer> failures = new HashMap<>();

    Composition(Path folder, Maker maker, InstantSource clock) {
        this.folder = folder;
        this.maker = maker;
        this.clock = clock;
        this.reports = new Reports(folder, clock);
    }

    /** Makes the next chunk, or the film, if there is one to be made. Answers whether it did. */
    boolean step() throws IOException, InterruptedException {
        Plan plan = Plan.of(Timeline.read(folder.resolve(Timeline.FILE)));
        if (plan.begin() < 0 || reports.hasFilm(plan.edition())) {
            return false;
        }
        refresh(plan);
        long until = plan.end().orElse(clock.millis() - BEHIND_MILLIS);
        List<Scene> chunks = plan.chunksUntil(until);
        Path made = Files.createDirectories(folder.resolve("chunks"));
        Optional<Scene> missing = chunks.stream()
                .filter(chunk -> !Files.exists(sound(made, chunk, plan)) || !Files.exists(picture(made, chunk, plan)))
                .findFirst();
        reports.tellProgress(plan, missing.map(Scene::from).orElse(until), tracks, "");
        if (missing.isPresent()) {
            boolean written = isWritten(missing.get(), plan);
            if (written) {
                make(missing.get(), plan, made);
            }
            return written;
        }
        if (plan.end().isPresent() && !chunks.isEmpty()) {
            film(plan, chunks, made);
        } else if (plan.end().isPresent()) {
            reports.tellEmpty(plan);
        }
        return plan.end().isPresent();
    }

    void tellTrouble(Exception trouble) {
        reports.tellTrouble(trouble);
    }

    private void refresh(Plan plan) throws IOException {
        for (Plan.Track track : plan.tracks()) {
            tracks.computeIfAbsent(
                            track.id(),
                            id -> new TrackFile(folder.resolve("tracks").resolve(id + ".mkv"), track.from()))
                    .refresh();
        }
    }

    /** Whether the tracks of a chunk have come as far as it goes, or will not. */
    private boolean isWritten(Scene chunk, Plan plan) {
        long now = clock.millis();
        if (now > chunk.to() + PATIENCE_MILLIS) {
            return true;
        }
        return plan.tracks().stream().filter(track -> isIn(chunk, track.id())).allMatch(track -> {
            long end = Math.min(chunk.to(), track.to().orElse(plan.end().orElse(Long.MAX_VALUE)));
            TrackFile file = tracks.get(track.id());
            boolean stopped = track.to().isPresent() || plan.end().isPresent();
            boolean dead = stopped && now > end + WRITING_MILLIS;
            return dead || (file != null && (file.isEnded() || file.reaches().orElse(0L) >= end));
        });
    }

    private static boolean isIn(Scene chunk, String track) {
        return chunk.heard().contains(track)
                || chunk.tiles().stream()
                        .anyMatch(tile -> tile.track().filter(track::equals).isPresent());
    }

    private void make(Scene chunk, Plan plan, Path made) throws IOException, InterruptedException {
        Path work = folder.resolve("work");
        Folders.empty(work);
        String name = name(chunk, plan);
        boolean hopeless = failures.getOrDefault(name, 0) >= MOST_FAILURES;
        Map<String, Slice> slices = hopeless ? Map.of() : slices(chunk, work);
        try {
            maker.chunk(chunk, plan.begin(), slices, work, picture(made, chunk, plan), sound(made, chunk, plan));
        } catch (IOException e) {
            // a full disk is no fault of the chunk's
            if (reports.hasRoom()) {
                failures.merge(name, 1, Integer::sum);
            }
            throw e;
        }
        if (hopeless) {
            log.warn("recording {}: {} shows names only, its tracks cannot be read", folder.getFileName(), name);
            reports.noteLost(chunk, plan);
        }
    }

    private Map<String, Slice> slices(Scene chunk, Path work) throws IOException {
        List<String> wanted = new ArrayList<>(chunk.heard());
        chunk.tiles().stream().map(Tile::track).flatMap(Optional::stream).forEach(wanted::add);
        Map<String, Slice> slices = new HashMap<>();
        for (String track : wanted) {
            TrackFile file = tracks.get(track);
            if (file != null && !slices.containsKey(track)) {
                file.cut(chunk.from(), chunk.to() + TOLERANCE_MILLIS, work.resolve("track" + slices.size() + ".mkv"))
                        .ifPresent(slice -> slices.put(track, slice));
            }
        }
        return slices;
    }

    private void film(Plan plan, List<Scene> chunks, Path made) throws IOException, InterruptedException {
        Path work = folder.resolve("work");
        Folders.empty(work);
        List<Path> pictures =
                chunks.stream().map(chunk -> picture(made, chunk, plan)).toList();
        List<Path> sounds =
                chunks.stream().map(chunk -> sound(made, chunk, plan)).toList();
        Path film = folder.resolve(Reports.film(plan.edition()));
        maker.film(plan, pictures, sounds, work, film);
        reports.tellFilm(plan, film, tracks);
        reports.tellProgress(plan, plan.begin() + plan.length(), tracks, "");
        Folders.empty(work);
        log.info("recording {}: film {} of {} s is ready", folder.getFileName(), plan.edition(), plan.length() / 1000);
        forgetOthers(made, Stream.concat(pictures.stream(), sounds.stream()).toList());
    }

    /** Chunks that the film does not need are of people who are not in it any more. */
    private static void forgetOthers(Path made, List<Path> needed) throws IOException {
        try (Stream<Path> all = Files.list(made)) {
            for (Path other : all.filter(path -> !needed.contains(path)).toList()) {
                Files.delete(other);
            }
        }
    }

    private Path picture(Path made, Scene chunk, Plan plan) {
        return made.resolve(name(chunk, plan) + ".mp4");
    }

    private Path sound(Path made, Scene chunk, Plan plan) {
        return made.resolve(name(chunk, plan) + ".aac");
    }

    /** Equal for chunks that look and sound alike at the same time. */
    private String name(Scene chunk, Plan plan) {
        return "%09d-%s".formatted(chunk.from() - plan.begin(), Hashes.shortOf(chunk + maker.style()));
    }
}
