package plenum.mediaserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the application and the launcher take as the value of a setting, the media server takes that reads it, too. */
@Tag("mediaserver")
class SharedSettingsTest {
    private static final Path EXAMPLES = Path.of("../src/test/resources/plenum/settings/shared.csv");

    @ParameterizedTest
    @MethodSource("ofTheMediaServer")
    void meanTheSameEverywhere(String example) {
        String[] parts = example.split(";", -1);
        assertThat(ServerSettings.read(Map.of(parts[0], parts[1])))
                .isInstanceOf(
                        parts[2].equals("good")
                                ? ServerSettings.Reading.Valid.class
                                : ServerSettings.Reading.Invalid.class);
    }

    private static List<String> ofTheMediaServer() throws IOException {
        return Files.readAllLines(EXAMPLES).stream()
                .filter(line -> line.startsWith("PLENUM_MEDIA_"))
                .toList();
    }
}
