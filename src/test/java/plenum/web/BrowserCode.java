package plenum.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The modules as they are in the repository. */
final class BrowserCode {
    private static final Path APP = Path.of("src/main/webapp/app");

    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Pattern ENTRY = Pattern.compile("modules\\.of\\('([^']+)'\\)");
    private static final Pattern WORKER = Pattern.compile("new Worker\\(new URL\\('\\./([^']+)'");

    private BrowserCode() {}

    /** The modules with which pages and workers begin. */
    static SortedSet<String> entries() throws IOException {
        SortedSet<String> entries = new TreeSet<>();
        try (Stream<Path> files = Files.walk(PAGES)) {
            List<Path> pages =
                    files.filter(path -> path.toString().endsWith(".xhtml")).toList();
            for (Path page : pages) {
                ENTRY.matcher(Files.readString(page)).results().forEach(found -> entries.add(found.group(1)));
            }
        }
        sources().forEach((path, source) -> WORKER.matcher(source)
                .results()
                .forEach(found -> entries.add(path.substring(0, path.lastIndexOf('/') + 1) + found.group(1))));
        return entries;
    }

    /** By path below the folder of all. */
    static SortedMap<String, String> sources() throws IOException {
        SortedMap<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(APP)) {
            List<Path> modules =
                    files.filter(path -> path.toString().endsWith(".js")).toList();
            for (Path file : modules) {
                all.put(APP.relativize(file).toString(), Files.readString(file));
            }
        }
        return all;
    }
}
