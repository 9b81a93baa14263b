package plenum.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every finding in {@code docs/security.md} names tests, and those exist. */
@Tag("ci")
class SecurityDocumentTest {
    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final Pattern ROW = Pattern.compile("^\\| ([HML]\\d+) \\|.*\\|([^|]+)\\|$", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`(\\w+(?:Test|IT|Journey))(?:\\.(\\w+))?`");

    @Test
    void everyFindingHasTestsThatExist() throws IOException {
        Map<String, String> sources = sources();
        Map<String, String> rows = new TreeMap<>();
        Matcher row = ROW.matcher(document());
        while (row.find()) {
            rows.put(row.group(1), row.group(2));
        }

        assertThat(rows.keySet()).containsExactlyInAnyOrderElementsOf(findings());
        assertThat(rows).allSatisfy((finding, tests) -> {
            List<String> named =
                    NAME.matcher(tests).results().map(MatchResult::group).toList();
            assertThat(named).as(finding).isNotEmpty();
        });
        NAME.matcher(document()).results().forEach(name -> {
            assertThat(sources.keySet()).contains(name.group(1));
            if (name.group(2) != null) {
                assertThat(sources.get(name.group(1)).contains("void " + name.group(2) + "("))
                        .as(name.group())
                        .isTrue();
            }
        });
    }

    private static List<String> findings() {
        return Stream.of(names("H", 4), names("M", 6), names("L", 13))
                .flatMap(names -> names)
                .toList();
    }

    private static Stream<String> names(String letter, int last) {
        return IntStream.rangeClosed(1, last).mapToObj(number -> letter + number);
    }

    private static String document() throws IOException {
        return Files.readString(ROOT.resolve("docs/security.md"));
    }

    /** All tests by the names of their classes. */
    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (String folder : List.of("src/test/java", "kurento/src/test/java")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file ->
                                sources.put(file.getFileName().toString().replace(".java", ""), read(file)));
            }
        }
        return sources;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
