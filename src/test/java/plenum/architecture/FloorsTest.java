package plenum.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.architecture.Floor.Row;

/** The table of floors is complete, has no circle, and is described. */
@Tag("architecture")
class FloorsTest {
    private static final Path SOURCES = Path.of("src/main/java/plenum");

    @Test
    void everyRowUsesOnlyRowsAboveIt() {
        assertThat(Floors.climbing()).isEmpty();
    }

    @Test
    void everyPackageHasARow() throws IOException {
        assertThat(Floors.rows()).extracting(Row::name).containsExactlyInAnyOrderElementsOf(packages());
    }

    @Test
    void everyPackageIsDescribed() throws IOException {
        String described = Files.readString(Path.of("docs/architecture.md"));
        assertThat(Floors.rows())
                .extracting(Row::name)
                .filteredOn(name -> !name.contains("."))
                .filteredOn(name -> Pattern.compile("(?m)^\\|.*`" + name + "`")
                        .matcher(described)
                        .results()
                        .findAny()
                        .isEmpty())
                .isEmpty();
    }

    @Test
    void aRowDeniesWhatItDoesNotName() {
        Row row = Row.of("chat", "conference").with("org.hibernate");
        assertThat(row.allows("plenum.chat")).isTrue();
        assertThat(row.allows("plenum.conference")).isTrue();
        assertThat(row.allows("org.hibernate.annotations")).isTrue();
        assertThat(row.allows("plenum.chat.store")).isFalse();
        assertThat(row.allows("plenum.poll")).isFalse();
        assertThat(row.allows("jakarta.inject")).isFalse();
    }

    /** All of the application that hold classes. */
    private static List<String> packages() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                    .map(file -> SOURCES.relativize(file.getParent()).toString().replace('/', '.'))
                    .filter(name -> !name.startsWith("launcher"))
                    .distinct()
                    .toList();
        }
    }
}
