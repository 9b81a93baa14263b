package plenum.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Each topic has a page in {@code docs/protocol}, with a section for each of its messages, with their fields in their order, and for
 * nothing else. Messages of no topic stand on the first page.
 */
@Tag("protocol")
class ProtocolDocumentTest {
    private static final Pattern HEADING = Pattern.compile("### `([a-z-]+)`.*");
    private static final Pattern FIELD = Pattern.compile("\\| `([A-Za-z]+)` \\| ([^|]*) \\|.*");
    private static final String FROM_TAB = "## From the tab";
    private static final String FROM_SERVER = "## From the server";
    private static final Path FOLDER = Path.of("docs/protocol");

    @Test
    void describesWhatTheTabSays() throws IOException {
        for (Class<?> topic : ClientMessage.class.getPermittedSubclasses()) {
            assertThat(documented(pageOf(topic), FROM_TAB))
                    .as("%s", pageOf(topic))
                    .isEqualTo(declared(Arrays.stream(topic.getPermittedSubclasses())));
        }
    }

    @Test
    void describesWhatTheServerSays() throws IOException {
        for (Class<?> topic : ServerMessage.class.getPermittedSubclasses()) {
            if (!topic.isRecord()) {
                assertThat(documented(pageOf(topic), FROM_SERVER))
                        .as("%s", pageOf(topic))
                        .isEqualTo(declared(Arrays.stream(topic.getPermittedSubclasses())));
            }
        }
        assertThat(documented(FOLDER.resolve("README.md"), FROM_SERVER + ", about messages of any topic"))
                .isEqualTo(declared(Arrays.stream(ServerMessage.class.getPermittedSubclasses())
                        .filter(Class::isRecord)));
    }

    /** {@code ChatMessages.Ask} is on {@code chat.md}. */
    private static Path pageOf(Class<?> topic) {
        String name = topic.getEnclosingClass().getSimpleName();
        return FOLDER.resolve(
                name.substring(0, name.length() - "Messages".length()).toLowerCase(Locale.ROOT) + ".md");
    }

    /** Fields by message; optional ones with a question mark. */
    private static Map<String, List<String>> documented(Path page, String part) throws IOException {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> fields = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(page)) {
            Matcher heading = HEADING.matcher(line);
            Matcher field = FIELD.matcher(line);
            if (line.startsWith("## ")) {
                inside = line.equals(part);
            } else if (inside && heading.matches()) {
                fields = new ArrayList<>();
                sections.put(heading.group(1), fields);
            } else if (inside && field.matches()) {
                fields.add(field.group(1) + (field.group(2).contains("optional") ? "?" : ""));
            }
        }
        return sections;
    }

    private static Map<String, List<String>> declared(Stream<Class<?>> messages) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        messages.forEach(type -> sections.put(
                WireNames.of(type),
                Arrays.stream(type.getRecordComponents())
                        .map(ProtocolDocumentTest::field)
                        .toList()));
        return sections;
    }

    private static String field(RecordComponent component) {
        return component.getName() + (component.getAnnotatedType().isAnnotationPresent(Nullable.class) ? "?" : "");
    }
}
