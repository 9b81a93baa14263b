package plenum.meeting;

import java.time.Instant;

/**
 * Tries to find a meeting by its code; outlives the server. A code has ten digits only, and must not be found by trying: wrong ones are
 * counted as {@link GuessLimits} says. Right ones cost nothing, so that a whole school class behind one address gets in. Blocks on the
 * database.
 */
public interface CodeTries {
    /** Counts a try before it is looked at, so that a thousand at once are not more than those that are allowed. */
    Answer take(String address);

    /** The try was right after all. */
    void giveBack(Granted right);

    /** Deletes the wrong ones from before; returns how many. */
    int forget(Instant before);

    /** Whether a code may be looked up. */
    sealed interface Answer {}

    /** It may, and counts as a wrong one until it is given back. */
    record Granted(long id) implements Answer {}

    /** It may not. */
    enum Refused implements Answer {
        /** Too many wrong ones came from this address, or from its network. */
        TOO_MANY_FROM_THERE,
        /** Too many wrong ones came from everywhere. */
        TOO_MANY_AT_ALL
    }
}
