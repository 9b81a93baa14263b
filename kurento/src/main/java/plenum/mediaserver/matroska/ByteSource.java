package plenum.mediaserver.matroska;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** Bytes of a channel from a position on, read in large pieces. */
final class ByteSource {
    private static final int PIECE = 64 * 1024;

    private final SeekableByteChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(PIECE).limit(0);
    private long bufferAt;

    ByteSource(SeekableByteChannel channel) {
        this.channel = channel;
    }

    long position() {
        return bufferAt + buffer.position();
    }

    void position(long position) {
        if (position >= bufferAt && position <= bufferAt + buffer.limit()) {
            buffer.position((int) (position - bufferAt));
        } else {
            bufferAt = position;
            buffer.position(0).limit(0);
        }
    }

    /** How long the channel is now. */
    long size() throws IOException {
        return channel.size();
    }

    int next() throws IOException {
        if (!buffer.hasRemaining() && !fill()) {
            throw new EOFException();
        }
        return buffer.get() & 0xFF;
    }

    byte[] next(int length) throws IOException {
        if (position() + length > size()) {
            throw new EOFException();
        }
        byte[] bytes = new byte[length];
        int done = 0;
        while (done < length) {
            if (!buffer.hasRemaining() && !fill()) {
                throw new EOFException();
            }
            int part = Math.min(length - done, buffer.remaining());
            buffer.get(bytes, done, part);
            done += part;
        }
        return bytes;
    }

    private boolean fill() throws IOException {
        bufferAt += buffer.position();
        buffer.clear();
        channel.position(bufferAt);
        int read = channel.read(buffer);
        buffer.flip();
        return read > 0;
    }
}
