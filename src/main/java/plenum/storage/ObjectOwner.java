package plenum.storage;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A feature that keeps objects on this machine. CDI finds every {@code @ApplicationScoped} bean that implements this. An object that no
 * owner refers to is deleted a day after it was written. Its methods block on the database.
 */
public interface ObjectOwner {
    /** The ids among these that this owner refers to. */
    Set<UUID> refersTo(Collection<UUID> objects);

    /** Ids of all its objects, sorted, a page at a time. */
    List<UUID> objectsAfter(UUID id, int most);

    /** The same of a draft. */
    Set<UUID> writes(Collection<UUID> drafts);
}
