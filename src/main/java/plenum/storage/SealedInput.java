package plenum.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.util.Objects;

/** Reads a range of a sealed file, one segment at a time. Closes the file. */
final class SealedInput extends InputStream {
    private final FileChannel file;
    private final Segments segments;
    private final long size;
    private final long end;
    private long at;
    private final byte[] piece = new byte[Segments.PLAIN_BYTES];
    private int pieceLength;
    private long pieceIndex = -1;

    /** @param size of the whole content */
    SealedInput(FileChannel file, Segments segments, long size, long from, long length) {
        this.file = file;
        this.segments = segments;
        this.size = size;
        this.at = Math.min(from, size);
        this.end = length < size - at ? at + length : size;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (at >= end) {
            return -1;
        }
        long index = at / Segments.PLAIN_BYTES;
        if (index != pieceIndex) {
            long begin = index * Segments.PLAIN_BYTES;
            pieceIndex = -1;
            pieceLength = (int) Math.min(Segments.PLAIN_BYTES, size - begin);
            segments.read(index, pieceLength, piece);
            pieceIndex = index;
        }
        int within = (int) (at % Segments.PLAIN_BYTES);
        int count = (int) Math.min(Math.min(length, pieceLength - within), end - at);
        System.arraycopy(piece, within, into, offset, count);
        at += count;
        return count;
    }

    @Override
    public int available() {
        return (int) Math.min(Segments.PLAIN_BYTES, end - at);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
