package plenum.drive.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.drive.Access;
import plenum.drive.DriveChanges.Outcome;
import plenum.drive.DriveItem;
import plenum.drive.DriveSpace;
import plenum.drive.FileName;
import plenum.drive.Listing;
import plenum.drive.Listing.By;
import plenum.drive.Listing.Order;
import plenum.drive.NoSuchItemException;
import plenum.drive.Uploads.Upload;
import plenum.drive.Viewer;

/** Drives in a real PostgreSQL. */
@Tag("drive")
class StoredDrivesIT {
    private static DriveDatabase stores;

    private Viewer ada;
    private Viewer bob;
    private DriveSpace drive;

    @BeforeAll
    static void open() {
        stores = new DriveDatabase("drive_test");
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    @BeforeEach
    void people() {
        stores.database.execute("truncate drive_target, account, account_group, drive_gone cascade");
        ada = stores.person("ada@example.org");
        bob = stores.person("bob@example.org");
        drive = stores.own(ada);
    }

    @Test
    void everybodyHasOneDriveAndThoseOfTheirGroups() {
        assertThat(stores.drives.spaces(ada)).containsExactly(drive);
        assertThat(drive.recordings()).isTrue();
        UUID group = UUID.randomUUID();
        stores.database.execute("insert into account_group values ('%s', 'Vorstand')".formatted(group));
        stores.database.execute("insert into account_group_member values ('%s', '%s')".formatted(ada.account(), group));
        assertThat(stores.drives.spaces(ada))
                .extracting(DriveSpace::kind)
                .containsExactly(DriveSpace.Kind.OWN, DriveSpace.Kind.GROUP);
        DriveSpace shared = stores.drives.spaces(ada).getLast();
        assertThat(shared.name()).isEqualTo("Vorstand");
        assertThat(stores.drives.access(shared.id(), ada)).isEqualTo(Access.OWN);
        assertThat(stores.drives.access(shared.id(), bob)).isEqualTo(Access.NONE);
    }

    @Test
    void nobodyElseFindsAFile() {
        DriveItem file = stores.file(drive, Optional.empty(), "geheim.txt", 5, ada);
        assertThat(stores.items.find(file.id(), ada).orElseThrow().access()).isEqualTo(Access.OWN);
        assertThat(stores.items.find(file.id(), bob)).isEmpty();
    }

    @Test
    void aSharedFolderIsSharedWithAllThatIsInIt() {
        DriveItem folder =
                stores.changes.makeFolder(drive.id(), Optional.empty(), new FileName("Gemeinsam"), ada.account());
        DriveItem inner =
                stores.changes.makeFolder(drive.id(), Optional.of(folder.id()), new FileName("Innen"), ada.account());
        DriveItem file = stores.file(drive, Optional.of(inner.id()), "a.txt", 5, ada);
        share(folder, bob.email(), false);
        assertThat(stores.items.find(file.id(), bob).orElseThrow().access()).isEqualTo(Access.READ);
        Listing shared = new Listing.Shared(bob, Order.STANDARD);
        assertThat(stores.items.list(shared, 0, 10)).extracting(DriveItem::id).containsExactly(folder.id());
        stores.changes.trash(folder.id(), ada.account());
        assertThat(stores.items.find(file.id(), bob)).isEmpty();
        assertThat(stores.items.list(shared, 0, 10)).isEmpty();
        stores.changes.restore(folder.id(), ada.account());
        stores.database.execute("update drive_share set expires_at = now() - interval '1 second'");
        assertThat(stores.items.find(file.id(), bob)).isEmpty();
        assertThat(stores.items.count(shared)).isZero();
    }

    @Test
    void aFileOfTheSameNameIsANewVersion() {
        DriveItem first = stores.file(drive, Optional.empty(), "Bericht.txt", 5, ada);
        DriveItem second = stores.file(drive, Optional.empty(), "bericht.TXT", 7, ada);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.content().orElseThrow().version()).isEqualTo(2);
        assertThat(stores.items.versions(first.id())).hasSize(1);
        assertThat(stores.used(drive)).isEqualTo("12");
        stores.changes.restoreVersion(first.id(), 1, ada.account());
        assertThat(stores.items.byId(first.id()).orElseThrow().size()).isEqualTo(5);
        assertThat(stores.items.versions(first.id()))
                .singleElement()
                .satisfies(version -> assertThat(version.content().size()).isEqualTo(7));
        assertThat(stores.used(drive)).isEqualTo("12");
    }

