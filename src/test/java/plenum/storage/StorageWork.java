package plenum.storage;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What jobs of the storage do to its files, for tests of packages that keep some there. */
public final class StorageWork {
    private StorageWork() {}

    /** @param keys names of keys, the current one first */
    public static LocalStorage local(Path folder, String... keys) {
        return StorageFixture.local(folder, keys);
    }

    /** Gives some files the current key. */
    public static void rotateSome(LocalStorage storage, int most) {
        try (Stream<LocalStorage.Found> files = storage.objects()) {
            files.limit(most).forEach(file -> storage.rotate(file.id()));
        }
    }

    /** Throws when a byte is not what was written. */
    public static void verify(LocalStorage storage, UUID object) {
        storage.verify(object);
    }

    /** Deletes what nobody refers to, however new it is. */
    public static void sweep(LocalStorage storage, ObjectOwner owner) {
        SweepObjects.sweep(storage, List.of(owner), Instant.MAX);
    }

    public static Set<UUID> objects(LocalStorage storage) {
        return ids(storage.objects());
    }

    public static Set<UUID> drafts(LocalStorage storage) {
        return ids(storage.drafts());
    }

    private static Set<UUID> ids(Stream<LocalStorage.Found> files) {
        try (files) {
            return files.map(LocalStorage.Found::id).collect(Collectors.toSet());
        }
    }
}
