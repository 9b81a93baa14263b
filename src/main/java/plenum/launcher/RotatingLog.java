package plenum.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The log of one part: {@code name.log}, and older parts of it in {@code name.log.1} and so on. */
final class RotatingLog {

    private static final long MAX_BYTES = 10L * 1024 * 1024;
    private static final int KEPT = 4;

    private final Path file;
    private final long maxBytes;

    RotatingLog(Path file) {
        this(file, MAX_BYTES);
    }

    RotatingLog(Path file, long maxBytes) {
        this.file = file;
        this.maxBytes = maxBytes;
    }

    /**
     * Copies until the stream ends, in a thread of its own: reading from a pipe holds the carrier of a virtual thread, and there are as many
     * carriers as processors. A full disk loses log lines, it does not stop the part.
     */
    void follow(InputStream output) {
        Thread.ofPlatform().daemon().name("log " + file.getFileName()).start(() -> copy(output));
    }

    private void copy(InputStream output) {
        byte[] buffer = new byte[8192];
        try (output) {
            for (int n = output.read(buffer); n >= 0; n = output.read(buffer)) {
                append(buffer, n);
            }
        } catch (IOException e) {
            append((e + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    private void append(byte[] line) {
        append(line, line.length);
    }

    private synchronized void append(byte[] bytes, int length) {
        try {
            if (Files.exists(file) && Files.size(file) + length > maxBytes) {
                rotate();
            }
            try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                out.write(bytes, 0, length);
            }
        } catch (IOException e) {
            // nowhere to say it: the log itself cannot be written
        }
    }

    private void rotate() throws IOException {
        for (int i = KEPT; i > 0; i--) {
            Path older = numbered(i - 1);
            if (Files.exists(older)) {
                Files.move(older, numbered(i), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private Path numbered(int i) {
        return i == 0 ? file : file.resolveSibling(file.getFileName() + "." + i);
    }
}
