package plenum.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Storages of tests, and what is put into them. */
final class StorageFixture {
    private StorageFixture() {}

    static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    /** The current key first. */
    static StorageKeys keys(String... names) {
        Map<String, byte[]> keys = new LinkedHashMap<>();
        for (String name : names) {
            byte[] key = new byte[StorageKeys.KEY_BYTES];
            new Random(name.hashCode()).nextBytes(key);
            keys.put(name, key);
        }
        return new StorageKeys(keys);
    }

    static LocalStorage local(Path folder, String... keys) {
        return new LocalStorage(folder, keys(keys), new SecureRandom());
    }

    static ObjectKey put(Storage storage, byte[] bytes) {
        ObjectKey key = ObjectKey.of(UUID.randomUUID(), "Bericht für Ada.pdf");
        storage.put(key, new ByteArrayInputStream(bytes), bytes.length);
        return key;
    }

    static byte[] read(Storage storage, ObjectKey key, long from, long length) {
        try (InputStream bytes = storage.read(key, from, length)) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static byte[] read(Storage storage, ObjectKey key) {
        return read(storage, key, 0, Long.MAX_VALUE);
    }
}
