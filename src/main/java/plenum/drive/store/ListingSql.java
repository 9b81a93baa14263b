package plenum.drive.store;

import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import plenum.drive.FileTypes;
import plenum.drive.Listing;

/**
 * A listing as SQL.
 *
 * @param from with its conditions
 */
record ListingSql(String from, Listing.Order sorting, Map<String, Object> parameters, boolean asksTime) {

    static ListingSql of(Listing listing) {
        Map<String, Object> parameters = new HashMap<>();
        String from =
                switch (listing) {
                    case Listing.Folder folder -> {
                        parameters.put("drive", folder.drive());
                        folder.parent().ifPresent(parent -> parameters.put("parent", parent));
                        yield "from drive_item i where i.drive_id = :drive and i.trashed_at is null and i.parent_id "
                                + (folder.parent().isPresent() ? "= :parent " : "is null ");
                    }
                    case Listing.Trash trash -> {
                        parameters.put("drive", trash.drive());
                        yield "from drive_item i where i.drive_id = :drive and i.trashed_at is not null and"
                                + " i.trash_root ";
                    }
                    case Listing.Search search -> {
                        parameters.put("drive", search.drive());
                        parameters.put("names", prefixes(search.words()));
                        parameters.put("words", search.words());
                        parameters.put("language", SearchLanguage.of(search.language()));
                        yield "from drive_item i where i.drive_id = :drive and i.trashed_at is null and i.words @@"
                                + " (to_tsquery('simple', :names) || plainto_tsquery(cast(:language as regconfig),"
                                + " :words)) ";
                    }
                    case Listing.Pictures pictures -> {
                        parameters.put("drive", pictures.drive());
                        parameters.put("types", FileTypes.PICTURES);
                        yield "from drive_item i where i.drive_id = :drive and i.trashed_at is null and i.type in (:types) ";
                    }
                    case Listing.Shared shared -> {
                        parameters.put("me", shared.with().account());
                        parameters.put("email", shared.with().email());
                        yield """
                            from drive_item i where i.trashed_at is null and i.id in (
                                select s.item_id from drive_share s
                                where (s.expires_at is null or s.expires_at > :now) and s.made_by <> :me and (
                                    s.email = :email
                                    or s.group_id in (select m.group_id from account_group_member m where m.account_id = :me))) \
                            """;
                    }
                };
        return new ListingSql(from, listing.order(), parameters, listing instanceof Listing.Shared);
    }

    /** Each word as the beginning of one; nothing of it is an operator. */
    private static String prefixes(String words) {
        return Arrays.stream(words.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .limit(10)
                .map(word -> "'" + word + "':*")
                .collect(Collectors.joining(" & "));
    }

    String order() {
        String direction = sorting.descending() ? " desc" : "";
        String key =
                switch (sorting.by()) {
                    case NAME -> "i.sort_name" + direction;
                    case SIZE -> "i.size" + direction + ", i.sort_name";
                    case CHANGED -> "i.changed_at" + direction;
                    case TYPE -> "i.type" + direction + ", i.sort_name";
                };
        return "order by i.folder desc, " + key + ", i.id";
    }

    void setParameters(Query query, Instant now) {
        parameters.forEach(query::setParameter);
        if (asksTime) {
            query.setParameter("now", now);
        }
    }
}
