package plenum.storage;

import java.io.InputStream;
import java.util.OptionalLong;

/**
 * A store of objects. An object is written once, as a whole, and never changed. Blocks on disk or network; failures are {@link
 * StorageException}. Thread-safe.
 */
public interface Storage {
    /**
     * Writes an object; it is there when this returns, and not at all when this throws or the process dies.
     *
     * @param size exactly as many bytes as there are to read
     */
    Stored put(ObjectKey key, InputStream bytes, long size);

    /**
     * The bytes from an offset on; reading them throws when they were changed since they were written.
     *
     * @param length at most so many; fewer when the object ends
     */
    InputStream read(ObjectKey key, long from, long length);

    /** In bytes; empty when there is no such object. */
    OptionalLong size(ObjectKey key);

    /** Does nothing when there is none. */
    void delete(ObjectKey key);

    /** Writes, reads and deletes a small object: throws when this cannot be used as a storage. */
    void test();

    /**
     * What was written.
     *
     * @param size in bytes
     * @param sha256 of them, as 64 hexadecimal digits
     */
    record Stored(long size, String sha256) {}
}
