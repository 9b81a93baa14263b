package plenum.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Records of the started processes, one small file each. A process id may be reused by another process, so start time and program are
 * recorded and compared, too.
 */
final class ProcessRecords {

    /** The start time is computed from the machine's boot time, which moves a little when the clock is set. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private final Path folder;

    ProcessRecords(Path folder) {
        this.folder = folder;
    }

    void write(String name, ProcessHandle process, String program) throws IOException {
        long start = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        Files.createDirectories(folder);
        Files.writeString(file(name), process.pid() + " " + start + " " + program + "\n");
    }

    /** Forgets a process, unless the name belongs to a newer one already. */
    void remove(String name, long pid) {
        try {
            if (Files.exists(file(name)) && Files.readString(file(name)).startsWith(pid + " ")) {
                Files.delete(file(name));
            }
        } catch (IOException e) {
            // a stale record is harmless: it is compared before it is believed
        }
    }

    /** The recorded processes that still run. */
    List<ChildProcess> readAll() {
        List<ChildProcess> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".pid")).toList()) {
                    String name = file.getFileName().toString().replace(".pid", "");
                    take(file).flatMap(ProcessRecords::find).ifPresent(p -> found.add(new ChildProcess(name, p)));
                }
            } catch (IOException e) {
                throw new StartFailure("The records in " + folder + " cannot be read (" + e.getMessage() + ").", e);
            }
        }
        return found;
    }

    /** Reads and deletes a record; empty when its process has just ended and deleted it. */
    private static Optional<String> take(Path file) throws IOException {
        try {
            String record = Files.readString(file);
            Files.deleteIfExists(file);
            return Optional.of(record);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static Optional<ProcessHandle> find(String record) {
        String[] fields = record.strip().split(" ", 3);
        if (fields.length < 3) {
            return Optional.empty();
        }
        Instant start = Instant.ofEpochMilli(Long.parseLong(fields[1]));
        return ProcessHandle.of(Long.parseLong(fields[0]))
                .filter(p -> p.info().startInstant().stream()
                        .anyMatch(s -> Duration.between(start, s).abs().compareTo(TOLERANCE) < 0))
                .filter(p -> p.info().command().stream().anyMatch(c -> c.endsWith("/" + fields[2])));
    }

    private Path file(String name) {
        return folder.resolve(name + ".pid");
    }
}
