package plenum.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import plenum.launcher.EmbeddedPostgres;

/**
 * Starts a real PostgreSQL before the container tests, and only before those; {@code arquillian.xml} tells WildFly where it is. It holds
 * what an earlier version left in it, so that all of them run on a database that was upgraded.
 */
public final class DatabaseForTests implements LauncherSessionListener {
    private static final int FIRST_PORT = 12_000;
    private static final int LAST_PORT = 32_000;
    private static final int TRIES = 100;

    private EmbeddedPostgres database;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        String folder = System.getProperty("plenum.it.folder");
        if (folder == null) {
            return;
        }
        database = EmbeddedPostgres.start(Path.of(folder, "postgres"), freePort());
        load();
        System.setProperty("plenum.it.db.url", database.url());
        System.setProperty("plenum.it.db.user", database.user());
        System.setProperty("plenum.it.db.password", database.password());
        for (String port : List.of(
                "plenum.it.port",
                "plenum.it.https.port",
                "plenum.it.management.port",
                "plenum.it.smtp.port",
                "plenum.it.openid.port")) {
            System.setProperty(port, Integer.toString(freePort()));
        }
    }

    private void load() {
        try (Connection connection =
                DriverManager.getConnection(database.url(), database.user(), database.password())) {
            OldDatabase.loadInto(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the earlier version's database cannot be loaded", e);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (database != null) {
            database.close();
        }
    }

    /**
     * Below those that the kernel gives to connections: some are listened on only minutes later.
     */
    private static int freePort() {
        for (int tried = 0; tried < TRIES; tried++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                continue; // somebody has it
            }
        }
        throw new IllegalStateException("no free port");
    }
}
