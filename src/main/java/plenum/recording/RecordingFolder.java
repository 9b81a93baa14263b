package plenum.recording;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The folder of one recording, which we share with media servers and the composer. {@code kurento/composer/README.md} describes it. Blocks. */
final class RecordingFolder {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TIMELINE = "timeline.jsonl";

    private final Path path;

    /** @param root folder of all recordings */
    RecordingFolder(Path root, UUID recording) {
        path = root.resolve(recording.toString());
    }

    /**
     * How far the composer is; times are milliseconds.
     *
     * @param trouble why it does not go on; empty when it does
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Progress(long at, long composed, long bytes, int tracks, long lastFrame, long room, String trouble) {}

    /**
     * What is on the disk.
     *
     * @param last when something was written, in milliseconds since 1970; 0 for never
     * @param room bytes that are free
     */
    record Written(long bytes, long last, long room) {}

    /**
     * A film that is ready.
     *
     * @param file empty when nobody was recorded
     * @param chapters as JSON
     * @param gaps likewise
     */
    record Film(String file, long millis, long bytes, String sha256, JsonNode chapters, JsonNode gaps) {}

    /** Readable for this process's user alone, and for media servers that run as the same. */
    void make() {
        try {
            Files.createDirectories(path.resolve("tracks"));
            if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path timeline() {
        return path.resolve(TIMELINE);
    }

    /** What people said about being recorded. */
    JsonLines answers() {
        return new JsonLines(path.resolve("answers.jsonl"));
    }

    JsonLines lines() {
        return new JsonLines(timeline());
    }

    boolean exists() {
        return Files.exists(timeline());
    }

    /** @param track id of the track */
    String uriOf(String track) {
        return path.resolve("tracks").resolve(track + ".mkv").toUri().toString().replaceFirst("^file:///?", "file:///");
    }

    Optional<Progress> progress() {
        try {
            return Optional.of(JSON.readValue(path.resolve("progress.json").toFile(), Progress.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What has been written, and when the last of it was. */
    Written written() {
        long bytes = 0;
        long last = 0;
        try (DirectoryStream<Path> tracks = Files.newDirectoryStream(path.resolve("tracks"))) {
            for (Path track : tracks) {
                bytes += Files.size(track);
                last = Math.max(last, Files.getLastModifiedTime(track).toMillis());
            }
        } catch (IOException e) {
            // the disk is away: nothing is written
        }
        return new Written(bytes, last, path.toFile().getUsableSpace());
    }

    /** When something of it was last written, in milliseconds since 1970; 0 for never. */
    long lastSign() {
        try {
            return Math.max(
                    written().last(), Files.getLastModifiedTime(timeline()).toMillis());
        } catch (IOException e) {
            return 0;
        }
    }

    /** When the composer last showed that it is there, in milliseconds since 1970; 0 for never. */
    long composerSeen() {
        try {
            return Files.getLastModifiedTime(path.resolveSibling(".composer.alive"))
                    .toMillis();
        } catch (IOException e) {
            return 0;
        }
    }

    Optional<Film> film(int edition) {
        try {
            JsonNode report =
                    JSON.readTree(path.resolve("film-" + edition + ".json").toFile());
            return Optional.of(new Film(
                    report.path("file").asText(),
                    report.path("millis").asLong(),
                    report.path("bytes").asLong(),
                    report.path("sha256").asText(),
                    report.path("chapters"),
                    report.path("gaps")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** @param file name that a report gives */
    Path file(String file) {
        return path.resolve(Path.of(file).getFileName());
    }

    /** Adds lines to the timeline of a recording that is over. */
    void add(Map<String, Object> line) {
        lines().write(List.of(JsonLines.text(line)));
    }

    boolean hasEnded() {
        return lines().read().stream()
                .anyMatch(line -> line.path("what").asText().equals("ended"));
    }

    /** Films are stored elsewhere by now; tracks are needed for another edition. */
    void deleteFilms() {
        deleteThose(path, file -> file.getFileName().toString().matches("film-\\d+\\.mp4"));
    }

    void delete() {
        deleteThose(path, file -> true);
    }

    private static void deleteThose(Path folder, Predicate<Path> which) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).filter(which).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes that are free where recordings lie. */
    static long room(Path root) {
        try {
            FileStore store = Files.getFileStore(root);
            return store.getUsableSpace();
        } catch (IOException e) {
            return 0;
        }
    }
}
