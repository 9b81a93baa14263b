package plenum.mediaserver.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Meetings beside the one that is measured, all of whose streams are recorded to a folder that is deleted afterwards. */
final class RecordedRooms implements AutoCloseable {
    private static final int PEOPLE = 4;

    private final Path folder;
    private final List<BenchRoom> rooms = new ArrayList<>();

    RecordedRooms() throws IOException {
        folder = Files.createTempDirectory("plenum-bench-recordings");
    }

    /** What the server has to be told, if it is to record. */
    Map<String, String> settings(int recordings) {
        return recordings == 0 ? Map.of() : Map.of("PLENUM_MEDIA_FOLDERS", folder.toString());
    }

    void begin(URI server, BenchOptions options) throws IOException, BenchFailure {
        for (int i = 0; i < options.recordings(); i++) {
            BenchRoom room = new BenchRoom(server);
            rooms.add(room);
            for (int person = 0; person < PEOPLE; person++) {
                room.addPublisher(options.packetsPerSecond(), options.packetBytes());
            }
            room.record(folder, "room" + i);
        }
    }

    /** Of all files until now. */
    long bytes() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    /** While the server is still there. */
    void end() {
        rooms.forEach(BenchRoom::close);
        rooms.clear();
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
