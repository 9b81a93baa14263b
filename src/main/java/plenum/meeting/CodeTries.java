package plenum.meeting;

import java.time.Instant;

/**
 * Counts wrong meeting codes, so that codes of ten digits cannot be found by trying; see {@link GuessLimits}. Right codes are not counted,
 * so that a whole class behind one address gets in. The counts outlive the server. Its methods block on the database.
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
