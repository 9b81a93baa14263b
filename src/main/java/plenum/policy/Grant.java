package plenum.policy;

import java.util.Comparator;
import java.util.Optional;

/**
 * A plan that holds for somebody.
 *
 * @param group that gives it; empty: their own, or the one for all
 */
record Grant(Plan plan, Optional<String> group) {
    /** More abilities, then more people, then more storage. */
    static final Comparator<Grant> BEST_FIRST = Comparator.<Grant>comparingInt(
                    grant -> grant.plan().abilities().size())
            .thenComparingLong(grant -> orAll(grant.plan().people()))
            .thenComparingLong(grant -> orAll(grant.plan().storageMegabytes()))
            .reversed();

    /** Zero stands for no limit. */
    static long orAll(long limit) {
        return limit == 0 ? Long.MAX_VALUE : limit;
    }

    /** As people read it: whoever gets it by a group sees which. */
    String name() {
        return group.map(from -> plan.name() + " (" + from + ")").orElse(plan.name());
    }
}
