package plenum.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/** The timeline of a recording: a line for each thing that happens, as the composer reads it. Blocks. */
final class TimelineFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path path;

    TimelineFile(Path path) {
        this.path = path;
    }

    static String text(Map<String, Object> line) {
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Adds them with one write. Throws when the disk does not take them. */
    void write(List<String> lines) {
        try {
            Files.writeString(
                    path,
                    String.join("\n", lines) + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
