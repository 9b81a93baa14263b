package plenum.i18n;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The message bundles as files, so that a key that is there twice or in one language only is seen. */
final class Bundles {
    static final List<String> LANGUAGES = List.of("de", "en", "fr", "it", "es");
    private static final Path FOLDER = Path.of("src/main/resources");

    private Bundles() {}

    static Map<String, String> read(String language) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file(language))) {
            properties.load(reader);
        }
        Map<String, String> sorted = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> sorted.put(key, properties.getProperty(key)));
        return sorted;
    }

    /** The keys as they are written, a double one twice. */
    static List<String> writtenKeys(String language) throws IOException {
        return Files.readAllLines(file(language)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();
    }

    private static Path file(String language) {
        return FOLDER.resolve("messages_" + language + ".properties");
    }
}
