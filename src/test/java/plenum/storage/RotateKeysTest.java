package plenum.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static plenum.storage.StorageFixture.bytes;
import static plenum.storage.StorageFixture.local;
import static plenum.storage.StorageFixture.put;
import static plenum.storage.StorageFixture.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.job.JobRun;

/** A new key for files that have an older one. */
@Tag("storage")
class RotateKeysTest {
    @TempDir
    Path folder;

    @Test
    void afterwardsTheOldKeyIsNotNeeded() {
        List<ObjectKey> keys = put(20);
        RotateKeys.rotate(local(folder, "b", "a"), new Run(Integer.MAX_VALUE));
        LocalStorage onlyNew = local(folder, "b");
        keys.forEach(key -> assertThat(read(onlyNew, key)).isEqualTo(bytes(70_000)));
        LocalStorage onlyOld = local(folder, "a");
        assertThatThrownBy(() -> read(onlyOld, keys.getFirst())).isInstanceOf(StorageException.class);
    }

    @Test
    void oneThatWasInterruptedGoesOn() {
        List<ObjectKey> keys = put(20);
        LocalStorage both = local(folder, "b", "a");
        RotateKeys.rotate(both, new Run(7));
        keys.forEach(key -> assertThat(read(both, key)).isEqualTo(bytes(70_000)));
        assertThat(keys.stream().filter(key -> both.rotate(key.id())).count()).isEqualTo(13);
    }

    /** All states of the header's bytes that a crash can leave: the new place in part, or both whole. */
    @Test
    void aCrashAtAnyByteOfTheHeaderLeavesTheFileReadable() throws IOException {
        ObjectKey key = put(1).getFirst();
        LocalStorage both = local(folder, "b", "a");
        Path file = folder.resolve("objects")
                .resolve(key.id().toString().substring(0, 2))
                .resolve(key.id().toString());
        byte[] before = Files.readAllBytes(file);
        both.rotate(key.id());
        byte[] after = Files.readAllBytes(file);
        int[] changed = java.util.stream.IntStream.range(0, FileHeader.BYTES)
                .filter(at -> before[at] != after[at])
                .toArray();
        int half = 8 + 192;
        boolean newPlaceFirst = Arrays.stream(changed).anyMatch(at -> at < half && after[at] != 0);
        int[] written =
                Arrays.stream(changed).filter(at -> at < half == newPlaceFirst).toArray();
        int[] wiped =
                Arrays.stream(changed).filter(at -> at < half != newPlaceFirst).toArray();
        byte[] state = before.clone();
        for (int[] step : List.of(written, wiped)) {
            for (int at : step) {
                state[at] = after[at];
                Files.write(file, state);
                assertThat(read(both, key, 0, 10)).isEqualTo(Arrays.copyOf(bytes(70_000), 10));
            }
        }
        assertThat(state).isEqualTo(after);
    }

    private List<ObjectKey> put(int count) {
        LocalStorage old = local(folder, "a");
        List<ObjectKey> keys = new ArrayList<>();
        for (int file = 0; file < count; file++) {
            keys.add(StorageFixture.put(old, bytes(70_000)));
        }
        return keys;
    }

    /** Is told to stop after some files. */
    private static final class Run implements JobRun {
        private int left;

        Run(int files) {
            this.left = files;
        }

        @Override
        public void progress(long done, long total) {}

        @Override
        public int attempt() {
            return 1;
        }

        @Override
        public boolean isStopping() {
            return left-- <= 0;
        }
    }
}
