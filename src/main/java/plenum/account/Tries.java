package plenum.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Counts failed tries for an hour, under any number of keys. The counts outlive the server. Its methods block on the database. */
public interface Tries {
    /**
     * Counts a try under all names before it is looked at, so that a thousand at once are not more than allowed; empty, and nothing is
     * counted, when there have been too many under one of them.
     */
    Optional<Try> take(List<Limit> limits);

    /** The try was right after all. */
    void giveBack(Try right);

    /** None of those under this name count any more. */
    void forget(String name);

    /** At most {@code most} under this name in any hour. */
    record Limit(String name, int most) {}

    /** A counted try. */
    record Try(List<String> names, Instant at) {}
}
