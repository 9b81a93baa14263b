package plenum.drive.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plenum.drive.DriveItem;
import plenum.drive.DriveSpace;
import plenum.drive.FileName;
import plenum.drive.Listing;
import plenum.drive.Listing.By;
import plenum.drive.Listing.Order;
import plenum.drive.Viewer;

/** Pages of folders in a real PostgreSQL: what they hold, and how the database finds it. */
@Tag("drive")
class DrivePagesIT {
    private static DriveDatabase stores;

    private Viewer ada;
    private DriveSpace drive;

    @BeforeAll
    static void open() {
        stores = new DriveDatabase("drive_pages_test");
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    @BeforeEach
    void people() {
        stores.database.execute("truncate drive_target, account, account_group, drive_gone cascade");
        ada = stores.person("ada@example.org");
        drive = stores.own(ada);
    }

    @ParameterizedTest
    @CsvSource({
        "NAME, false",
        "NAME, true",
        "SIZE, false",
        "SIZE, true",
        "CHANGED, false",
        "CHANGED, true",
        "TYPE, false",
        "TYPE, true"
    })
    void pagesTogetherAreTheWhole(By by, boolean descending) {
        for (int number = 0; number < 11; number++) {
            stores.changes.makeFolder(drive.id(), Optional.empty(), new FileName("Ordner " + number), ada.account());
        }
        for (int number = 0; number < 23; number++) {
            stores.file(drive, Optional.empty(), "Datei " + number, number % 4, ada);
        }
        Listing listing = new Listing.Folder(drive.id(), Optional.empty(), new Order(by, descending));
        List<DriveItem> whole = stores.items.list(listing, 0, 1000);
        assertThat(whole).hasSize(34).doesNotHaveDuplicates();
        assertThat(whole.subList(0, 11)).allMatch(DriveItem::isFolder);
        Comparator<DriveItem> ascending = Comparator.comparing(key(by));
        assertThat(whole.subList(11, 34)).isSortedAccordingTo(descending ? ascending.reversed() : ascending);
        List<DriveItem> pages = new ArrayList<>();
        for (int first = 0; first < 40; first += 7) {
            pages.addAll(stores.items.list(listing, first, 7));
        }
        assertThat(pages).isEqualTo(whole);
    }

    private static Function<DriveItem, String> key(By by) {
        return switch (by) {
            case NAME -> item -> item.name().text().toLowerCase(Locale.ROOT);
            case SIZE -> item -> "%09d".formatted(item.size());
            case CHANGED -> item -> item.changedAt().toString();
            case TYPE -> DriveItem::type;
        };
    }

    /** In a table that is large enough for the planner to care. */
    @ParameterizedTest
    @CsvSource({
        "sort_name, drive_item_by_name",
        "changed_at, drive_item_by_time",
        "'size, sort_name', drive_item_by_size"
    })
    void idsOfAPageComeFromAnIndexAlone(String keys, String index) {
        fill(stores.own(stores.person("bob@example.org")), 40_000);
        fill(drive, 5000);
        String plan = stores.database.ask("""
            explain (format json) select i.id from drive_item i
            where i.drive_id = '%s' and i.trashed_at is null and i.parent_id is null and i.folder = false
            order by parent_id, %s, id offset 1000 rows fetch first 50 rows only\
            """.formatted(drive.id(), keys));
        assertThat(plan).contains("Index Only Scan", index).doesNotContain("\"Sort\"");
    }

    @Test
    void thePageOfALargeFolderHasItsRows() {
        fill(drive, 5000);
        Listing listing = new Listing.Folder(drive.id(), Optional.empty(), Order.STANDARD);
        assertThat(stores.items.count(listing)).isEqualTo(5000);
        assertThat(stores.items.list(listing, 4990, 50))
                .extracting(item -> item.name().text())
                .first()
                .isEqualTo("f04991");
        assertThat(stores.items.list(listing, 4990, 50)).hasSize(10);
        assertThat(stores.items.list(listing, 6000, 50)).isEmpty();
    }

    private static void fill(DriveSpace drive, int files) {
        stores.database.execute("""
            insert into drive_item (id, drive_id, folder, name, size, type, object_id, created_at, changed_at)
            select gen_random_uuid(), '%s', false, 'f' || lpad(n::text, 5, '0'), n %% 100, 'text/plain', gen_random_uuid(), now(),
                now() + n * interval '1 second'
            from generate_series(1, %d) n\
            """.formatted(drive.id(), files));
        stores.database.execute("vacuum analyze drive_item");
    }
}
