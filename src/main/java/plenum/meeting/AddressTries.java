package plenum.meeting;

import java.time.Instant;
import java.util.Optional;

/**
 * Tries to find a meeting by its code or letters, counted by network address; outlives the server. A code has ten digits only, and must
 * not be found by trying. Right ones cost nothing, so that a whole school class behind one address gets in. Blocks on the database.
 */
public interface AddressTries {
    /** Wrong ones of one address, in any hour. */
    int PER_HOUR = 10;

    /** Counts a try before it is looked at, so that a thousand at once are not more than ten; empty when there have been too many. */
    Optional<Try> take(String address);

    /** The try was right after all. */
    void giveBack(Try right);

    /** One that was counted. */
    record Try(String address, Instant at) {}
}
