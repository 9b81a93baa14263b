package plenum.i18n;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The message bundles as files, so that a key that is there twice or in one language only is seen. */
final class Bundles {
    static final List<String> LANGUAGES = List.of("de", "en", "fr", "it", "es");
    private static final Path FOLDER = Path.of("src/main/resources/messages");

    private Bundles() {}

    /** All texts of a language. */
    static Map<String, String> read(String language) throws IOException {
        Map<String, String> sorted = new TreeMap<>();
        for (Path file : files(language)) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
            properties.stringPropertyNames().forEach(key -> sorted.put(key, properties.getProperty(key)));
        }
        return sorted;
    }

    /** The keys of a language as they are written, a double one twice, whether in one bundle or in two. */
    static List<String> writtenKeys(String language) throws IOException {
        List<String> keys = new ArrayList<>();
        for (Path file : files(language)) {
            keys.addAll(writtenKeys(file));
        }
        return keys;
    }

    private static List<String> writtenKeys(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();
    }

    /** The names of the bundles: {@code chat} for {@code chat_de.properties}. */
    static List<String> features(String language) throws IOException {
        return files(language).stream()
                .map(file -> file.getFileName().toString().replace("_" + language + ".properties", ""))
                .toList();
    }

    private static List<Path> files(String language) throws IOException {
        try (Stream<Path> all = Files.list(FOLDER)) {
            return all.filter(file -> file.toString().endsWith("_" + language + ".properties"))
                    .sorted()
                    .toList();
        }
    }
}
