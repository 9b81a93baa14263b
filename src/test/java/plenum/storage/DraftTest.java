package plenum.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.storage.StorageFixture.bytes;
import static plenum.storage.StorageFixture.local;
import static plenum.storage.StorageFixture.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are written by several requests, maybe of several processes. */
@Tag("storage")
class DraftTest {
    private static final byte[] BYTES = bytes(500_000);

    @TempDir
    Path folder;

    @Test
    void isTakenUpAtItsLastWholePiece() throws IOException {
        UUID id = UUID.randomUUID();
        LocalStorage storage = local(folder, "a");
        try (Draft draft = storage.begin(id)) {
            append(draft, 0, 200_000);
            assertThat(draft.length()).isEqualTo(200_000);
            assertThat(draft.lasting()).isEqualTo(196_608);
        }
        LocalStorage later = local(folder, "a");
        try (Draft draft = later.takeUp(id).orElseThrow()) {
            assertThat(draft.length()).isEqualTo(196_608);
            append(draft, 196_608, 400_000);
        }
        try (Draft draft = later.takeUp(id).orElseThrow()) {
            append(draft, (int) draft.length(), BYTES.length);
            assertThat(later.finish(draft).sha256()).isEqualTo(Sha256.hex(BYTES));
        }
        assertThat(read(later, ObjectKey.of(id))).isEqualTo(BYTES);
        assertThat(later.takeUp(id)).isEmpty();
    }

    @Test
    void aPieceThatWasWrittenInPartIsWrittenAgain() throws IOException {
        UUID id = UUID.randomUUID();
        LocalStorage storage = local(folder, "a");
        try (Draft draft = storage.begin(id)) {
            append(draft, 0, 65_536 * 4);
        }
        Path file = folder.resolve("drafts").resolve(id.toString());
        // the machine went down: the third piece has holes
        byte[] sealed = Files.readAllBytes(file);
        java.util.Arrays.fill(sealed, FileHeader.BYTES + 2 * (65_536 + 28) + 100, sealed.length - 4096, (byte) 0);
        Files.write(file, sealed, StandardOpenOption.TRUNCATE_EXISTING);
        try (Draft draft = storage.takeUp(id).orElseThrow()) {
            assertThat(draft.length()).isEqualTo(65_536 * 2);
            append(draft, 65_536 * 2, BYTES.length);
            storage.finish(draft);
        }
        assertThat(read(storage, ObjectKey.of(id))).isEqualTo(BYTES);
    }

    @Test
    void oneThatWasFinishedAndNotMovedIsMoved() throws IOException {
        UUID id = UUID.randomUUID();
        LocalStorage storage = local(folder, "a");
        try (Draft draft = storage.begin(id)) {
            append(draft, 0, BYTES.length);
            draft.finish(); // and here the process dies
        }
        assertThat(storage.size(ObjectKey.of(id))).isEmpty();
        try (Draft draft = storage.takeUp(id).orElseThrow()) {
            assertThat(draft.length()).isEqualTo(BYTES.length);
            assertThat(storage.finish(draft).sha256()).isEqualTo(Sha256.hex(BYTES));
        }
        assertThat(read(storage, ObjectKey.of(id))).isEqualTo(BYTES);
    }

    private static void append(Draft draft, int from, int to) throws IOException {
        draft.append(new ByteArrayInputStream(BYTES, from, to - from), to - from);
    }
}
