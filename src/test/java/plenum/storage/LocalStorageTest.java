package plenum.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static plenum.storage.StorageFixture.bytes;
import static plenum.storage.StorageFixture.local;
import static plenum.storage.StorageFixture.put;
import static plenum.storage.StorageFixture.read;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.storage.StorageException.Reason;

/** Sealed files on disk. */
@Tag("storage")
class LocalStorageTest {
    @TempDir
    Path folder;

    private LocalStorage storage;

    @BeforeEach
    void open() {
        storage = local(folder, "a");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 300_000})
    void whatIsWrittenIsRead(int length) {
        byte[] bytes = bytes(length);
        ObjectKey key = ObjectKey.of(UUID.randomUUID());
        Storage.Stored stored = storage.put(key, new ByteArrayInputStream(bytes), length);
        assertThat(stored).isEqualTo(new Storage.Stored(length, Sha256.hex(bytes)));
        assertThat(read(storage, key)).isEqualTo(bytes);
        assertThat(storage.size(key)).hasValue(length);
        assertThat(storage.find(key.id())).contains(stored);
        storage.verify(key.id());
    }

    /** A server through which gigabytes go keeps its heap small only when they leave no garbage. */
    @Test
    void aLargeFileMakesNoGarbage() throws IOException {
        int length = 64 << 20;
        put(storage, bytes(1 << 20)); // what is loaded and compiled once is not counted
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        byte[] block = bytes(65_536);
        ObjectKey key = ObjectKey.of(UUID.randomUUID());
        long before = threads.getCurrentThreadAllocatedBytes();
        storage.put(key, new Repeated(block, length), length);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(length / 8);
        before = threads.getCurrentThreadAllocatedBytes();
        byte[] buffer = new byte[65_536];
        long count = 0;
        try (InputStream stored = storage.read(key, 0, length)) {
            for (int some = stored.read(buffer); some >= 0; some = stored.read(buffer)) {
                count += some;
            }
        }
        assertThat(count).isEqualTo(length);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(length / 8);
    }

    /** The same bytes over and over, until there are enough. */
    private static final class Repeated extends InputStream {
        private final byte[] block;
        private long left;

        Repeated(byte[] block, long length) {
            this.block = block;
            this.left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int count = (int) Math.min(Math.min(length, block.length), left);
            if (count <= 0) {
                return left > 0 ? 0 : -1;
            }
            System.arraycopy(block, 0, into, offset, count);
            left -= count;
            return count;
        }
    }

    @Test
    void anyRangeIsRead() {
        byte[] bytes = bytes(200_001);
        ObjectKey key = put(storage, bytes);
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            int from = random.nextInt(bytes.length + 10);
            int length = random.nextInt(bytes.length);
            int end = Math.min(bytes.length, from + length);
            byte[] expected = from >= bytes.length ? new byte[0] : Arrays.copyOfRange(bytes, from, end);
            assertThat(read(storage, key, from, length)).isEqualTo(expected);
        }
    }

    @Test
    void aChangedByteAnywhereIsFound() throws IOException {
        byte[] bytes = bytes(70_000);
        ObjectKey key = put(storage, bytes);
        Path file = files().getFirst();
        byte[] sealed = Files.readAllBytes(file);
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            int at = FileHeader.BYTES + random.nextInt(sealed.length - FileHeader.BYTES);
            byte[] changed = sealed.clone();
            changed[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, changed);
            assertDamaged(() -> storage.verify(key.id()));
            assertDamaged(() -> read(storage, key));
        }
        Files.write(file, sealed);
        storage.verify(key.id());
    }

    @Test
    void aShortenedOrLengthenedFileIsFound() throws IOException {
        ObjectKey key = put(storage, bytes(65_536 * 2));
        Path file = files().getFirst();
        byte[] sealed = Files.readAllBytes(file);
        for (int length : new int[] {0, 100, FileHeader.BYTES, FileHeader.BYTES + 65_536 + 28, sealed.length - 1}) {
            Files.write(file, Arrays.copyOf(sealed, length));
            assertDamaged(() -> storage.verify(key.id()));
        }
        Files.write(file, Arrays.copyOf(sealed, sealed.length + 1));
        assertDamaged(() -> storage.verify(key.id()));
    }

    @Test
    void swappedPiecesAndFilesAreFound() throws IOException {
        ObjectKey one = put(storage, bytes(65_536 * 2));
        ObjectKey other = put(storage, bytes(65_536 * 2));
        Path first = file(one);
        byte[] sealed = Files.readAllBytes(first);
        int piece = 65_536 + 28;
        byte[] swapped = sealed.clone();
        System.arraycopy(sealed, FileHeader.BYTES, swapped, FileHeader.BYTES + piece, piece);
        System.arraycopy(sealed, FileHeader.BYTES + piece, swapped, FileHeader.BYTES, piece);
        Files.write(first, swapped);
        assertDamaged(() -> read(storage, one));
        Files.copy(file(other), first, StandardCopyOption.REPLACE_EXISTING);
        assertDamaged(() -> read(storage, one));
    }

    @Test
    void aStolenFolderShowsNoNameAndNoContent() throws IOException {
        String secret = "Gehaltsliste der Geschäftsführung ".repeat(3000);
        storage.put(
                ObjectKey.of(UUID.randomUUID(), "Gehaltsliste.txt"),
                new ByteArrayInputStream(secret.getBytes(StandardCharsets.UTF_8)),
                secret.getBytes(StandardCharsets.UTF_8).length);
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.toList()) {
                assertThat(folder.relativize(file).toString()).doesNotContainIgnoringCase("gehalt");
                if (Files.isRegularFile(file)) {
                    String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                    assertThat(content).doesNotContain("Gehalt").doesNotContain("liste");
                    assertThat(compressed(Files.readAllBytes(file)))
                            .isGreaterThan((int) (0.98 * Files.size(file)) - 600);
                }
            }
        }
    }

    @Test
    void withoutItsKeyNothingIsRead() {
        ObjectKey key = put(storage, bytes(10));
        assertDamaged(() -> read(local(folder, "b"), key));
        assertThatThrownBy(() -> put(local(folder), bytes(10))).hasMessageContaining("PLENUM_STORAGE_KEYS");
    }

    @Test
    void whatWasNotWholeIsAbsent() {
        ObjectKey key = ObjectKey.of(UUID.randomUUID());
        assertReason(Reason.WRONG_SIZE, () -> storage.put(key, new ByteArrayInputStream(bytes(99)), 100));
        assertReason(Reason.WRONG_SIZE, () -> storage.put(key, new ByteArrayInputStream(bytes(101)), 100));
        assertThat(storage.size(key)).isEmpty();
        assertThat(files()).isEmpty();
        assertReason(Reason.NOT_FOUND, () -> read(storage, key));
    }

    @Test
    void deletingTwiceIsOnce() {
        ObjectKey key = put(storage, bytes(10));
        storage.delete(key);
        storage.delete(key);
        assertThat(files()).isEmpty();
    }

    @Test
    void canBeTriedOut() {
        storage.test();
        assertThat(files()).isEmpty();
    }

    private Path file(ObjectKey key) {
        return files().stream()
                .filter(file -> file.getFileName().toString().equals(key.id().toString()))
                .findFirst()
                .orElseThrow();
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static int compressed(byte[] bytes) {
        var deflater = new java.util.zip.Deflater(9);
        deflater.setInput(bytes);
        deflater.finish();
        byte[] into = new byte[bytes.length + 1000];
        int length = deflater.deflate(into);
        deflater.end();
        return length;
    }

    private static void assertDamaged(Runnable work) {
        assertReason(Reason.DAMAGED, work);
    }

    private static void assertReason(Reason reason, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(StorageException.class, e -> assertThat(e.reason())
                .isEqualTo(reason));
    }
}
