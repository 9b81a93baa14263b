package plenum.timer;

import java.util.Optional;
import java.util.UUID;

/** Stores and reads the timers of all meetings. Its methods block on the database. */
public interface MeetingTimers {
    Optional<MeetingTimer> of(UUID meeting);

    /** Takes the place of the one before. */
    void store(UUID meeting, MeetingTimer timer);

    void delete(UUID meeting);
}
