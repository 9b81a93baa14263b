package plenum.bench.signaling;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The Plenum that is measured: one that runs already, or one that is started for the run, with a data folder that is new. */
public final class PlenumUnderTest implements AutoCloseable {
    private static final String READY = "Plenum is ready at ";

    private final URI site;
    private final long pid;
    private final @Nullable Process process;
    private final Optional<Path> data;
    private final int mediaPort;

    private PlenumUnderTest(URI site, long pid, @Nullable Process process, Optional<Path> data, int mediaPort) {
        this.site = site;
        this.pid = pid;
        this.data = data;
        this.mediaPort = mediaPort;
        this.process = process;
    }

    public static PlenumUnderTest attachTo(URI site, long pid) {
        return new PlenumUnderTest(site, pid, null, Optional.empty(), 0);
    }

    /** Starts {@code ./plenum run} of this installation, and returns when it is ready. */
    public static PlenumUnderTest start(Path root, int participants, boolean behindProxy, PrintStream out)
            throws IOException {
        Map<String, String> settings = Map.of(
                "PLENUM_BEHIND_PROXY", Boolean.toString(behindProxy),
                "PLENUM_MAX_PARTICIPANTS", Integer.toString(participants));
        return start(root, Files.createTempDirectory("plenum-bench"), settings, out);
    }

    /**
     * As above.
     *
     * @param data its folder
     * @param settings of its environment
     */
    public static PlenumUnderTest start(Path root, Path data, Map<String, String> settings, PrintStream out)
            throws IOException {
        int mediaPort = freePort();
        ProcessBuilder builder = new ProcessBuilder(root.resolve("plenum").toString(), "run");
        builder.environment().keySet().removeIf(name -> name.startsWith("PLENUM_"));
        builder.environment()
                .putAll(Map.of(
                        "PLENUM_BUILD",
                        "never",
                        "PLENUM_DATA",
                        data.toString(),
                        "PLENUM_BIND",
                        "127.0.0.1",
                        "PLENUM_HTTP_PORT",
                        Integer.toString(freePort()),
                        "PLENUM_HTTPS_PORT",
                        Integer.toString(freePort()),
                        "PLENUM_KURENTO_PORT",
                        Integer.toString(mediaPort),
                        "PLENUM_MEDIA_UDP_PORTS",
                        "24000-24007",
                        "PLENUM_MEDIA_ADDRESSES",
                        "127.0.0.1"));
        builder.environment().putAll(settings);
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            out.println(line);
            if (line.startsWith(READY)) {
                Thread.ofVirtual().start(() -> drain(lines));
                String[] record =
                        Files.readString(data.resolve("run/wildfly.pid")).split(" ", 2);
                return new PlenumUnderTest(
                        URI.create(line.substring(READY.length()).strip()),
                        Long.parseLong(record[0]),
                        process,
                        Optional.of(data),
                        mediaPort);
            }
        }
        throw new IOException("Plenum did not start; " + data.resolve("logs") + " says why");
    }

    private static void drain(BufferedReader lines) {
        try (lines) {
            lines.transferTo(java.io.Writer.nullWriter());
        } catch (IOException e) {
            // it has ended
            return;
        }
    }

    /** A TCP port that nobody has at the moment. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public URI site() {
        return site;
    }

    /** The application server's process, or 0 when it is not known. */
    public long pid() {
        return pid;
    }

    /** Its media server with the token that it asks for, when it was started for this run. */
    public URI media() throws IOException {
        String token = Files.readString(data.orElseThrow().resolve("media").resolve("token"));
        return URI.create("ws://127.0.0.1:" + mediaPort + "/kurento?token=" + token.strip());
    }

    /** The folder that holds all it stores, when it was started for this run. */
    public Optional<Path> data() {
        return data;
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            try {
                if (!process.waitFor(20, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
