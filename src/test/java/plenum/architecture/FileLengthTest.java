package plenum.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No file of code has more than 400 lines. */
@Tag("architecture")
class FileLengthTest {
    private static final int MOST = 400;
    private static final Pattern CODE = Pattern.compile(".*\\.(java|js|css|xhtml)");
    private static final Pattern MADE = Pattern.compile("(.*/)?(target|node_modules)(/.*)?");

    @ParameterizedTest
    @ValueSource(strings = {"src", "kurento"})
    void isShortEnoughToBeRead(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            assertThat(files.filter(file -> CODE.matcher(file.toString()).matches())
                            .filter(file -> !MADE.matcher(file.toString()).matches())
                            .filter(file -> lines(file) > MOST))
                    .isEmpty();
        }
    }

    private static int lines(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
