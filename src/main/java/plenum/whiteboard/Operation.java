package plenum.whiteboard;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The changes that a participant makes to a board at once.
 *
 * @param number of the first step; the others have the numbers that follow
 * @param by the participant's id
 * @param key the tab's own, so that what is sent again is stored once
 * @param cleared page of which all elements are removed; null: none, then there are steps
 */
public record Operation(
        long number, UUID by, String key, @Nullable Integer cleared, List<Step> steps) {
    public Operation {
        steps = List.copyOf(steps);
    }

    /** How many numbers it takes. */
    int count() {
        return Math.max(1, steps.size());
    }

    int characters() {
        return steps.stream().mapToInt(Step::characters).sum();
    }
}
