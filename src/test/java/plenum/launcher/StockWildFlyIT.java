package plenum.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A WildFly that is not ours: the feature pack's own configuration, as it comes before any script. Ours are run on it twice and taken out again, and the
 * application answers on it, at the root and at a path.
 */
@Tag("launcher")
class StockWildFlyIT {
    private static final Path STOCK = Path.of("src/test/resources/wildfly/standalone.xml");
    private static final Path SERVER = Path.of(System.getProperty("plenum.it.server"));

    @TempDir
    Path home;

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
        Files.copy(STOCK, folder.resolve("standalone.xml"));
    }

    @Test
    void scriptsMayBeRunTwiceAndLeaveNothingBehind() throws Exception {
        new OperatorsWildFly(home).installTwiceAndUninstall();
    }

    @Test
    void theApplicationAnswersThereAtTheRootAndAtAPath() throws Exception {
        try (OperatorsWildFly wildfly = new OperatorsWildFly(home);
                HttpClient http = HttpClient.newHttpClient()) {
            wildfly.run("install");
            wildfly.start(List.of("ROOT.war", "plenum.war"), Map.of());
            for (String page : List.of("/", "/plenum/", "/plenum/sign-in", "/plenum/health/live")) {
                Awaitility.await()
                        .atMost(Duration.ofMinutes(3))
                        .ignoreExceptions()
                        .until(() -> status(http, wildfly.site().resolve(page)), status -> status == 200);
            }
        }
    }

    private static int status(HttpClient http, URI page) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(10)).build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }
}
