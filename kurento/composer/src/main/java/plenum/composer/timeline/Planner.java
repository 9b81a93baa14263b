package plenum.composer.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Goes through a timeline and finds its scenes. Changes take effect at the beginning of the grid's step in which they happen. */
final class Planner {
    /** A multiple of a frame's length. */
    static final long GRID_MILLIS = 200;
    /** Who speaks for less does not become large. */
    private static final long SHORTEST_SPEECH_MILLIS = 2_000;

    private final Set<String> withdrawn = new HashSet<>();
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, Plan.Track> tracks = new LinkedHashMap<>();
    private final List<String> screens = new ArrayList<>();
    private final List<Scene> scenes = new ArrayList<>();
    private final List<Plan.Chapter> chapters = new ArrayList<>();
    private final List<Plan.Absence> absences = new ArrayList<>();
    private Layout layout = Layout.SPEAKER;
    private String name = "";
    private long begin = -1;
    private @Nullable Long end;
    private long now;
    private long spokeAt;
    private int speeches;

    private static final class Person {
        private String name = "";
        private boolean here;
        private boolean consents;
        private boolean sound = true;
        private boolean picture = true;
        private @Nullable String camera;
        private int speech;
        /** Since when nothing of them is recorded any more although they are here; null while something is, or nothing ever was. */
        private @Nullable Long missingSince;

        private boolean isMissed() {
            return here && consents && (sound || picture);
        }
    }

    static Plan plan(Timeline timeline) {
        Planner planner = new Planner();
        timeline.events().forEach(planner::note);
        timeline.events().stream()
                .takeWhile(event -> !(event instanceof Event.Ended))
                .forEach(planner::take);
        timeline.events().stream()
                .filter(Event.Ended.class::isInstance)
                .findFirst()
                .ifPresent(planner::take);
        return planner.result(timeline.edition());
    }

    private void note(Event event) {
        if (event instanceof Event.Withdrawn(long at, String person)) {
            withdrawn.add(person);
        }
    }

    private void take(Event event) {
        if (end != null) {
            return;
        }
        if (event instanceof Event.Began(long at, String called, Layout first)) {
            begin = at;
            name = called;
            layout = first;
        }
        if (begin < 0) {
            return;
        }
        now = Math.max(now, onGrid(event.at()));
        change(event);
        people.forEach((id, person) -> noteMissing(id, person, event.at()));
        cut();
    }

    private void change(Event event) {
        switch (event) {
            case Event.Began began -> {}
            case Event.Came came -> {
                Person person = person(came.person());
                person.here = true;
                person.name = came.name();
            }
            case Event.Went went -> person(went.person()).here = false;
            case Event.Consent consent -> person(consent.person()).consents = consent.given();
            case Event.TrackBegan began -> began(began);
            case Event.TrackEnded ended -> ended(ended);
            case Event.Devices devices -> {
                person(devices.person()).sound = devices.sound();
                person(devices.person()).picture = devices.picture();
            }
            case Event.Spoke(long at, String person) -> spoke(at, person);
            case Event.LayoutChosen chosen -> layout = chosen.layout();
            case Event.Chapter chapter -> mark(chapter);
            case Event.Ended ended -> end = now;
            case Event.Withdrawn gone -> {}
        }
    }

    /** A mark that names somebody who must not be in the film is not made. */
    private void mark(Event.Chapter chapter) {
        if (chapter.person() == null || !withdrawn.contains(chapter.person())) {
            chapters.add(new Plan.Chapter(now - begin, chapter.title()));
        }
    }

    private void began(Event.TrackBegan event) {
        tracks.put(
                event.track(),
                new Plan.Track(event.track(), event.person(), event.source(), event.at(), Optional.empty()));
        if (event.source() == Source.SCREEN) {
            screens.add(event.track());
        } else {
            person(event.person()).camera = event.track();
        }
    }

    /** A track that ended although its owner goes on sending leaves a hole until the next one begins. */
    private void noteMissing(String id, Person person, long at) {
        if (person.missingSince != null && (person.camera != null || !person.isMissed() || end != null)) {
            absences.add(new Plan.Absence(id, person.missingSince, at));
            person.missingSince = null;
        }
    }

    private void ended(Event.TrackEnded event) {
        tracks.computeIfPresent(event.track(), (id, track) -> track.until(event.at()));
        screens.remove(event.track());
        people.values().stream()
                .filter(person -> event.track().equals(person.camera))
                .forEach(person -> {
                    person.camera = null;
                    person.missingSince = person.isMissed() ? event.at() : null;
                });
    }

    private void spoke(long at, @Nullable String who) {
        if (who != null && (at - spokeAt >= SHORTEST_SPEECH_MILLIS || speeches == 0)) {
            person(who).speech = ++speeches;
            spokeAt = at;
        }
    }

    private Person person(String id) {
        return people.computeIfAbsent(id, unknown -> new Person());
    }

    private long onGrid(long at) {
        return begin + Math.floorDiv(at - begin, GRID_MILLIS) * GRID_MILLIS;
    }

    /** Ends the current scene where the next one looks different. */
    private void cut() {
        Scene next = new Scene(now, Long.MAX_VALUE, tiles(), heard());
        if (!scenes.isEmpty()) {
            Scene last = scenes.getLast();
            if (end == null && last.looksLike(next)) {
                return;
            }
            scenes.removeLast();
            if (last.from() < now) {
                scenes.add(last.until(now));
            }
        }
        if (end == null) {
            scenes.add(next);
        }
    }

    private boolean isShown(String id) {
        Person person = person(id);
        return person.here && person.consents && !withdrawn.contains(id);
    }

    private List<Tile> tiles() {
        List<Arrangement.Figure> figures = people.entrySet().stream()
                .filter(entry -> isShown(entry.getKey()))
                .sorted(Comparator.comparing(entry -> -entry.getValue().speech))
                .map(entry -> new Arrangement.Figure(
                        entry.getKey(),
                        entry.getValue().name,
                        Optional.ofNullable(entry.getValue().camera).filter(camera -> entry.getValue().picture)))
                .toList();
        Optional<Arrangement.Share> share = screens.reversed().stream()
                .map(tracks::get)
                .filter(track -> track != null && isShown(track.person()))
                .map(track -> new Arrangement.Share(track.person(), person(track.person()).name, track.id()))
                .findFirst();
        return Arrangement.of(layout, figures, share);
    }

    private List<String> heard() {
        Stream<String> cameras = people.entrySet().stream()
                .filter(entry -> isShown(entry.getKey()) && entry.getValue().sound)
                .flatMap(entry -> Optional.ofNullable(entry.getValue().camera).stream());
        Stream<String> shared = screens.stream()
                .map(tracks::get)
                .filter(track -> track != null && isShown(track.person()))
                .map(Plan.Track::id);
        return Stream.concat(cameras, shared).sorted().toList();
    }

    private Plan result(int edition) {
        List<Plan.Track> shown = tracks.values().stream()
                .filter(track -> !withdrawn.contains(track.person()))
                .toList();
        List<Plan.Absence> missing = absences.stream()
                .filter(absence -> !withdrawn.contains(absence.person()))
                .toList();
        return new Plan(name, edition, begin, Optional.ofNullable(end), scenes, shown, chapters, missing);
    }
}
