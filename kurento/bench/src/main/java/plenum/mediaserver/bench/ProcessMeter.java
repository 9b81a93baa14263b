package plenum.mediaserver.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process uses, read from Linux's {@code /proc}.
 *
 * @param cpuNanos user and system time since the process began
 * @param residentBytes resident set
 * @param threads live threads
 */
public record ProcessMeter(long cpuNanos, long residentBytes, int threads) {
    private static final long NANOS_PER_TICK = 10_000_000L;

    public static ProcessMeter read(long pid) throws IOException {
        Path root = Path.of("/proc", Long.toString(pid));
        String stat = Files.readString(root.resolve("stat"));
        // the command in parentheses may hold spaces: count from its end
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        return new ProcessMeter(ticks * NANOS_PER_TICK, kilobytes(root, "VmRSS:") * 1024, Integer.parseInt(fields[17]));
    }

    private static long kilobytes(Path root, String key) throws IOException {
        return Files.readAllLines(root.resolve("status")).stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }
}
