package plenum.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("recording")
class JsonLinesTest {
    @TempDir
    Path folder;

    private Path path;
    private JsonLines lines;

    @BeforeEach
    void open() {
        path = folder.resolve("lines.jsonl");
        lines = new JsonLines(path);
    }

    @Test
    void linesFollowOneAnother() throws IOException {
        lines.write(List.of(JsonLines.text(Map.of("n", 1)), JsonLines.text(Map.of("n", 2))));
        lines.write(List.of(JsonLines.text(Map.of("n", 3))));
        assertThat(Files.readAllLines(path)).containsExactly("{\"n\":1}", "{\"n\":2}", "{\"n\":3}");
        assertThat(lines.read()).hasSize(3);
    }

    @Test
    void whatAKilledProcessLeftUnfinishedSpoilsNoLineAfterIt() throws IOException {
        Files.writeString(path, "{\"n\":1}\n{\"n\":2,\"wh");
        lines.write(List.of(JsonLines.text(Map.of("n", 3))));
        assertThat(lines.read()).extracting(line -> line.path("n").asInt()).containsExactly(1, 3);
    }

    @Test
    void aFolderThatIsGoneIsTold() {
        JsonLines elsewhere = new JsonLines(folder.resolve("gone").resolve("lines.jsonl"));
        assertThatThrownBy(() -> elsewhere.write(List.of("{}"))).isInstanceOf(UncheckedIOException.class);
        assertThat(elsewhere.hasFolder()).isFalse();
        assertThat(elsewhere.read()).isEmpty();
    }
}
