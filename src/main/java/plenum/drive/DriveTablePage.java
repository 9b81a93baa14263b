package plenum.drive;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
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
    private final transient ToLongFunction<Listing> count;
    private final transient Function<Order, Listing> listing;
    private final transient Function<List<DriveItem>, List<DriveRow>> rows;
    private final transient Function<UUID, Optional<DriveItem>> find;

    DriveTablePage(
            DriveItems items,
            ToLongFunction<Listing> count,
            Function<Order, Listing> listing,
            Function<List<DriveItem>, List<DriveRow>> rows,
            Function<UUID, Optional<DriveItem>> find) {
        this.items = items;
        this.count = count;
        this.listing = listing;
        this.rows = rows;
        this.find = find;
    }

    @Override
    public int count(Map<String, FilterMeta> filters) {
        return (int) Math.min(Integer.MAX_VALUE, count.applyAsLong(listing.apply(Order.STANDARD)));
    }

    @Override
    public List<DriveRow> load(int first, int most, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
        Order order =
                sorting.values().stream().findFirst().map(DriveTablePage::order).orElse(Order.STANDARD);
        return rows.apply(items.list(listing.apply(order), first, most));
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
                .map(item -> rows.apply(List.of(item)).getFirst())
                .orElse(null);
    }
}
