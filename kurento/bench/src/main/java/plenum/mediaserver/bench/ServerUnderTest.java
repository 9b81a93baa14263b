package plenum.mediaserver.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The server that is measured: one that runs already, or ours, started for the run and pinned to the first core. */
final class ServerUnderTest implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private final URI url;
    private final long pid;
    private final @Nullable Process process;

    private ServerUnderTest(URI url, long pid, @Nullable Process process) {
        this.url = url;
        this.pid = pid;
        this.process = process;
    }

    /** The server at {@code url}, or ours, started for the run, when there is none. */
    static ServerUnderTest of(@Nullable URI url, long pid) throws IOException, InterruptedException {
        return of(url, pid, Map.of());
    }

    /** @param settings environment variables for a server that is started */
    static ServerUnderTest of(@Nullable URI url, long pid, Map<String, String> settings)
            throws IOException, InterruptedException {
        return url == null ? start(settings) : new ServerUnderTest(url, pid, null);
    }

    /** Starts our media server from this program's own class path, and returns when it serves. */
    private static ServerUnderTest start(Map<String, String> settings) throws IOException, InterruptedException {
        int port = freePort();
        ProcessBuilder builder =
                JavaChild.command("plenum.mediaserver.MediaServerMain").redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("PLENUM_KURENTO_PORT", Integer.toString(port));
        builder.environment().put("PLENUM_MEDIA_UDP_PORTS", "0");
        builder.environment().put("PLENUM_MEDIA_ADDRESSES", "127.0.0.1");
        builder.environment().putAll(settings);
        Process process = builder.start();
        awaitHealth(port, process);
        return new ServerUnderTest(URI.create("ws://127.0.0.1:" + port + "/kurento"), process.pid(), process);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitHealth(int port, Process process) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
                .timeout(Duration.ofSeconds(1))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < deadline) {
                try {
                    if (client.send(request, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        return;
                    }
                } catch (IOException e) {
                    if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                        throw new IOException("the media server ended with code " + process.exitValue(), e);
                    }
                }
            }
        }
        process.destroyForcibly();
        throw new IOException("the media server did not answer within " + START_LIMIT.toSeconds() + " s");
    }

    URI url() {
        return url;
    }

    /** The server's process, or 0 when it is not known. */
    long pid() {
        return pid;
    }

    @Override
    public void close() throws IOException {
        if (process != null) {
            JavaChild.end(process);
        }
    }
}
