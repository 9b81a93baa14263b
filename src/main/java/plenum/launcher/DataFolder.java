package plenum.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The folder of everything that Plenum keeps. Locked while it is open, so that only one launcher uses it. */
public final class DataFolder implements AutoCloseable {

    private final Path root;
    private final FileChannel lockFile;

    private DataFolder(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /** Makes the folder if need be and locks it. The lock goes with the process, however it ends. */
    public static DataFolder open(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            FileChannel file =
                    FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(file) == null) {
                file.close();
                throw new StartFailure("Another Plenum runs on the data folder " + root
                        + ". Stop it, or give this one a folder of its own with PLENUM_DATA.");
            }
            return new DataFolder(root, file);
        } catch (IOException e) {
            throw new StartFailure(
                    "The data folder " + root + " cannot be written (" + e.getMessage()
                            + "). Make it writable, or name another one with PLENUM_DATA.",
                    e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** A folder of ours inside, made when it is missing, closed to other users. */
    Path folder(String name) {
        Path folder = root.resolve(name);
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            return folder;
        } catch (IOException e) {
            throw new StartFailure("The folder " + folder + " cannot be made (" + e.getMessage() + ").", e);
        }
    }

    Path root() {
        return root;
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new StartFailure("The lock of " + root + " cannot be given back.", e);
        }
    }
}
