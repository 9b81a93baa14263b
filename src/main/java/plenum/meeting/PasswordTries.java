package plenum.meeting;

import java.time.Instant;

/**
 * Counts wrong passwords by meeting and network address, and by the networks around it; see {@link GuessLimits}. The counts outlive the
 * server. Its methods block on the database.
 */
public interface PasswordTries {
    /** Of one address for one meeting; then no password is right until an hour has passed without a try that counted. */
    int PER_HOUR = 10;

    /**
     * Counts a try before it is looked at, so that a thousand at once are not more than ten.
     *
     * @return false when there have been too many; such a try does not count
     */
    boolean take(Meeting meeting, String address);

    /** The try was right after all. */
    void giveBack(Meeting meeting, String address);

    /** Deletes the wrong ones from before; returns how many. */
    int forget(Instant before);
}
