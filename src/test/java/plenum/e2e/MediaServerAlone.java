package plenum.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import plenum.launcher.Ports;

/** Our media server as other applications than this one use it, on loopback and open to whoever is on this machine. */
final class MediaServerAlone implements AutoCloseable {

    private static final Path JAR = Path.of("kurento/target/plenum-media-server-1.0-SNAPSHOT-all.jar");
    private static final int END_SECONDS = 10;

    private final int port = Ports.free();
    private final Process process;

    MediaServerAlone() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder =
                new ProcessBuilder(java, "--enable-native-access=ALL-UNNAMED", "-Xmx512m", "-jar", JAR.toString());
        builder.environment().keySet().removeIf(key -> key.startsWith("PLENUM_"));
        builder.environment()
                .putAll(Map.of(
                        "PLENUM_KURENTO_PORT", Integer.toString(port),
                        "PLENUM_MEDIA_UDP_PORTS", "0",
                        "PLENUM_MEDIA_TCP_PORT", "off",
                        "PLENUM_MEDIA_ADDRESSES", "127.0.0.1"));
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            process = builder.start();
            awaitReady(process.inputReader(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitReady(BufferedReader output) throws IOException {
        String line = output.readLine();
        while (line != null && !line.contains("ws://")) {
            line = output.readLine();
        }
        if (line == null) {
            throw new AssertionError("the media server ended before it was ready");
        }
        Thread.ofPlatform().daemon().start(() -> output.lines()
                .forEach(ignored -> {})); // so that it never waits for a reader
    }

    /** The address of a page of its own origin, whose scripts may talk to it. */
    String page() {
        return "http://127.0.0.1:" + port + "/health";
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
