package plenum.composer.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a timeline comes to.
 *
 * @param begin milliseconds since 1970; negative when there is no beginning yet
 * @param end a whole number of steps of the grid after the beginning; empty while people are recorded
 * @param scenes without gaps; the last one is open while people are recorded
 * @param tracks of those who may be in the film
 * @param absences times in which somebody's camera and microphone were on, and nothing of them was recorded
 */
public record Plan(
        String name,
        int edition,
        long begin,
        Optional<Long> end,
        List<Scene> scenes,
        List<Track> tracks,
        List<Chapter> chapters,
        List<Absence> absences) {
    /** Longer chunks cost less, shorter ones are ready sooner after the end. */
    static final long CHUNK_MILLIS = 10_000;

    /**
     * A track file.
     *
     * @param from when it was asked for, in milliseconds since 1970
     * @param to when it was ended
     */
    public record Track(String id, String person, Source source, long from, Optional<Long> to) {
        Track until(long at) {
            return new Track(id, person, source, from, Optional.of(at));
        }
    }

    /** @param from milliseconds since 1970 */
    public record Absence(String person, long from, long to) {}

    /** @param at milliseconds of the film */
    public record Chapter(long at, String title) {}

    public Plan {
        scenes = List.copyOf(scenes);
        tracks = List.copyOf(tracks);
        chapters = List.copyOf(chapters);
        absences = List.copyOf(absences);
    }

    public static Plan of(Timeline timeline) {
        return Planner.plan(timeline);
    }

    /** The pieces of the film that lie before a time; each of one scene and of ten seconds at most. */
    public List<Scene> chunksUntil(long time) {
        List<Scene> chunks = new ArrayList<>();
        for (Scene scene : scenes) {
            for (long from = scene.from(); from < scene.to(); from += CHUNK_MILLIS) {
                long to = Math.min(scene.to(), from + CHUNK_MILLIS);
                if (to > time) {
                    return chunks;
                }
                chunks.add(new Scene(from, to, scene.tiles(), scene.heard()));
            }
        }
        return chunks;
    }

    /** Of the film, in milliseconds. */
    public long length() {
        return end.map(at -> at - begin).orElse(0L);
    }
}
