package plenum.i18n;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages, the browser's modules and the beans, as text. */
final class Sources {
    static final Path PAGES = Path.of("src/main/webapp");
    static final Path MODULES = PAGES.resolve("app");
    private static final Path BEANS = Path.of("src/main/java/plenum");
    private static final Pattern BLOCK_COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern LINE_COMMENT = Pattern.compile("(?m)(?<![:'\"])//.*$");

    private Sources() {}

    static List<Path> pages() throws IOException {
        return files(PAGES, ".xhtml");
    }

    /** Without libraries of others, whose words nobody reads. */
    static List<Path> modules() throws IOException {
        return files(MODULES, ".js").stream()
                .filter(module -> !module.endsWith("cipher/ts-mls.js"))
                .toList();
    }

    /** Everything that can use a key. */
    static String everything() throws IOException {
        return Stream.of(pages(), modules(), files(BEANS, ".java"))
                .flatMap(List::stream)
                .map(Sources::text)
                .collect(Collectors.joining("\n"));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String withoutComments(Path module) {
        return LINE_COMMENT
                .matcher(BLOCK_COMMENT.matcher(text(module)).replaceAll(""))
                .replaceAll("");
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }
}
