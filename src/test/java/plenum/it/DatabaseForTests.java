package plenum.it;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import plenum.launcher.EmbeddedPostgres;
import plenum.launcher.Ports;

/**
 * Starts a real PostgreSQL before the container tests, and only before those; {@code arquillian.xml} tells WildFly where it is. It holds
 * what an earlier version left in it, so that all of them run on a database that was upgraded.
 */
public final class DatabaseForTests implements LauncherSessionListener {
    private EmbeddedPostgres database;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        String folder = System.getProperty("plenum.it.folder");
        if (folder == null) {
            return;
        }
        database = EmbeddedPostgres.start(Path.of(folder, "postgres"), Ports.free());
        load();
        System.setProperty("plenum.it.db.url", database.url());
        System.setProperty("plenum.it.db.user", database.user());
        System.setProperty("plenum.it.db.password", database.password());
        for (String port : List.of(
                "plenum.it.port",
                "plenum.it.https.port",
                "plenum.it.management.port",
                "plenum.it.smtp.port",
                "plenum.it.openid.port",
                "plenum.it.push.port")) {
            System.setProperty(port, Integer.toString(Ports.free()));
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
}
