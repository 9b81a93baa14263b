package plenum.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.UUID;
import plenum.storage.StorageException.Reason;

/** Finds out whether a storage works, by writing, reading and deleting an object. */
final class TestObject {
    private static final byte[] BYTES = "Plenum was here, and leaves nothing.".getBytes(StandardCharsets.US_ASCII);
    private static final int FROM = 7;

    private TestObject() {}

    static void tryOut(Storage storage) {
        ObjectKey key = ObjectKey.of(UUID.randomUUID(), "plenum-test.txt");
        storage.put(key, new ByteArrayInputStream(BYTES), BYTES.length);
        try (InputStream range = storage.read(key, FROM, BYTES.length)) {
            if (!Arrays.equals(range.readAllBytes(), Arrays.copyOfRange(BYTES, FROM, BYTES.length))) {
                throw new StorageException(Reason.FAILED, "what was read is not what was written");
            }
        } catch (IOException e) {
            throw new StorageException(Reason.FAILED, "what was written could not be read", e);
        } finally {
            storage.delete(key);
        }
        if (!storage.size(key).equals(OptionalLong.empty())) {
            throw new StorageException(Reason.FAILED, "what was deleted is still there");
        }
    }
}
