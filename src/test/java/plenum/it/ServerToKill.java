package plenum.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A WildFly with the application that is killed and started again, at the same address and on the same database. */
public final class ServerToKill implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path home = Path.of(System.getProperty("plenum.it.server"));
    private final Path base = Path.of(System.getProperty("plenum.it.folder"), "wildfly-to-kill");
    private final URI site = URI.create("http://127.0.0.1:" + free());
    private final int https = free();
    private Process process;

    public URI site() {
        return site;
    }

    /** Starts it; returns when it answers. */
    public void start() {
        try {
            for (String folder : List.of("configuration", "deployments", "tmp", "data", "log")) {
                delete(base.resolve(folder));
                Files.createDirectories(base.resolve(folder));
            }
            try (Stream<Path> files = Files.list(home.resolve("standalone/configuration"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, base.resolve("configuration").resolve(file.getFileName()));
                }
            }
            Files.createLink(
                    base.resolve("deployments/ROOT.war"),
                    Path.of(System.getProperty("plenum.it.war")).toAbsolutePath());
            process = builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await("WildFly answers").atMost(PATIENCE).pollInterval(LOOK).until(this::answers);
    }

    private ProcessBuilder builder() {
        // it never lives long enough for the second compiler
        ProcessBuilder server = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-Djboss.home.dir=" + home.toAbsolutePath(),
                "-Djboss.server.base.dir=" + base.toAbsolutePath(),
                "-Djboss.bind.address=127.0.0.1",
                "-Djboss.management.http.port=" + free(),
                "-jar",
                home.resolve("jboss-modules.jar").toString(),
                "-mp",
                home.resolve("modules").toString(),
                "org.jboss.as.standalone"));
        server.environment().keySet().removeIf(key -> key.startsWith("PLENUM_"));
        server.environment().put("PLENUM_HTTP_PORT", Integer.toString(site.getPort()));
        server.environment().put("PLENUM_HTTPS_PORT", Integer.toString(https));
        server.environment().put("PLENUM_DB_URL", System.getProperty("plenum.it.db.url"));
        server.environment().put("PLENUM_DB_USER", System.getProperty("plenum.it.db.user"));
        server.environment().put("PLENUM_DB_PASSWORD", System.getProperty("plenum.it.db.password"));
        server.environment().put("PLENUM_KURENTO_URLS", "ws://127.0.0.1:9/kurento");
        server.environment().put("PLENUM_SECRET", "only-of-these-tests");
        return server.redirectErrorStream(true)
                .redirectOutput(base.resolve("said").toFile());
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new AssertionError("WildFly has ended; see " + base);
        }
        HttpRequest question = HttpRequest.newBuilder(site.resolve("/health/live"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return client.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code kill -9}. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Returns when it has been killed. */
    public void awaitEnd() {
        process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
        client.close();
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
