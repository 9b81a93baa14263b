package plenum.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.storage.StorageFixture.bytes;
import static plenum.storage.StorageFixture.local;
import static plenum.storage.StorageFixture.put;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody refers to is collected, and nothing else. */
@Tag("storage")
class SweepObjectsTest {
    @TempDir
    Path folder;

    private LocalStorage storage;
    private final Owner owner = new Owner();

    @BeforeEach
    void open() {
        storage = local(folder, "a");
    }

    @Test
    void whatNobodyRefersToIsDeletedWhenItIsOldEnough() {
        ObjectKey needed = put(storage, bytes(10));
        ObjectKey orphan = put(storage, bytes(10));
        owner.objects.add(needed.id());
        assertThat(SweepObjects.count(storage, List.of(owner)).files()).isOne();
        assertThat(sweep(Instant.now().minusSeconds(60))).isZero();
        assertThat(sweep(Instant.now().plusSeconds(60))).isOne();
        assertThat(storage.size(needed)).isPresent();
        assertThat(storage.size(orphan)).isEmpty();
    }

    @Test
    void draftsOfUploadsThatGoOnAreKept() {
        UUID needed = UUID.randomUUID();
        UUID orphan = UUID.randomUUID();
        storage.begin(needed).close();
        storage.begin(orphan).close();
        owner.drafts.add(needed);
        assertThat(sweep(Instant.now().plusSeconds(60))).isOne();
        assertThat(storage.takeUp(needed)).isPresent();
        assertThat(storage.takeUp(orphan)).isEmpty();
    }

    @Test
    void nothingIsDeletedWhenNobodySaysWhatIsNeeded() {
        put(storage, bytes(10));
        assertThat(SweepObjects.sweep(storage, List.of(), Instant.MAX)).isZero();
    }

    private int sweep(Instant before) {
        return SweepObjects.sweep(storage, List.of(owner), before);
    }

    private static final class Owner implements ObjectOwner {
        private final Set<UUID> objects = new HashSet<>();
        private final Set<UUID> drafts = new HashSet<>();

        @Override
        public Set<UUID> refersTo(Collection<UUID> asked) {
            return both(objects, asked);
        }

        @Override
        public Set<UUID> writes(Collection<UUID> asked) {
            return both(drafts, asked);
        }

        @Override
        public List<UUID> objectsAfter(UUID id, int most) {
            return List.of();
        }

        private static Set<UUID> both(Set<UUID> mine, Collection<UUID> asked) {
            Set<UUID> kept = new HashSet<>(asked);
            kept.retainAll(mine);
            return kept;
        }
    }
}
