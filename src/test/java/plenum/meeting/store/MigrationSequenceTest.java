package plenum.meeting.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The rules of the one sequence: a database that has V110 refuses a V042 that comes later, and one that has been changed. {@code
 * db/migrations.txt} lists every migration with its SHA-256, in the order in which they came; a new one is a new last line.
 */
@Tag("meeting")
class MigrationSequenceTest {
    private static final Path FOLDER = Path.of("src/main/resources/db/migration");
    private static final Path LIST = Path.of("src/test/resources/db/migrations.txt");
    private static final Pattern NAME = Pattern.compile("V(\\d{3})__[a-z0-9_]+\\.sql");

    /** Those from before the rule, with gaps between them; from here on there are none, so nothing can be put into one. */
    private static final List<Integer> FIRST = List.of(1, 40, 41, 50, 51, 52, 60, 110);

    @Test
    void everyMigrationIsListedAndUnchanged() throws IOException {
        assertThat(migrations())
                .as("append the line of a new migration to %s; never change one that others may have applied", LIST)
                .containsExactlyElementsOf(Files.readAllLines(LIST));
    }

    @Test
    void aNewNumberIsTheNextOne() throws IOException {
        List<Integer> numbers =
                migrations().stream().map(MigrationSequenceTest::number).toList();
        assertThat(numbers)
                .as("a new migration has the number after the highest one")
                .containsExactlyElementsOf(inSequence(numbers.size()));
    }

    private static List<Integer> inSequence(int size) {
        return Stream.concat(
                        FIRST.stream(),
                        Stream.iterate(FIRST.getLast() + 1, n -> n + 1).limit(Math.max(0, size - FIRST.size())))
                .toList();
    }

    /** Name and checksum of each, in the order of their numbers. */
    private static List<String> migrations() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(MigrationSequenceTest::line).toList();
        }
    }

    private static int number(String line) {
        Matcher name = NAME.matcher(line.substring(0, line.indexOf(' ')));
        assertThat(name.matches())
                .as("%s is called V123__what_it_does.sql", line)
                .isTrue();
        return Integer.parseInt(name.group(1));
    }

    private static String line(Path file) {
        try {
            String text = Files.readString(file).replace("\r\n", "\n");
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return file.getFileName() + " " + HexFormat.of().formatHex(hash);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
