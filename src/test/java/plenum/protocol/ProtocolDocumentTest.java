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
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@code docs/protocol.md} has a section for each message, with its fields in their order, and for nothing else. */
class ProtocolDocumentTest {
    private static final Pattern HEADING = Pattern.compile("### `([a-z-]+)`.*");
    private static final Pattern FIELD = Pattern.compile("\\| `([A-Za-z]+)` \\| ([^|]*) \\|.*");

    @Test
    void describesWhatTheTabSays() throws IOException {
        assertThat(documented("## From the tab")).isEqualTo(declared(ClientMessage.types()));
    }

    @Test
    void describesWhatTheServerSays() throws IOException {
        assertThat(documented("## From the server"))
                .isEqualTo(declared(Arrays.stream(ServerMessage.class.getPermittedSubclasses())));
    }

    /** Fields by message; optional ones with a question mark. */
    private static Map<String, List<String>> documented(String part) throws IOException {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> fields = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(Path.of("docs/protocol.md"))) {
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
