package plenum.mediaserver.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Datagrams that came to UDP sockets of this machine and were dropped because nobody read them in time. */
final class SocketDrops {
    private static final List<Path> TABLES = List.of(Path.of("/proc/net/udp"), Path.of("/proc/net/udp6"));

    private SocketDrops() {}

    /** The sum of these local ports so far; 0 where the system does not tell. */
    static long of(Set<Integer> ports) throws IOException {
        long drops = 0;
        for (Path table : TABLES) {
            drops += Files.isReadable(table) ? in(Files.readAllLines(table), ports) : 0;
        }
        return drops;
    }

    /** The sum in the lines of Linux's {@code /proc/net/udp} or {@code udp6}: local address and port in hexadecimal, drops at the end. */
    static long in(List<String> lines, Set<Integer> ports) {
        long drops = 0;
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            String[] fields = line.strip().split("\\s+");
            int port = Integer.parseInt(fields[1].substring(fields[1].indexOf(':') + 1), 16);
            if (ports.contains(port)) {
                drops += Long.parseLong(fields[fields.length - 1]);
            }
        }
        return drops;
    }
}
