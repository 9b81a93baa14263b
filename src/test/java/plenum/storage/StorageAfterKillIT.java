package plenum.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed while they write, delete and give files a new key: each file is whole or absent. */
@Tag("storage")
class StorageAfterKillIT {
    /** {@code -Dplenum.storage.kills=200} for more. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int KILLS = Integer.getInteger("plenum.storage.kills", 6);

    @TempDir
    Path folder;

    @Test
    void eachFileIsWholeOrAbsent() throws Exception {
        Path files = folder.resolve("files");
        Path notes = folder.resolve("notes");
        Random random = new Random(1);
        for (int kill = 0; kill < KILLS; kill++) {
            String[] keys = kill % 2 == 0 ? new String[] {"a", "b"} : new String[] {"b", "a"};
            long before = length(notes);
            Process process = start(files, notes, keys, kill);
            Awaitility.await().atMost(PATIENCE).until(() -> length(notes) > before || !process.isAlive());
            // some of them die in the middle of something, as late as it may be
            process.waitFor(random.nextInt(900), TimeUnit.MILLISECONDS);
            assertThat(process.isAlive())
                    .as(folder.resolve("output").toString())
                    .isTrue();
            process.destroyForcibly().waitFor();
            check(StorageFixture.local(files, keys), notes);
        }
    }

    private static long length(Path notes) {
        return notes.toFile().length();
    }

    private static void check(LocalStorage storage, Path notes) throws IOException {
        Set<UUID> written = noted(notes, "+ ");
        Set<UUID> deleted = noted(notes, "- ");
        assertThat(written).isNotEmpty();
        Set<UUID> there;
        try (var objects = storage.objects()) {
            there = objects.map(LocalStorage.Found::id).collect(Collectors.toSet());
        }
        for (UUID id : there) {
            storage.verify(id);
            assertThat(StorageFixture.read(storage, ObjectKey.of(id))).isEqualTo(StorageToKill.content(id));
        }
        Set<UUID> missing = new HashSet<>(written);
        missing.removeAll(there);
        assertThat(deleted).as("what was written and not deleted is there").containsAll(missing);
        SweepObjects.sweep(storage, List.of(new Everything(there)), Instant.MAX);
        try (var drafts = storage.drafts()) {
            assertThat(drafts).isEmpty();
        }
    }

    private static Set<UUID> noted(Path notes, String sign) throws IOException {
        return Files.readAllLines(notes).stream()
                .filter(line -> line.startsWith(sign) && line.length() == 38)
                .map(line -> UUID.fromString(line.substring(2)))
                .collect(Collectors.toSet());
    }

    private Process start(Path files, Path notes, String[] keys, int seed) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StorageToKill.class.getName(),
                        files.toString(),
                        notes.toString(),
                        keys[0],
                        keys[1],
                        Integer.toString(seed))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
    }

    private record Everything(Set<UUID> objects) implements ObjectOwner {
        @Override
        public Set<UUID> refersTo(Collection<UUID> asked) {
            return objects;
        }

        @Override
        public Set<UUID> writes(Collection<UUID> drafts) {
            return Set.of();
        }

        @Override
        public List<UUID> objectsAfter(UUID id, int most) {
            return List.of();
        }
    }
}
