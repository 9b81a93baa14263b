package plenum.composer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import plenum.composer.timeline.Plan;
import plenum.composer.timeline.Scene;
import plenum.composer.track.TrackFile;

/** What the composer tells the application: how far it is ({@code progress.json}), and what is in a film ({@code film-N.json}). */
final class Reports {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final String PROGRESS = "progress.json";
    private static final String LOST = "lost.txt";
    private static final long LEAST_ROOM = 100L << 20;

    private final Path folder;
    private final InstantSource clock;
    private Progress last = new Progress(0, 0, 0, 0, 0, 0, "");

    /**
     * @param at when this was written; all times are milliseconds
     * @param composed of the film
     * @param bytes of all tracks
     * @param tracks that have media
     * @param lastFrame when the newest frame was that has been written
     * @param room bytes that are free on the disk
     * @param trouble why it does not go on; empty when it does
     */
    record Progress(long at, long composed, long bytes, int tracks, long lastFrame, long room, String trouble) {}

    /** A time of the film in which somebody's media are missing although they were sent. */
    record Gap(String person, long from, long to) {}

    /** @param millis length of the film; 0 when there is none because nothing was recorded */
    record Film(
            int edition,
            String file,
            long millis,
            long bytes,
            String sha256,
            List<Plan.Chapter> chapters,
            List<Gap> gaps) {}

    Reports(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    static String film(int edition) {
        return "film-" + edition + ".mp4";
    }

    private static String report(int edition) {
        return "film-" + edition + ".json";
    }

    boolean hasFilm(int edition) {
        return Files.exists(folder.resolve(report(edition)));
    }

    /** Whether it is not for want of room that something fails. */
    boolean hasRoom() {
        return room() > LEAST_ROOM;
    }

    private long room() {
        return folder.toFile().getUsableSpace();
    }

    /** @param reached how far the film is made, in milliseconds since 1970 */
    void tellProgress(Plan plan, long reached, Map<String, TrackFile> tracks, String trouble) throws IOException {
        last = new Progress(
                clock.millis(),
                Math.max(0, reached - plan.begin()),
                tracks.values().stream().mapToLong(TrackFile::bytes).sum(),
                (int) tracks.values().stream()
                        .filter(track -> track.reaches().isPresent())
                        .count(),
                tracks.values().stream()
                        .mapToLong(track -> track.reaches().orElse(0L))
                        .max()
                        .orElse(0),
                room(),
                trouble);
        write(PROGRESS, last);
    }

    /** As far as the disk allows. */
    void tellTrouble(Exception trouble) {
        try {
            String words = hasRoom() ? String.valueOf(trouble.getMessage()) : "full";
            write(
                    PROGRESS,
                    new Progress(
                            clock.millis(),
                            last.composed,
                            last.bytes,
                            last.tracks,
                            last.lastFrame,
                            room(),
                            words.lines().findFirst().orElse("failed")));
        } catch (IOException e) {
            // the file of before gets old, which says the same
        }
    }

    /** A chunk that could not be made of its tracks; survives a restart. */
    void noteLost(Scene chunk, Plan plan) throws IOException {
        String line = "%d %d%n".formatted(chunk.from() - plan.begin(), chunk.to() - plan.begin());
        Files.writeString(folder.resolve(LOST), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    void tellFilm(Plan plan, Path film, Map<String, TrackFile> tracks) throws IOException {
        write(
                report(plan.edition()),
                new Film(
                        plan.edition(),
                        film.getFileName().toString(),
                        plan.length(),
                        Files.size(film),
                        Hashes.of(film),
                        plan.chapters(),
                        gaps(plan, tracks)));
    }

    void tellEmpty(Plan plan) throws IOException {
        write(report(plan.edition()), new Film(plan.edition(), "", 0, 0, "", List.of(), List.of()));
    }

    private List<Gap> gaps(Plan plan, Map<String, TrackFile> tracks) throws IOException {
        Gaps gaps = new Gaps(plan.begin());
        for (Plan.Track track : plan.tracks()) {
            TrackFile file = tracks.get(track.id());
            long end = track.to().orElse(plan.begin() + plan.length());
            if (file == null || file.reaches().isEmpty()) {
                gaps.add(track.person(), track.from(), end);
                continue;
            }
            gaps.add(track.person(), track.from(), file.start());
            file.gaps(Gaps.LONGEST_MILLIS).forEach(gap -> gaps.add(track.person(), gap.from(), gap.to()));
            gaps.add(track.person(), file.reaches().get(), end);
        }
        plan.absences().forEach(absence -> gaps.add(absence.person(), absence.from(), absence.to()));
        List<Gap> all = new ArrayList<>(gaps.found());
        Path lost = folder.resolve(LOST);
        if (Files.exists(lost)) {
            for (String line : Files.readAllLines(lost)) {
                String[] ends = line.split(" ");
                all.add(new Gap("", Long.parseLong(ends[0]), Long.parseLong(ends[1])));
            }
        }
        return all;
    }

    private void write(String name, Object content) throws IOException {
        Path draft = folder.resolve(name + ".tmp");
        Files.write(draft, JSON.writeValueAsBytes(content));
        Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
