package plenum.composer.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of a recorder while it writes them. */
@Tag("composer")
class TrackFileTest {
    private static final long START = 1_000_000;
    private static final int SIZE_AT = 9;

    @TempDir
    Path folder;

    @Test
    void isNotEndedBeforeItsRecorderHasWrittenTheSize() throws IOException {
        Path path = folder.resolve("t1.mkv");
        TrackFile track = new TrackFile(path, START);
        track.refresh();
        assertThat(track.isEnded()).isFalse();
        // an empty head, a segment without an end, and a cluster of one key frame at 40 ms
        Files.write(path, bytes("1A45DFA380 18538067 01FFFFFFFFFFFFFF 1F43B675 8A E7 81 28 A3 85 81 0000 80 00"));
        track.refresh();
        assertThat(track.reaches()).isEqualTo(Optional.of(START + 40));
        assertThat(track.isEnded()).isFalse();
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.seek(SIZE_AT);
            file.write(bytes("0100000000000000"));
        }
        track.refresh();
        assertThat(track.isEnded()).isTrue();
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
