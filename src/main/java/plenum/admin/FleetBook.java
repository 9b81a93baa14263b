package plenum.admin;

import java.net.URI;
import java.util.List;

/** What admins decided about media servers. Blocks on the database. */
public interface FleetBook {
    List<Entry> all();

    /** In place of what was decided about the server before. */
    void save(Entry entry);

    /**
     * One media server.
     *
     * @param url with its query, where an admin gave one; what is saved without a query keeps the one that is known
     * @param removed not to be used, although the settings name it
     */
    record Entry(URI url, boolean drained, boolean removed) {}
}
