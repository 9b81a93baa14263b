package plenum.recording;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import plenum.protocol.MediaSource;
import plenum.protocol.RecordingMessages.RecordingLayout;

/** Says what happens in a recorded meeting, in the words of the composer. */
final class Timeline {
    private final LineWriter writer;
    private final InstantSource clock;

    Timeline(LineWriter writer, InstantSource clock) {
        this.writer = writer;
        this.clock = clock;
    }

    void began(String name, RecordingLayout layout) {
        add("began", Map.of("name", name, "layout", lower(layout)));
    }

    void came(String person, String name) {
        add("came", Map.of("person", person, "name", name));
    }

    void went(String person) {
        add("went", Map.of("person", person));
    }

    void consent(String person, boolean given) {
        add("consent", Map.of("person", person, "given", given));
    }

    void trackBegan(String track, String person, MediaSource source) {
        add("track-began", Map.of("track", track, "person", person, "source", lower(source)));
    }

    void trackEnded(String track) {
        add("track-ended", Map.of("track", track));
    }

    void devices(String person, boolean sound, boolean picture) {
        add("devices", Map.of("person", person, "sound", sound, "picture", picture));
    }

    void spoke(Optional<String> person) {
        person.ifPresent(who -> add("spoke", Map.of("person", who)));
    }

    void layout(RecordingLayout layout) {
        add("layout", Map.of("layout", lower(layout)));
    }

    /** A mark that names somebody, who may want to be taken out again. */
    void chapter(String person, String title) {
        add("chapter", Map.of("person", person, "title", title));
    }

    void ended() {
        add("ended", Map.of());
    }

    /** Whether something is not written yet because the disk does not take it. */
    boolean isInTrouble() {
        return writer.isInTrouble();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private void add(String what, Map<String, Object> more) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("at", clock.millis());
        line.put("what", what);
        line.putAll(more);
        writer.add(line);
    }
}
