package plenum.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The list of decisions has each of them, under a number of its own, with its title and status; {@code docs/adr/index.sh} makes it. */
@Tag("architecture")
class AdrIndexTest {
    private static final Path FOLDER = Path.of("docs/adr");

    @Test
    void listsEachDecisionAsItIsCalled() throws IOException {
        List<String> listed = Files.readAllLines(FOLDER.resolve("README.md")).stream()
                .filter(line -> line.startsWith("| ["))
                .toList();
        assertThat(listed).isEqualTo(records().stream().map(AdrIndexTest::row).toList());
    }

    @Test
    void givesNoNumberTwice() throws IOException {
        assertThat(records()).extracting(AdrIndexTest::number).doesNotHaveDuplicates();
    }

    private static List<Path> records() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d{4}-.*\\.md"))
                    .sorted()
                    .toList();
        }
    }

    private static String row(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            String status = lines.stream()
                    .filter(line -> line.startsWith("Status:"))
                    .map(line -> line.substring("Status:".length()).strip())
                    .findFirst()
                    .orElse("accepted");
            String title = lines.getFirst().substring("# ".length());
            return "| [%s](%s) | %s | %s |".formatted(number(file), file.getFileName(), title, status);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String number(Path file) {
        return file.getFileName().toString().substring(0, 4);
    }
}
