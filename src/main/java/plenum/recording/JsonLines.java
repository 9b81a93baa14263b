package plenum.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A file of JSON objects, one a line, that grows by whole lines; one process writes it. Blocks. */
final class JsonLines {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path path;

    JsonLines(Path path) {
        this.path = path;
    }

    static String text(Map<String, Object> line) {
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Adds all of them or, when the disk does not take them, none, and throws. A line that a killed process left unfinished becomes one of its own, which readers leave out. */
    void write(List<String> lines) {
        try (FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = file.size();
            String text = (isUnfinished(file, end) ? "\n" : "") + String.join("\n", lines) + "\n";
            try {
                ByteBuffer rest = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (rest.hasRemaining()) {
                    file.write(rest, end + rest.position());
                }
            } catch (IOException e) {
                file.truncate(end);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isUnfinished(FileChannel file, long end) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return end > 0 && file.read(last, end - 1) == 1 && last.get(0) != '\n';
    }

    /** Those that can be read; none when there is no file. */
    List<JsonNode> read() {
        List<JsonNode> lines = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(path)) {
                add(lines, line);
            }
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private static void add(List<JsonNode> lines, String line) {
        try {
            JsonNode read = JSON.readTree(line);
            if (read.isObject()) {
                lines.add(read);
            }
        } catch (JsonProcessingException e) {
            // left unfinished by a process that was killed
        }
    }

    /** Whether its folder is still there. */
    boolean hasFolder() {
        return Files.isDirectory(path.resolveSibling("."));
    }
}
