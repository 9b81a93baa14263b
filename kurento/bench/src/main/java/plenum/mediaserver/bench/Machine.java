package plenum.mediaserver.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a sitting ran on, and how busy that was with other things. */
final class Machine {
    private static final Path PROC = Path.of("/proc");

    private Machine() {}

    /** Lines for people: processor, memory, kernel, Java. */
    static List<String> describe() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("processor: " + Runtime.getRuntime().availableProcessors() + " × " + value("cpuinfo", "model name"));
        lines.add("memory: " + value("meminfo", "MemTotal"));
        lines.add("system: " + System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch"));
        lines.add("Java: " + System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
        return lines;
    }

    /** Linux's load average of the last minute; NaN elsewhere. */
    static double load() throws IOException {
        Path file = PROC.resolve("loadavg");
        return Files.isReadable(file)
                ? Double.parseDouble(Files.readString(file).split(" ")[0])
                : Double.NaN;
    }

    private static String value(String file, String key) throws IOException {
        Path path = PROC.resolve(file);
        if (!Files.isReadable(path)) {
            return "unknown";
        }
        return Files.readAllLines(path).stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }
}