    @Test
    void twentyVersionsAreKept() {
        for (int version = 0; version < 25; version++) {
            stores.file(drive, Optional.empty(), "a.txt", 1, ada);
        }
        DriveItem file = stores.items.list(top(Order.STANDARD), 0, 1).getFirst();
        assertThat(stores.items.versions(file.id())).hasSize(20);
        assertThat(stores.used(drive)).isEqualTo("21").isEqualTo(stores.counted(drive));
        assertThat(stores.gone.after(new UUID(0, 0), 100)).hasSize(4);
    }

    @Test
    void noFolderGetsIntoItself() {
        DriveItem outer = folder(Optional.empty(), "aussen");
        DriveItem inner = folder(Optional.of(outer.id()), "innen");
        assertThat(move(outer, Optional.of(inner.id()))).isEqualTo(Outcome.INTO_ITSELF);
        assertThat(move(outer, Optional.of(outer.id()))).isEqualTo(Outcome.INTO_ITSELF);
        assertThat(move(inner, Optional.empty())).isEqualTo(Outcome.DONE);
        assertThat(move(outer, Optional.of(inner.id()))).isEqualTo(Outcome.DONE);
        assertThat(stores.items.path(outer.id())).extracting(DriveItem::id).containsExactly(inner.id(), outer.id());
    }

    @Test
    void namesAreUniqueInAFolder() {
        DriveItem one = folder(Optional.empty(), "Neu");
        DriveItem two = folder(Optional.empty(), "neu");
        assertThat(two.name().text()).isEqualTo("neu (2)");
        assertThat(stores.changes.rename(two.id(), new FileName("NEU"), ada.account()))
                .isFalse();
        assertThat(stores.changes.rename(one.id(), new FileName("NEU"), ada.account()))
                .isTrue();
    }

    @Test
    void copiesShareTheirBytesUntilTheLastIsDeleted() {
        DriveItem folder = folder(Optional.empty(), "Ordner");
        DriveItem file = stores.file(drive, Optional.of(folder.id()), "a.txt", 100, ada);
        assertThat(stores.changes.copy(folder.id(), drive.id(), Optional.empty(), 99, ada.account()))
                .isEqualTo(Outcome.NO_ROOM);
        assertThat(stores.changes.copy(folder.id(), drive.id(), Optional.empty(), 100, ada.account()))
                .isEqualTo(Outcome.DONE);
        assertThat(stores.used(drive)).isEqualTo("200").isEqualTo(stores.counted(drive));
        stores.changes.delete(folder.id());
        assertThat(stores.gone.after(new UUID(0, 0), 10)).isEmpty();
        assertThat(stores.owner.refersTo(List.of(file.content().orElseThrow().object())))
                .hasSize(1);
        DriveItem copy = stores.items.list(top(Order.STANDARD), 0, 10).getFirst();
        assertThat(copy.name().text()).isEqualTo("Ordner (2)");
        stores.changes.delete(copy.id());
        assertThat(stores.gone.after(new UUID(0, 0), 10))
                .extracting(object -> object.key().id())
                .containsExactly(file.content().orElseThrow().object());
        assertThat(stores.used(drive)).isEqualTo("0");
    }

    @Test
    void whatIsRestoredIsWhereItWas() {
        DriveItem folder = folder(Optional.empty(), "Ordner");
        DriveItem file = stores.file(drive, Optional.of(folder.id()), "a.txt", 1, ada);
        stores.changes.trash(file.id(), ada.account());
        stores.changes.trash(folder.id(), ada.account());
        Listing trash = new Listing.Trash(drive.id(), Order.STANDARD);
        assertThat(stores.items.list(trash, 0, 10)).hasSize(2);
        stores.changes.restore(folder.id(), ada.account());
        assertThat(stores.items.byId(file.id()).orElseThrow().trashedAt()).isPresent();
        stores.file(drive, Optional.of(folder.id()), "a.txt", 1, ada);
        stores.changes.restore(file.id(), ada.account());
        assertThat(stores.items.byId(file.id()).orElseThrow().name().text()).isEqualTo("a (2).txt");
        assertThat(stores.items.byId(file.id()).orElseThrow().parent()).contains(folder.id());
    }

