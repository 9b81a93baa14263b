package plenum.launcher;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import plenum.launcher.LauncherSettings.Database;
import plenum.platform.PortRange;

/** Checks what must hold before anything is started. Each failure is a sentence that says what to do. */
final class Preconditions {

    private static final int CONNECT_MILLIS = 3000;
    private static final long LEAST_SPACE = 200L * 1024 * 1024;

    private final LauncherSettings settings;

    Preconditions(LauncherSettings settings) {
        this.settings = settings;
    }

    void check(Path data) {
        checkSpace(data);
        List<String> busy = new ArrayList<>();
        addIfBusy(busy, settings.bind(), settings.httpPort(), "PLENUM_HTTP_PORT");
        addIfBusy(busy, settings.bind(), settings.httpsPort(), "PLENUM_HTTPS_PORT");
        settings.managementPort().ifPresent(port -> addIfBusy(busy, "127.0.0.1", port, "PLENUM_MANAGEMENT_PORT"));
        if (settings.ownDatabase()) {
            settings.databasePort().ifPresent(port -> addIfBusy(busy, "127.0.0.1", port, "PLENUM_DB_PORT"));
        }
        if (settings.ownMediaServer()) {
            addIfBusy(busy, "127.0.0.1", settings.mediaPort(), "PLENUM_KURENTO_PORT");
            addBusyUdpPorts(busy, settings.mediaUdpPorts());
        }
        if (!busy.isEmpty()) {
            throw new StartFailure(String.join("\n", busy));
        }
        settings.database().ifPresent(Preconditions::checkDatabase);
    }

    private static void checkSpace(Path data) {
        try {
            long space = Files.getFileStore(data).getUsableSpace();
            if (space < LEAST_SPACE) {
                throw new StartFailure(
                        "The disk of " + data + " is full: " + space / 1024 / 1024
                                + " MB are left, and Plenum needs 200 MB to start. Make room, or name another folder with PLENUM_DATA.");
            }
        } catch (IOException e) {
            throw new StartFailure("The disk of " + data + " cannot be read (" + e.getMessage() + ").", e);
        }
    }

    private static void addIfBusy(List<String> busy, String address, int port, String setting) {
        if (!Ports.isFree(address, port)) {
            busy.add("Port " + port
                    + " is in use by another program, or may not be used by this user. Stop that program, or set "
                    + setting + " to another port.");
        }
    }

    private void addBusyUdpPorts(List<String> busy, PortRange ports) {
        for (int port = ports.first(); port <= ports.last(); port++) {
            try {
                new DatagramSocket(new InetSocketAddress(port)).close();
            } catch (SocketException e) {
                busy.add("UDP port " + port
                        + " is in use by another program. Stop that program, or set PLENUM_MEDIA_UDP_PORTS to other ports than "
                        + ports + ".");
                return;
            }
        }
    }

    private static void checkDatabase(Database database) {
        Properties properties = new Properties();
        properties.put("user", database.user());
        properties.put("password", database.password());
        properties.put("connectTimeout", "5");
        try {
            DriverManager.getConnection(database.url(), properties).close();
        } catch (SQLException e) {
            throw new StartFailure(
                    "The database at " + database.url() + " does not let us in (" + e.getMessage()
                            + "). Check PLENUM_DB_URL, PLENUM_DB_USER and PLENUM_DB_PASSWORD, or unset PLENUM_DB_URL to use the"
                            + " embedded one.",
                    e);
        }
    }

    /** The operator's media servers that do not answer. Plenum starts when one does: the others may come later. */
    List<URI> silentMediaServers() {
        List<URI> silent =
                settings.mediaServers().stream().filter(url -> !answers(url)).toList();
        if (!settings.ownMediaServer()
                && silent.size() == settings.mediaServers().size()) {
            throw new StartFailure("No media server answers at " + Urls.withoutSecrets(silent)
                    + ". Start it, correct PLENUM_KURENTO_URLS, or unset it to use our own.");
        }
        return silent;
    }

    private static boolean answers(URI url) {
        int port = url.getPort() > 0 ? url.getPort() : url.getScheme().equals("wss") ? 443 : 80;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(url.getHost(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
