package plenum.mediaserver.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.mediaserver.matroska.MatroskaWriter.End;
import plenum.mediaserver.matroska.MatroskaWriter.Patch;

/**
 * Writes to a file. Each piece is written at once, and an incomplete one is cut off again, so that the file always ends with a whole piece.
 */
class FileTarget implements RecordingTarget {
    private static final Logger log = LoggerFactory.getLogger(FileTarget.class);

    private final Path path;
    private @Nullable FileChannel channel;
    private long length;

    FileTarget(Path path) {
        this.path = path;
    }

    @Override
    public void open() throws IOException {
        channel = FileChannel.open(
                path,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void write(byte[] piece) throws IOException {
        FileChannel file = Objects.requireNonNull(channel);
        try {
            writeAt(file, length, piece);
            length += piece.length;
        } catch (IOException e) {
            cutOff(file);
            throw e;
        }
    }

    private void cutOff(FileChannel file) {
        try {
            file.truncate(length);
        } catch (IOException e) {
            log.debug("a piece that did not fit stays", e);
        }
    }

    private static void writeAt(FileChannel file, long position, byte[] content) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
            file.write(buffer, position + buffer.position());
        }
    }

    @Override
    public void end(End end) throws IOException {
        write(end.appended());
        FileChannel file = Objects.requireNonNull(channel);
        for (Patch patch : end.patches()) {
            writeAt(file, patch.position(), patch.content());
        }
        file.force(true);
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            log.debug("a recording could not be closed", e);
        }
    }
}
