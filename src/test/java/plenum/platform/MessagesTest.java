package plenum.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The bundles of all features are one to whoever reads them. */
@Tag("platform")
class MessagesTest {
    private static final Path FOLDER = Path.of("src/main/resources/messages");

    @Test
    void unitesTheBundlesOfAllFeatures() throws IOException {
        List<String> features;
        try (Stream<Path> files = Files.list(FOLDER)) {
            features = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("_de.properties"))
                    .map(name -> name.replace("_de.properties", ""))
                    .sorted()
                    .toList();
        }
        assertThat(Messages.FEATURES).isEqualTo(features);
    }

    @Test
    void speaksTheLanguageOfALocaleWhateverItsCountry() {
        assertThat(Messages.in(Locale.CANADA_FRENCH).getString("start.join.heading"))
                .isEqualTo(Messages.in(Locale.FRENCH).getString("start.join.heading"))
                .isNotEqualTo(Messages.in(Locale.GERMAN).getString("start.join.heading"));
    }

    @Test
    void refusesALanguageThatItDoesNotSpeak() {
        assertThatThrownBy(() -> Messages.in(Locale.JAPANESE)).isInstanceOf(MissingResourceException.class);
    }
}
