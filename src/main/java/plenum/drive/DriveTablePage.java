package plenum.drive;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import plenum.drive.Listing.By;
import plenum.drive.Listing.Order;

/** Rows of a listing, a page at a time. */
final class DriveTablePage extends LazyDataModel<DriveRow> {
    private static final long serialVersionUID = 1L;

    private final transient DriveItems items;
    private final transient Function<Order, Listing> listing;
    private final transient Function<DriveItem, DriveRow> row;
    private final transient Function<UUID, Optional<DriveItem>> find;

    DriveTablePage(
            DriveItems items,
            Function<Order, Listing> listing,
            Function<DriveItem, DriveRow> row,
            Function<UUID, Optional<DriveItem>> find) {
        this.items = items;
        this.listing = listing;
        this.row = row;
        this.find = find;
    }

    @Override
    public int count(Map<String, FilterMeta> filters) {
        return (int) Math.min(Integer.MAX_VALUE, items.count(listing.apply(Order.STANDARD)));
    }

    @Override
    public List<DriveRow> load(int first, int most, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
        Order order =
                sorting.values().stream().findFirst().map(DriveTablePage::order).orElse(Order.STANDARD);
        return items.list(listing.apply(order), first, most).stream().map(row).toList();
    }

    private static Order order(SortMeta sort) {
        By by =
                switch (sort.getField()) {
                    case "size" -> By.SIZE;
                    case "changed" -> By.CHANGED;
                    default -> By.NAME;
                };
        return new Order(by, sort.getOrder().isDescending());
    }

    @Override
    public String getRowKey(DriveRow object) {
        return object.id().toString();
    }

    @Override
    public @Nullable DriveRow getRowData(String key) {
        return Optional.of(key)
                .filter(text -> text.length() == 36)
                .map(UUID::fromString)
                .flatMap(find)
                .map(row)
                .orElse(null);
    }
}
