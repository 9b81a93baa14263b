package plenum.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.platform.Messages;

/** What the console says of each kind of job, in words; other languages have the keys of German. */
@Tag("admin")
class JobWordsTest {
    private static final String BEGINNING = "admin.job.";
    private static final List<Pattern> NAMES = List.of(
            Pattern.compile("JobKind\\s*\\.of(?:Text|Id|Json)\\(\\s*\"([a-z-]+)\""),
            Pattern.compile("String name\\(\\) \\{\\s*return \"([a-z-]+)\";"));

    @Test
    void everyKindOfJobHasWordsAndNoOther() throws IOException {
        Set<String> named = new TreeSet<>();
        Messages.in(Locale.GERMAN).keySet().stream()
                .filter(key -> key.startsWith(BEGINNING))
                .forEach(key -> named.add(key.substring(BEGINNING.length())));
        assertThat(named).isEqualTo(kinds());
    }

    private static Set<String> kinds() throws IOException {
        Set<String> kinds = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                if (source.contains("JobKind.of") || source.contains("implements RecurringJob")) {
                    NAMES.forEach(name -> name.matcher(source).results().forEach(found -> kinds.add(found.group(1))));
                }
            }
        }
        return kinds;
    }
}