    @Test
    void theTrashIsEmptied() {
        DriveItem folder = folder(Optional.empty(), "Ordner");
        stores.file(drive, Optional.of(folder.id()), "a.txt", 10, ada);
        stores.changes.trash(folder.id(), ada.account());
        assertThat(stores.changes.deleteTrashed(Instant.now().minusSeconds(60))).isZero();
        assertThat(stores.used(drive)).isEqualTo("10");
        stores.changes.emptyTrash(drive.id());
        assertThat(stores.used(drive)).isEqualTo("0");
        assertThat(stores.gone.after(new UUID(0, 0), 10)).hasSize(1);
    }

    @Test
    void isFoundByNameAndText() {
        DriveItem file = stores.file(drive, Optional.empty(), "Jahres-Bericht_2026.pdf", 1, ada);
        stores.changes.describe(
                file.id(),
                file.content().orElseThrow().object(),
                "application/pdf",
                Optional.empty(),
                "Die Häuser am See",
                "de");
        for (String words : List.of("jahres", "bericht", "BERI", "2026", "haus", "see häuser", "bericht 2026")) {
            assertThat(search(words)).as(words).hasSize(1);
        }
        for (String words : List.of("quartal", "", "' | '", "a:*!", "bericht quartal")) {
            assertThat(search(words)).as(words).isEmpty();
        }
        stores.changes.rename(file.id(), new FileName("Umsatz.pdf"), ada.account());
        assertThat(search("bericht")).isEmpty();
        assertThat(search("umsatz")).hasSize(1);
        assertThat(search("haus")).hasSize(1);
    }

    @Test
    void aNewContentHasToBeDescribedAnew() {
        DriveItem file = stores.file(drive, Optional.empty(), "a.txt", 1, ada);
        folder(Optional.empty(), "Ordner");
        assertThat(notDescribed()).containsExactly(file.id());
        assertThat(stores.items.notDescribed(file.id(), Instant.now().plusSeconds(60), 10))
                .isEmpty();
        assertThat(stores.items.notDescribed(new UUID(0, 0), Instant.EPOCH, 10)).isEmpty();
        describe(file);
        assertThat(notDescribed()).isEmpty();
        stores.changes.copy(file.id(), drive.id(), Optional.empty(), 100, ada.account());
        assertThat(notDescribed()).isEmpty();
        stores.file(drive, Optional.empty(), "a.txt", 2, ada);
        assertThat(notDescribed()).containsExactly(file.id());
        stores.changes.trash(file.id(), ada.account());
        assertThat(notDescribed()).isEmpty();
    }

    private List<UUID> notDescribed() {
        return stores.items.notDescribed(new UUID(0, 0), Instant.now().plusSeconds(60), 10).stream()
                .map(DriveItem::id)
                .toList();
    }

    private void describe(DriveItem file) {
        UUID object = file.content().orElseThrow().object();
        stores.changes.describe(file.id(), object, "text/plain", Optional.empty(), "Guten Tag", "de");
    }

    @Test
    void isSortedWithFoldersFirst() {
        folder(Optional.empty(), "z");
        stores.file(drive, Optional.empty(), "b.txt", 1, ada);
        stores.file(drive, Optional.empty(), "a.txt", 2, ada);
        assertThat(names(new Order(By.NAME, false))).containsExactly("z", "a.txt", "b.txt");
        assertThat(names(new Order(By.NAME, true))).containsExactly("z", "b.txt", "a.txt");
        assertThat(names(new Order(By.SIZE, true))).containsExactly("z", "a.txt", "b.txt");
        assertThat(names(new Order(By.CHANGED, true))).containsExactly("z", "a.txt", "b.txt");
        assertThat(names(new Order(By.TYPE, false))).containsExactly("z", "a.txt", "b.txt");
    }

