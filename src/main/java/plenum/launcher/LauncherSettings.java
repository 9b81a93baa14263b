package plenum.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import plenum.platform.PortRange;

/**
 * What the operator decides about processes, ports and folders. The application and the media server read further settings from the
 * same environment themselves. Names, defaults and reasons: {@code wildfly-config/plenum.env.example}.
 *
 * @param data folder of everything that is kept
 * @param bind address that the application listens on
 * @param managementPort WildFly's, on loopback; empty: any free one
 * @param publicUrl where people reach the application, when that is not this machine's own address
 * @param database the operator's PostgreSQL; empty: an embedded one
 * @param databasePort of the embedded one, on loopback; empty: any free one
 * @param mediaServers the operator's; empty: one of ours
 * @param mediaPort where ours listens for the application, on loopback
 * @param mediaUdpPorts where ours exchanges media with browsers
 * @param serverHeap memory of WildFly, as Java's -Xmx takes it
 * @param mediaHeap memory of our media server, likewise
 */
record LauncherSettings(
        Path data,
        String bind,
        int httpPort,
        int httpsPort,
        Optional<Integer> managementPort,
        Optional<URI> publicUrl,
        Tls tls,
        Optional<Database> database,
        Optional<Integer> databasePort,
        List<URI> mediaServers,
        int mediaPort,
        PortRange mediaUdpPorts,
        String serverHeap,
        String mediaHeap) {

    /** The operator's database. */
    record Database(String url, String user, String password) {}

    /** The operator's certificate chain and key, PEM files; both empty: one of our own making. */
    record Tls(Optional<Path> certificate, Optional<Path> key) {}

    boolean ownDatabase() {
        return database.isEmpty();
    }

    boolean ownMediaServer() {
        return mediaServers.isEmpty();
    }

    /** Where people who sit at this machine reach the application. */
    URI localUrl() {
        return publicUrl.orElseGet(() -> URI.create("http://localhost:" + httpPort + "/"));
    }
}
