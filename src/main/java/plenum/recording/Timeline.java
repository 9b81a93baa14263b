package plenum.recording;

import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.platform.Mailbox;
import plenum.protocol.MediaSource;
import plenum.protocol.RecordingMessages.RecordingLayout;

/** Writes what happens in a recorded meeting, in its order, without holding anybody up. What the disk does not take now is tried with the next. */
final class Timeline {
    private static final Logger log = LoggerFactory.getLogger(Timeline.class);

    private final TimelineFile file;
    private final InstantSource clock;
    private final Mailbox mailbox;
    private final List<String> waiting = new ArrayList<>();
    private volatile boolean trouble;

    Timeline(TimelineFile file, InstantSource clock, Executor threads) {
        this.file = file;
        this.clock = clock;
        this.mailbox = new Mailbox("timeline", threads);
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
        mailbox.close();
    }

    /** Whether something is not written yet because the disk does not take it. */
    boolean isInTrouble() {
        return trouble;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private void add(String what, Map<String, Object> more) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("at", clock.millis());
        line.put("what", what);
        line.putAll(more);
        String text = TimelineFile.text(line);
        mailbox.post(() -> write(text));
    }

    private void write(String text) {
        waiting.add(text);
        try {
            file.write(waiting);
            waiting.clear();
            trouble = false;
        } catch (UncheckedIOException e) {
            trouble = true;
            log.warn("a timeline cannot be written: {}", e.getMessage());
        }
    }
}
