package plenum.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks PostgreSQL's programs from the archive on the class path, once. */
final class PostgresBinaries {

    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /** Unpacks below {@code folder} unless that was done before. */
    static PostgresBinaries unpackInto(Path folder) {
        Path home = folder.resolve("programs");
        if (!Files.exists(home.resolve("bin/postgres"))) {
            String archive = "postgres-" + platform() + ".txz";
            try (InputStream in = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
                if (in == null) {
                    throw new StartFailure("The embedded PostgreSQL has no programs for this platform (" + platform()
                            + "). Set PLENUM_DB_URL to a PostgreSQL of yours.");
                }
                Path unfinished = folder.resolve("programs.new");
                Folders.delete(unfinished);
                unpack(in, unfinished);
                Folders.delete(home);
                Files.move(unfinished, home);
            } catch (IOException e) {
                throw new StartFailure(
                        "PostgreSQL cannot be unpacked to " + folder + " (" + e.getMessage() + "). Is the disk full?",
                        e);
            }
        }
        return new PostgresBinaries(home);
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    Path home() {
        return home;
    }

    private static String platform() {
        String os = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        String arch = System.getProperty("os.arch");
        return os + "-"
                + switch (arch) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> arch;
                };
    }

    private static void unpack(InputStream archive, Path target) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("entry outside of the archive: " + entry.getName());
                }
                unpackEntry(tar, entry, path);
            }
        }
    }

    private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
