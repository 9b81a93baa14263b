package plenum.recording.kill;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small disk of its own (tmpfs) at a folder, which can be filled to the last byte. */
public final class FullDisk implements AutoCloseable {
    private static final int BLOCK = 1 << 20;

    private final Path folder;
    private final Path filler;

    private FullDisk(Path folder) {
        this.folder = folder;
        this.filler = folder.resolve("filler");
    }

    /** Whether this user may have one. */
    public static boolean isPossible(Path scratch) throws IOException {
        Files.createDirectories(scratch);
        boolean mounted = runs("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", scratch.toString());
        if (mounted) {
            runs("umount", "-l", scratch.toString());
        }
        return mounted;
    }

    public static FullDisk at(Path folder, int megabytes) throws IOException {
        if (!runs("mount", "-t", "tmpfs", "-o", "mode=777,size=" + megabytes + "m", "tmpfs", folder.toString())) {
            throw new IOException("no tmpfs at " + folder);
        }
        return new FullDisk(folder);
    }

    public void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(filler)) {
            for (byte[] block = new byte[BLOCK]; ; ) {
                out.write(block);
            }
        } catch (IOException e) {
            if (!isFull()) {
                throw e;
            }
        }
    }

    private boolean isFull() throws IOException {
        return Files.getFileStore(folder).getUsableSpace() < BLOCK;
    }

    public void free() throws IOException {
        Files.deleteIfExists(filler);
    }

    private static boolean runs(String... command) throws IOException {
        try {
            return new ProcessBuilder(List.of(command)).start().waitFor() == 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        runs("umount", "-l", folder.toString());
    }
}
