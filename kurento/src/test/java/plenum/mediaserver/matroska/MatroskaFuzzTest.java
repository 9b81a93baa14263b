package plenum.mediaserver.matroska;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.mediaserver.fuzz.Fuzzer;
import plenum.mediaserver.payload.Packetizer;

/** Files come from anywhere. */
@Tag("record")
class MatroskaFuzzTest {
    private static final Path SAMPLES = Path.of("src/test/resources/media");

    @TempDir
    Path folder;

    @Test
    void survivesDamagedFiles() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (String name : List.of("vp8.webm", "h264.mkv", "av1.mkv")) {
            seeds.add(Arrays.copyOf(Files.readAllBytes(SAMPLES.resolve(name)), 1_500));
        }
        Path file = Files.createFile(folder.resolve("file"));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            new Fuzzer(input -> read(channel, input), 4 * 1024 * 1024).run(seeds, 5_000);
        }
    }

    private static void read(FileChannel channel, byte[] input) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(input), 0);
        try {
            MatroskaReader reader = MatroskaReader.open(channel);
            reader.tracks().values().forEach(Packetizer::of);
            reader.durationMillis();
            reader.seek(500);
            for (Block block = reader.next(); block != null; block = reader.next()) {
                block.data();
            }
        } catch (MatroskaReader.Malformed expected) {
            // said so
        }
    }
}
