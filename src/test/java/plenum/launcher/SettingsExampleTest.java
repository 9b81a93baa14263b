package plenum.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("launcher")
class SettingsExampleTest {

    private static final Path EXAMPLE = Path.of("wildfly-config/plenum.env.example");
    private static final Pattern IN_JAVA = Pattern.compile("\"(PLENUM_[A-Z_]+)\"");
    private static final Pattern IN_CLI = Pattern.compile("env\\.(PLENUM_[A-Z_]+)");
    private static final Pattern IN_SCRIPT = Pattern.compile("\\$\\{(PLENUM_[A-Z_]+)");
    private static final Pattern IN_EXAMPLE = Pattern.compile("^#(PLENUM_[A-Z_]+)=", Pattern.MULTILINE);

    @Test
    void namesEverySettingThatIsRead() throws IOException {
        Set<String> read = new TreeSet<>(found(IN_SCRIPT, Path.of("plenum")));
        for (String folder : List.of("src/main/java", "kurento/src/main/java", "kurento/composer/src/main/java")) {
            read.addAll(foundBelow(Path.of(folder), ".java", IN_JAVA));
        }
        read.addAll(foundBelow(Path.of("wildfly-config"), ".cli", IN_CLI));

        assertThat(found(IN_EXAMPLE, EXAMPLE)).containsExactlyElementsOf(read);
    }

    private static Set<String> foundBelow(Path folder, String ending, Pattern pattern) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(ending)).toList()) {
                names.addAll(found(pattern, file));
            }
        }
        return names;
    }

    private static Set<String> found(Pattern pattern, Path file) throws IOException {
        Set<String> names = new TreeSet<>();
        pattern.matcher(Files.readString(file)).results().forEach(m -> names.add(m.group(1)));
        return names;
    }
}
