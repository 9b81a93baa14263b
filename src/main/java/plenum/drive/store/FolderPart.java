package plenum.drive.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import plenum.drive.Listing;
import plenum.drive.Listing.By;
import plenum.drive.Listing.Order;

/**
 * The folders of a folder, or its files. Ids of a page come from an index alone, counted from the nearer end, and only then their rows are read:
 * the last page of a large folder costs little more than the first one.
 */
final class FolderPart {
    /** So far down it does not matter from which end. */
    private static final int NEAR = 2000;

    private final EntityManager entities;
    private final ListingSql sql;
    private final boolean folders;
    private final Instant now;

    FolderPart(EntityManager entities, Listing.Folder listing, boolean folders, Instant now) {
        this.entities = entities;
        this.sql = ListingSql.of(listing);
        this.folders = folders;
        this.now = now;
    }

    long count() {
        return (Long) query("select count(*) " + from(), Long.class).getSingleResult();
    }

    List<ItemRow> page(long first, int most) {
        if (first <= NEAR) {
            return page(first, most, false);
        }
        long count = count();
        int size = (int) Math.max(0, Math.min(most, count - first));
        long after = count - first - size;
        return after < first ? page(after, size, true) : page(first, size, false);
    }

    private List<ItemRow> page(long skipped, int size, boolean backwards) {
        String ids = "select i.id " + from() + order("i", backwards) + " offset " + Math.max(0, skipped)
                + " rows fetch first " + size + " rows only";
        String statement = "select " + ItemRow.columns("r") + " from (" + ids
                + ") as page join drive_item r on r.id = page.id " + order("r", false);
        List<?> rows = query(statement, ItemRow.class).getResultList();
        return rows.stream().map(ItemRow.class::cast).toList();
    }

    private Query query(String statement, Class<?> result) {
        Query query = entities.createNativeQuery(statement, result).setParameter("folders", folders);
        sql.setParameters(query, now);
        return query;
    }

    private String from() {
        return sql.from() + " and i.folder = :folders ";
    }

    /**
     * As the columns of an index, in one direction or the other. All items have one parent, but PostgreSQL takes {@code is null} for no constant,
     * and would sort them all.
     */
    private String order(String table, boolean backwards) {
        Order order = sql.sorting();
        String direction = order.descending() == backwards ? " asc" : " desc";
        List<String> columns =
                switch (folders && order.by() != By.CHANGED ? By.NAME : order.by()) {
                    case NAME -> List.of("parent_id", "sort_name", "id");
                    case SIZE -> List.of("parent_id", "size", "sort_name", "id");
                    case CHANGED -> List.of("parent_id", "changed_at", "id");
                    case TYPE -> List.of("parent_id", "type", "sort_name", "id");
                };
        return columns.stream()
                .map(column -> table + "." + column + direction)
                .collect(Collectors.joining(", ", "order by ", ""));
    }
}
