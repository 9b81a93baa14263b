package plenum.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A process that writes, deletes and gives files a new key until it is killed, and notes in a file what is done: {@code + ID} when a file is
 * written, {@code - ID} before it is deleted. {@code main FOLDER NOTES KEY KEY SEED}.
 */
final class StorageToKill {
    static final int MOST_BYTES = 400_000;

    private StorageToKill() {}

    public static void main(String[] arguments) throws IOException {
        LocalStorage storage = StorageFixture.local(Path.of(arguments[0]), arguments[2], arguments[3]);
        Path notes = Path.of(arguments[1]);
        Random random = new Random(Long.parseLong(arguments[4]));
        List<UUID> mine = new ArrayList<>();
        while (true) {
            UUID id = UUID.randomUUID();
            byte[] bytes = content(id);
            storage.put(ObjectKey.of(id), new ByteArrayInputStream(bytes), bytes.length);
            note(notes, "+ " + id);
            mine.add(id);
            if (mine.size() > 5) {
                UUID old = mine.remove(random.nextInt(mine.size()));
                note(notes, "- " + old);
                storage.delete(ObjectKey.of(old));
            }
            if (random.nextInt(4) == 0) {
                try (Stream<LocalStorage.Found> all = storage.objects()) {
                    all.limit(5).forEach(found -> storage.rotate(found.id()));
                }
            }
        }
    }

    /** What the file of an id holds. */
    static byte[] content(UUID id) {
        return StorageFixture.bytes(Math.floorMod(id.hashCode(), MOST_BYTES));
    }

    private static void note(Path notes, String line) throws IOException {
        Files.writeString(notes, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
