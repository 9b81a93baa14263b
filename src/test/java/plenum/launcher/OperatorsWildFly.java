package plenum.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.postgresql.Driver;

/** A WildFly that is not ours, in a folder of its own: our scripts are run on it, and it is started with our application. */
final class OperatorsWildFly implements AutoCloseable {
    private final Path home;
    private final URI site;
    private Process process;

    OperatorsWildFly(Path home) throws IOException {
        this.home = home;
        this.site = URI.create("http://127.0.0.1:" + free());
    }

    URI site() {
        return site;
    }

    String configuration() throws IOException {
        return Files.readString(home.resolve("standalone/configuration/standalone.xml"));
    }

    /** As an operator does: {@code install} or {@code uninstall}. */
    void run(String action) throws IOException, InterruptedException, URISyntaxException {
        ProcessBuilder script =
                new ProcessBuilder("sh", "wildfly-config/stock.sh", action, home.toString()).redirectErrorStream(true);
        Path driver = Path.of(
                Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        script.environment().put("JAVA_HOME", System.getProperty("java.home"));
        script.environment().put("PLENUM_JDBC_JAR", driver.toString());
        Process running = script.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor()).as(said).isZero();
    }

    /** Run twice they change nothing more, and taken out again they leave nothing behind. */
    void installTwiceAndUninstall() throws IOException, InterruptedException, URISyntaxException {
        String before = configuration();
        run("install");
        String once = configuration();
        assertThat(once).isNotEqualTo(before).contains("PlenumDS", "plenumSSC", "plenum-gzip");
        run("install");
        assertThat(configuration()).isEqualTo(once);
        run("uninstall");
        assertThat(configuration()).isEqualTo(before);
        assertThat(home.resolve("modules/org/postgresql")).doesNotExist();
        run("uninstall");
        assertThat(configuration()).isEqualTo(before);
    }

    /** @param wars names of the application's deployments: {@code ROOT.war} is at the root, {@code plenum.war} at a path */
    void start(List<String> wars, Map<String, String> settings) throws IOException {
        for (String war : wars) {
            Files.copy(Path.of(System.getProperty("plenum.it.war")), deployment(war));
        }
        ProcessBuilder server = new ProcessBuilder(List.of(
                Installation.java(),
                "-Xmx640m",
                "-Djboss.home.dir=" + home,
                "-Djboss.http.port=" + site.getPort(),
                "-Djboss.https.port=" + free(),
                "-Djboss.management.http.port=" + free(),
                "-jar",
                home.resolve("jboss-modules.jar").toString(),
                "-mp",
                home.resolve("modules").toString(),
                "org.jboss.as.standalone"));
        server.environment().put("PLENUM_DB_URL", System.getProperty("plenum.it.db.url"));
        server.environment().put("PLENUM_DB_USER", System.getProperty("plenum.it.db.user"));
        server.environment().put("PLENUM_DB_PASSWORD", System.getProperty("plenum.it.db.password"));
        server.environment().put("PLENUM_KURENTO_URLS", "ws://127.0.0.1:9/kurento");
        server.environment().putAll(settings);
        process = server.redirectErrorStream(true)
                .redirectOutput(home.resolve("said").toFile())
                .start();
    }

    private Path deployment(String war) {
        return home.resolve("standalone/deployments").resolve(war);
    }

    /** Ends it, and takes a deployment away. */
    void stop(String war) throws IOException, InterruptedException {
        close();
        Files.deleteIfExists(deployment(war + ".deployed"));
        Files.delete(deployment(war));
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
