package plenum.e2e;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a process has in its memory, all that it writes to, as Linux shows it: heaps, buffers, stacks, and what nobody refers to any more. */
final class ProcessMemory {
    private static final int CHUNK = 4 << 20;

    private ProcessMemory() {}

    static boolean has(ProcessHandle process, byte[] wanted) {
        Path files = Path.of("/proc", Long.toString(process.pid()));
        try (RandomAccessFile memory = new RandomAccessFile(files.resolve("mem").toFile(), "r")) {
            List<String> regions = Files.readAllLines(files.resolve("maps"));
            byte[] chunk = new byte[CHUNK + wanted.length];
            for (String region : regions) {
                String[] bounds = region.substring(0, region.indexOf(' ')).split("-");
                if (region.contains(" rw") && isIn(memory, bounds, chunk, wanted)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isIn(RandomAccessFile memory, String[] bounds, byte[] chunk, byte[] wanted) {
        long end = Long.parseUnsignedLong(bounds[1], 16);
        for (long at = Long.parseUnsignedLong(bounds[0], 16); at < end; at += CHUNK) {
            int length = (int) Math.min(chunk.length, end - at);
            try {
                memory.seek(at);
                memory.readFully(chunk, 0, length);
            } catch (IOException e) {
                // pages that were given back meanwhile
                continue;
            }
            if (isIn(chunk, length, wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIn(byte[] chunk, int length, byte[] wanted) {
        for (int at = 0; at <= length - wanted.length; at++) {
            if (chunk[at] == wanted[0] && isAt(chunk, at, wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(byte[] chunk, int at, byte[] wanted) {
        for (int i = 1; i < wanted.length; i++) {
            if (chunk[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
