package plenum.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The modules as they are in the repository. */
final class BrowserCode {
    private static final Path APP = Path.of("src/main/webapp/app");

    private BrowserCode() {}

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
