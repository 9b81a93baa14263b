package plenum.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.account.Newcomer;

/**
 * WildFly as everybody downloads it, whole, with the configuration that it comes with. Our scripts are run on it twice and taken out again; people register,
 * sign in and meet on it, at the root and at a path.
 */
@Tag("launcher")
class DistributionIT {
    private static final Path ZIP = Path.of("target/wildfly-dist/wildfly-dist.zip");

    @TempDir
    Path folder;

    @Test
    void peopleMeetOnADistributionOfWildFly() throws Exception {
        try (OperatorsWildFly wildfly = new OperatorsWildFly(unpacked())) {
            wildfly.installTwiceAndUninstall();
            wildfly.run("install");
            meet(wildfly, "ROOT.war", "");
            meet(wildfly, "plenum.war", "/plenum");
        }
    }

    /** One after the other: on one database, each would send the other's mail. */
    private static void meet(OperatorsWildFly wildfly, String war, String path) throws Exception {
        int smtp = Ports.free();
        Map<String, String> settings = Map.of(
                "PLENUM_REGISTRATION", "open",
                "PLENUM_SMTP_HOST", "127.0.0.1",
                "PLENUM_SMTP_PORT", Integer.toString(smtp),
                "PLENUM_SMTP_SECURITY", "none",
                "PLENUM_MAIL_FROM", "meet@example.org");
        wildfly.start(List.of(war), settings);
        new Newcomer(wildfly.site(), path, war + "@distribution.example").registerSignInAndMeet(smtp);
        wildfly.stop(war);
    }

    /** @return the folder of WildFly */
    private Path unpacked() throws IOException {
        Path home = null;
        try (InputStream file = Files.newInputStream(ZIP);
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path path = folder.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    home = home == null ? path : home;
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(zip, path);
                }
            }
        }
        return home;
    }
}
