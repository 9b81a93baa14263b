package plenum.door;

import java.time.Duration;
import java.time.InstantSource;
import plenum.conference.Conference;
import plenum.conference.Participant;
import plenum.platform.Throttle;

/**
 * Limits how often the passwords of meetings are changed on this server, because hashing one takes much processor time. The limits are for
 * a person and for a meeting; making more moderators, or leaving and entering again, does not raise them. Thread-safe.
 */
public final class PasswordChanges {
    /** By one person, before the next has to wait. */
    static final int AT_ONCE = 5;

    private final Throttle ofOnePerson;
    private final Throttle ofOneMeeting;

    public PasswordChanges(InstantSource clock) {
        this.ofOnePerson = new Throttle(AT_ONCE, Duration.ofSeconds(20), clock);
        this.ofOneMeeting = new Throttle(2 * AT_ONCE, Duration.ofSeconds(10), clock);
    }

    boolean tryTake(Conference conference, Participant by) {
        return ofOnePerson.tryTake(by.person().toString())
                && ofOneMeeting.tryTake(conference.id().toString());
    }
}
