package plenum.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The browser's typedefs of the wire name each message and its fields as the records do, in the same order, and nothing else. */
@Tag("protocol")
class BrowserTypedefsTest {
    private static final Path FILE = Path.of("src/main/webapp/app/protocol/messages.js");
    private static final String OPENING = "{type: ";
    private static final Pattern NAME = Pattern.compile("'([a-z-]+)'");

    @Test
    void describeWhatTheTabSays() throws IOException {
        assertThat(typedefs(halves()[0])).isEqualTo(declared(ClientMessage.types()));
    }

    @Test
    void describeWhatTheServerSays() throws IOException {
        assertThat(typedefs(halves()[1])).isEqualTo(declared(ServerMessage.types()));
    }

    /** What the tab says comes first, and ends with the name of its typedef. */
    private static String[] halves() throws IOException {
        String text = Files.readString(FILE).replaceAll("\n \\*", "");
        String[] halves = text.split("\\} ClientMessage", 2);
        assertThat(halves).hasSize(2);
        halves[0] += "}";
        return halves;
    }

    /** Fields by message; optional ones with a question mark. Several messages of one shape share a typedef. */
    private static Map<String, List<String>> typedefs(String text) {
        Map<String, List<String>> found = new TreeMap<>();
        for (int start = text.indexOf(OPENING); start >= 0; start = text.indexOf(OPENING, start + 1)) {
            List<String> parts = split(text.substring(start + 1, end(text, start)));
            List<String> fields = parts.stream()
                    .skip(1)
                    .map(part -> part.substring(0, part.indexOf(':')).strip())
                    .toList();
            Matcher name = NAME.matcher(parts.getFirst());
            while (name.find()) {
                found.put(name.group(1), fields);
            }
        }
        return found;
    }

    private static int end(String text, int start) {
        int depth = 0;
        for (int at = start; at < text.length(); at++) {
            depth += depth(text.charAt(at));
            if (depth == 0) {
                return at;
            }
        }
        throw new AssertionError("a typedef does not end: " + text.substring(start, start + 40));
    }

    private static List<String> split(String object) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int at = 0; at < object.length(); at++) {
            depth += depth(object.charAt(at));
            if (depth == 0 && object.charAt(at) == ',') {
                parts.add(object.substring(from, at));
                from = at + 1;
            }
        }
        parts.add(object.substring(from));
        return parts;
    }

    private static int depth(char character) {
        return switch (character) {
            case '{', '[', '<' -> 1;
            case '}', ']', '>' -> -1;
            default -> 0;
        };
    }

    private static Map<String, List<String>> declared(Stream<Class<?>> messages) {
        Map<String, List<String>> declared = new TreeMap<>();
        messages.forEach(type -> declared.put(
                WireNames.of(type),
                Arrays.stream(type.getRecordComponents())
                        .map(BrowserTypedefsTest::field)
                        .toList()));
        return declared;
    }

    private static String field(RecordComponent component) {
        return component.getName() + (component.getAnnotatedType().isAnnotationPresent(Nullable.class) ? "?" : "");
    }
}
