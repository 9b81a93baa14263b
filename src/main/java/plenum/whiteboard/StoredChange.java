package plenum.whiteboard;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored change: a step, or the clearing of a page.
 *
 * @param step null: the page was cleared
 */
public record StoredChange(
        long number,
        UUID by,
        String key,
        int page,
        @Nullable Step step) {}
