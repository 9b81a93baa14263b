package plenum.mediaserver.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Has the packaged media server go once through a small meeting while Java notes which classes and methods that took (JEP 483, JEP 515).
 * A server that starts from these notes is back sooner after a crash, and its first handshakes need less time. Part of the build.
 */
public final class Rehearsal {
    private static final Pattern READY = Pattern.compile("ready at (ws://\\S+)");
    private static final int PUBLISHERS = 3;
    private static final int VIEWERS = 4;
    private static final int PACKETS_PER_SECOND = 200;
    private static final int PACKET_BYTES = 1100;
    private static final int LIMIT_SECONDS = 60;

    private Rehearsal() {}

    /**
     * @param arguments the server's jar, and the file for the notes
     * @throws IOException when the server does not start, or leaves no notes
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, BenchFailure {
        Path jar = Path.of(arguments[0]);
        Path notes = Path.of(arguments[1]);
        Files.deleteIfExists(notes);
        Process server = start(jar, notes);
        try (BufferedReader output = server.inputReader(StandardCharsets.UTF_8)) {
            meet(address(output));
            server.toHandle().destroy(); // the process's own destroy would close its output
            output.lines().forEach(line -> {}); // until it has written its notes and ended
        } finally {
            server.destroy();
        }
        if (!server.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || !Files.exists(notes)) {
            throw new IOException("the rehearsal left no " + notes);
        }
    }

    private static Process start(Path jar, Path notes) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseZGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:AOTCacheOutput=" + notes,
                        "-jar",
                        jar.toString()))
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PLENUM_"));
        builder.environment().put("PLENUM_KURENTO_PORT", "0");
        builder.environment().put("PLENUM_KURENTO_BIND", "127.0.0.1");
        builder.environment().put("PLENUM_MEDIA_ADDRESSES", "127.0.0.1");
        return builder.start();
    }

    private static URI address(BufferedReader output) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                return URI.create(ready.group(1));
            }
            said.append(line).append('\n');
        }
        throw new IOException("the media server did not start:\n" + said);
    }

    private static void meet(URI url) throws IOException, BenchFailure {
        try (BenchRoom room = new BenchRoom(url)) {
            for (int i = 0; i < PUBLISHERS; i++) {
                room.addPublisher(PACKETS_PER_SECOND, PACKET_BYTES);
            }
            for (int i = 0; i < VIEWERS; i++) {
                room.addViewer();
            }
        }
    }
}
