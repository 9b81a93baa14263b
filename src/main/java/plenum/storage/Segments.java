package plenum.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.GeneralSecurityException;
import java.util.UUID;
import java.util.random.RandomGenerator;
import javax.crypto.SecretKey;
import plenum.storage.StorageException.Reason;

/**
 * The content of a sealed file: segments of 64 KiB, each sealed with the file's own key and a random nonce and bound to the file and its
 * position. The size in the header tells whether all segments are there. One thread at a time uses an object of it.
 */
final class Segments {
    static final int PLAIN_BYTES = 65_536;
    static final int OVERHEAD = Aes.IV_BYTES + Aes.TAG_BYTES;

    private final FileChannel file;
    private final UUID id;
    private final SecretKey key;
    /** For all of them, one after the other: a large file makes no garbage. */
    private final byte[] sealed = new byte[PLAIN_BYTES + OVERHEAD];

    Segments(FileChannel file, UUID id, SecretKey key) {
        this.file = file;
        this.id = id;
        this.key = key;
    }

    void write(long index, byte[] plain, int length, RandomGenerator random) throws IOException {
        byte[] iv = new byte[Aes.IV_BYTES];
        random.nextBytes(iv);
        int count = Aes.seal(key, iv, bound(index), plain, length, sealed);
        FileHeader.write(file, ByteBuffer.wrap(sealed, 0, count), offset(index));
    }

    /**
     * Reads a piece to the beginning of an array.
     *
     * @param length of the plain piece
     */
    void read(long index, int length, byte[] into) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(sealed, 0, length + OVERHEAD);
        long at = offset(index);
        while (bytes.hasRemaining()) {
            int count = file.read(bytes, at + bytes.position());
            if (count < 0) {
                throw new StorageException(Reason.DAMAGED, "a stored file is shorter than it was");
            }
        }
        try {
            Aes.open(key, bound(index), sealed, length + OVERHEAD, into);
        } catch (GeneralSecurityException e) {
            throw new StorageException(Reason.DAMAGED, "a stored file was changed", e);
        }
    }

    private static long offset(long index) {
        return FileHeader.BYTES + index * (PLAIN_BYTES + OVERHEAD);
    }

    /** How long a file with so much content is. */
    static long fileLength(long size) {
        long whole = size / PLAIN_BYTES;
        long rest = size % PLAIN_BYTES;
        return offset(whole) + (rest == 0 ? 0 : rest + OVERHEAD);
    }

    /** Whole pieces that a file of a length can hold. */
    static long wholeIn(long fileLength) {
        return Math.max(0, (fileLength - FileHeader.BYTES) / (PLAIN_BYTES + OVERHEAD));
    }

    private byte[] bound(long index) {
        return ByteBuffer.allocate(3 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putLong(index)
                .array();
    }
}
