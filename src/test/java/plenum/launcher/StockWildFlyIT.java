package plenum.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.Driver;

/**
 * A WildFly that is not ours: the feature pack's own configuration, as it comes before any script. Ours are run on it twice and taken out again, and the
 * application answers on it, at the root and at a path.
 */
@Tag("launcher")
class StockWildFlyIT {
    private static final Path STOCK = Path.of("src/test/resources/wildfly/standalone.xml");
    private static final Path SERVER = Path.of(System.getProperty("plenum.it.server"));
    private static final String DRIVER = "modules/org/postgresql";

    @TempDir
    Path home;

    private Path configuration;

    /** The modules of our server are WildFly's, but for the driver; a link to each spares a copy of them. */
    @BeforeEach
    void layOut() throws IOException {
        Files.createSymbolicLink(
                home.resolve("jboss-modules.jar"),
                SERVER.resolve("jboss-modules.jar").toAbsolutePath());
        Files.createDirectories(home.resolve("modules"));
        Files.createSymbolicLink(
                home.resolve("modules/system"), SERVER.resolve("modules/system").toAbsolutePath());
        Path folder = Files.createDirectories(home.resolve("standalone/configuration"));
        Files.createDirectories(home.resolve("standalone/deployments"));
        for (String name : List.of(
                "application-roles.properties",
                "application-users.properties",
                "logging.properties",
                "mgmt-groups.properties",
                "mgmt-users.properties")) {
            Files.copy(SERVER.resolve("standalone/configuration").resolve(name), folder.resolve(name));
        }
        configuration = Files.copy(STOCK, folder.resolve("standalone.xml"));
    }

    @Test
    void scriptsMayBeRunTwiceAndLeaveNothingBehind() throws Exception {
        String before = Files.readString(configuration);
        run("install");
        String once = Files.readString(configuration);
        assertThat(once).isNotEqualTo(before).contains("PlenumDS", "plenumSSC", "plenum-gzip");
        run("install");
        assertThat(Files.readString(configuration)).isEqualTo(once);
        run("uninstall");
        assertThat(Files.readString(configuration)).isEqualTo(before);
        assertThat(home.resolve(DRIVER)).doesNotExist();
        run("uninstall");
        assertThat(Files.readString(configuration)).isEqualTo(before);
    }

    @Test
    void theApplicationAnswersThereAtTheRootAndAtAPath() throws Exception {
        run("install");
        Path war = Path.of(System.getProperty("plenum.it.war"));
        Files.copy(war, home.resolve("standalone/deployments/ROOT.war"));
        Files.copy(war, home.resolve("standalone/deployments/plenum.war"));
        int port = free();
        Process wildfly = start(port);
        try {
            for (String page : List.of("/", "/plenum/", "/plenum/sign-in", "/plenum/health/live")) {
                Awaitility.await()
                        .atMost(Duration.ofMinutes(3))
                        .ignoreExceptions()
                        .until(() -> status(port, page), status -> status == 200);
            }
        } finally {
            wildfly.destroy();
            if (!wildfly.waitFor(30, TimeUnit.SECONDS)) {
                wildfly.destroyForcibly();
            }
        }
    }

    private Process start(int port) throws IOException {
        ProcessBuilder server = new ProcessBuilder(List.of(
                Installation.java(),
                "-Xmx640m",
                "-Djboss.home.dir=" + home,
                "-Djboss.http.port=" + port,
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
        return server.redirectErrorStream(true)
                .redirectOutput(home.resolve("said").toFile())
                .start();
    }

    private static int status(int port, String page) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + page))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private void run(String action) throws Exception {
        List<String> command = new ArrayList<>(List.of("sh", "wildfly-config/stock.sh", action, home.toString()));
        ProcessBuilder script = new ProcessBuilder(command).redirectErrorStream(true);
        script.environment().put("JAVA_HOME", System.getProperty("java.home"));
        script.environment()
                .put(
                        "PLENUM_JDBC_JAR",
                        Path.of(Driver.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toURI())
                                .toString());
        Process process = script.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