    @Test
    void theLastRoomIsGivenToOne() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var begun = IntStream.range(0, 20)
                    .mapToObj(upload -> threads.submit(() -> stores.uploads.begin(upload(10), 55)))
                    .toList();
            int let = 0;
            for (var one : begun) {
                let += one.get() ? 1 : 0;
            }
            assertThat(let).isEqualTo(5);
        }
        assertThat(stores.drives.pending(drive.id())).isEqualTo(50);
        Upload first = stores.uploads.of(ada.account()).getFirst();
        assertThat(stores.uploads.find(first.id(), bob.account())).isEmpty();
        assertThat(stores.owner.writes(Set.of(first.id(), UUID.randomUUID()))).containsExactly(first.id());
    }

    @Test
    void sumsAreRightWhateverIsDoneAtTheSameTime() throws Exception {
        DriveItem folder = folder(Optional.empty(), "Ordner");
        try (var threads = Executors.newFixedThreadPool(4)) {
            var work = IntStream.range(0, 4)
                    .mapToObj(worker -> threads.submit(() -> changeAtRandom(worker, folder)))
                    .toList();
            for (var one : work) {
                one.get();
            }
        }
        assertThat(stores.used(drive)).isEqualTo(stores.counted(drive));
    }

    private void changeAtRandom(int seed, DriveItem folder) {
        Random random = new Random(seed);
        for (int step = 0; step < 40; step++) {
            Optional<UUID> place = random.nextBoolean() ? Optional.empty() : Optional.of(folder.id());
            DriveItem file = stores.file(drive, place, "f" + random.nextInt(5), random.nextInt(1000), ada);
            try {
                changeAtRandom(random, file, folder);
            } catch (NoSuchItemException e) {
                // another one deleted it meanwhile
                assertThat(stores.items.byId(file.id())).isEmpty();
            }
        }
    }

    private void changeAtRandom(Random random, DriveItem file, DriveItem folder) {
        switch (random.nextInt(4)) {
            case 0 -> stores.changes.delete(file.id());
            case 1 -> stores.changes.copy(folder.id(), drive.id(), Optional.empty(), 1 << 20, ada.account());
            case 2 -> stores.changes.trash(file.id(), ada.account());
            default -> stores.changes.emptyTrash(drive.id());
        }
    }

    @Test
    void whoLeavesLeavesNothing() {
        DriveItem folder = folder(Optional.empty(), "Ordner");
        stores.file(drive, Optional.of(folder.id()), "a.txt", 1, ada);
        stores.file(drive, Optional.of(folder.id()), "a.txt", 1, ada);
        share(folder, bob.email(), false);
        share(stores.file(stores.own(bob), Optional.empty(), "b.txt", 1, bob), ada.email(), true);
        stores.changes.eraseAllOf(ada.account());
        stores.database.execute("delete from account where id = '" + ada.account() + "'");
        assertThat(stores.gone.after(new UUID(0, 0), 10)).hasSize(2);
        for (String table : List.of("drive_share", "drive_version")) {
            assertThat(stores.database.ask("select count(*) from " + table)).isEqualTo("0");
        }
        assertThat(stores.database.ask("select count(*) from drive_item")).isEqualTo("1");
    }

    private Upload upload(long size) {
        return new Upload(
                UUID.randomUUID(), ada.account(), drive.id(), Optional.empty(), new FileName("a"), size, Instant.now());
    }

    private DriveItem folder(Optional<UUID> parent, String name) {
        return stores.changes.makeFolder(drive.id(), parent, new FileName(name), ada.account());
    }

    private Outcome move(DriveItem item, Optional<UUID> parent) {
        return stores.changes.move(item.id(), drive.id(), parent, ada.account());
    }

    private Listing.Folder top(Order order) {
        return new Listing.Folder(drive.id(), Optional.empty(), order);
    }

    private List<String> names(Order order) {
        assertThat(stores.items.count(top(order))).isEqualTo(3);
        return stores.items.list(top(order), 0, 10).stream()
                .map(item -> item.name().text())
                .toList();
    }

    private List<DriveItem> search(String words) {
        return stores.items.list(new Listing.Search(drive.id(), words, "de", Order.STANDARD), 0, 10);
    }

    private void share(DriveItem item, String email, boolean write) {
        stores.database.execute("""
            insert into drive_share (id, item_id, made_by, made_at, email, may_write)
            select gen_random_uuid(), '%s', coalesce(d.account_id, '%s'), now(), '%s', %s
            from drive_item i join drive d on d.id = i.drive_id where i.id = '%1$s'\
            """.formatted(item.id(), ada.account(), email, write));
    }
}
