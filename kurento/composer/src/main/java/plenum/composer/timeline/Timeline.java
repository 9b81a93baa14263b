package plenum.composer.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lines of a timeline file, one JSON object each. */
public record Timeline(List<Event> events) {
    public static final String FILE = "timeline.jsonl";

    private static final Logger log = LoggerFactory.getLogger(Timeline.class);
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerFor(Event.class);

    public Timeline {
        events = List.copyOf(events);
    }

    /** The whole lines of a file that may be being written; a line that nobody understands is left out. */
    public static Timeline read(Path file) throws IOException {
        return of(Files.readString(file, StandardCharsets.UTF_8));
    }

    /** As above. What comes after the last line break is not a whole line. */
    public static Timeline of(String text) {
        List<Event> events = new ArrayList<>();
        int end = text.lastIndexOf('\n');
        text.substring(0, end + 1).lines().filter(line -> !line.isBlank()).forEach(line -> {
            try {
                events.add(JSON.readValue(line));
            } catch (JsonProcessingException e) {
                log.warn("a line of a timeline cannot be read: {}", e.getOriginalMessage());
            }
        });
        return new Timeline(events);
    }

    /** Counts what makes another film of the same tracks: 1 for the first, and one more for each who withdrew. */
    public int edition() {
        return 1
                + (int) events.stream()
                        .filter(Event.Withdrawn.class::isInstance)
                        .count();
    }
}
