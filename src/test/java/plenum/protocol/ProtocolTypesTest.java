package plenum.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The browser's types say the same as the records: {@code app/protocol/chat.js} has the messages of {@code ChatMessages}, each with its
 * fields in their order, and what messages are made of.
 */
@Tag("protocol")
class ProtocolTypesTest {
    private static final Path FOLDER = Path.of("src/main/webapp/app/protocol");
    private static final Pattern MESSAGE = Pattern.compile("\\{type: ('[a-z-]+'(?: \\| '[a-z-]+')*)");
    private static final Pattern NAMED = Pattern.compile("@typedef \\{\\{(?!type:)(.*?)}} (\\w+)(?= @| \\*|$)");

    @Test
    void everyTopicHasItsMessagesWithTheirFields() throws IOException {
        for (Class<?> topic : topics()) {
            List<Class<?>> messages = Arrays.stream(topic.getDeclaredClasses())
                    .filter(type -> Stream.concat(ClientMessage.types(), ServerMessage.types())
                            .anyMatch(type::equals))
                    .toList();
            assertThat(typed(Files.readString(fileOf(topic))))
                    .as("%s", fileOf(topic))
                    .isEqualTo(declared(messages));
        }
    }

    @Test
    void whatAnswersMessagesOfAllTopicsStandsWithThem() throws IOException {
        List<Class<?>> messages = Arrays.stream(ServerMessage.class.getPermittedSubclasses())
                .filter(Class::isRecord)
                .toList();
        assertThat(typed(Files.readString(FOLDER.resolve("messages.js")))).isEqualTo(declared(messages));
    }

    @Test
    void whatMessagesAreMadeOfHasTheSameFields() throws IOException {
        SortedMap<String, List<String>> typed = new TreeMap<>();
        for (Class<?> topic : topics()) {
            Matcher named = NAMED.matcher(plain(Files.readString(fileOf(topic))));
            while (named.find()) {
                typed.put(named.group(2), fields(named.group(1)));
            }
        }
        SortedMap<String, List<String>> declared = new TreeMap<>();
        Set<Class<?>> parts = new HashSet<>();
        Stream.concat(ClientMessage.types(), ServerMessage.types()).forEach(message -> collectParts(message, parts));
        parts.forEach(part -> declared.put(part.getSimpleName(), fields(part)));

        assertThat(typed).containsAllEntriesOf(declared);
    }

    @Test
    void readsTypes() {
        String source = """
                /**
                 * @typedef {{type: 'a' | 'b', one?: string | null, two: {x: number, y: number}[]}
                 *   | {type: 'c'}} Ask
                 */
                """;
        assertThat(typed(source))
                .isEqualTo(Map.of("a", List.of("one?", "two"), "b", List.of("one?", "two"), "c", List.of()));
    }

    private static Stream<Class<?>> topicsOf(Class<?> kind) {
        return Arrays.stream(kind.getPermittedSubclasses())
                .filter(topic -> !topic.isRecord())
                .map(Class::getEnclosingClass);
    }

    private static List<Class<?>> topics() {
        return Stream.concat(topicsOf(ClientMessage.class), topicsOf(ServerMessage.class))
                .distinct()
                .toList();
    }

    private static Path fileOf(Class<?> topic) {
        String name = topic.getSimpleName();
        return FOLDER.resolve(
                name.substring(0, name.length() - "Messages".length()).toLowerCase(Locale.ROOT) + ".js");
    }

    /** Fields by message; optional ones with a question mark. */
    private static SortedMap<String, List<String>> typed(String source) {
        SortedMap<String, List<String>> messages = new TreeMap<>();
        String types = plain(source);
        Matcher found = MESSAGE.matcher(types);
        while (found.find()) {
            String object = types.substring(found.start() + 1, endOf(types, found.start()));
            List<String> fields = fields(object);
            fields.remove("type");
            for (String name : found.group(1).split(" \\| ")) {
                messages.put(name.substring(1, name.length() - 1), fields);
            }
        }
        return messages;
    }

    /** A comment's words without its margin, on one line. */
    private static String plain(String source) {
        return source.replaceAll("\n *\\*/?", " ").replaceAll("\\s+", " ");
    }

    private static int endOf(String types, int start) {
        int depth = 0;
        for (int i = start; i < types.length(); i++) {
            depth += switch (types.charAt(i)) {
                case '{' -> 1;
                case '}' -> -1;
                default -> 0;
            };
            if (depth == 0) {
                return i;
            }
        }
        return types.length();
    }

    /** The names before the colons that stand in no inner object. */
    private static List<String> fields(String object) {
        List<String> names = new ArrayList<>();
        StringBuilder outer = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < object.length(); i++) {
            char c = object.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            outer.append(depth == 0 ? c : ' ');
        }
        for (String field : outer.toString().split(",")) {
            if (field.contains(":")) {
                names.add(field.substring(0, field.indexOf(':')).strip());
            }
        }
        return names;
    }

    private static SortedMap<String, List<String>> declared(List<Class<?>> messages) {
        SortedMap<String, List<String>> all = new TreeMap<>();
        messages.forEach(type -> all.put(WireNames.of(type), fields(type)));
        return all;
    }

    private static List<String> fields(Class<?> type) {
        List<String> names = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            names.add(component.getName() + (optional ? "?" : ""));
        }
        return names;
    }

    private static void collectParts(Class<?> record, Set<Class<?>> parts) {
        for (RecordComponent component : record.getRecordComponents()) {
            for (Class<?> part : recordsIn(component.getGenericType())) {
                if (parts.add(part)) {
                    collectParts(part, parts);
                }
            }
        }
    }

    private static List<Class<?>> recordsIn(Type type) {
        List<Class<?>> records = new ArrayList<>();
        if (type instanceof Class<?> one && one.isRecord()) {
            records.add(one);
        } else if (type instanceof ParameterizedType list) {
            Arrays.stream(list.getActualTypeArguments())
                    .map(ProtocolTypesTest::recordsIn)
                    .forEach(records::addAll);
        }
        return records;
    }
}
