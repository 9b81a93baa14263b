package plenum.whiteboard;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step as it was stored, or that a page was cleared.
 *
 * @param step null: the page was cleared
 */
public record StoredChange(
        long number, UUID by, String key, int page, @Nullable Step step) {}
