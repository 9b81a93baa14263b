package plenum.timer;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Timers in memory, until it is told to fail. */
public final class FakeMeetingTimers implements MeetingTimers {
    private final Map<UUID, MeetingTimer> kept = new HashMap<>();
    boolean away;

    @Override
    public Optional<MeetingTimer> of(UUID meeting) {
        answer();
        return Optional.ofNullable(kept.get(meeting));
    }

    @Override
    public void store(UUID meeting, MeetingTimer timer) {
        answer();
        kept.put(meeting, timer);
    }

    @Override
    public void delete(UUID meeting) {
        answer();
        kept.remove(meeting);
    }

    private void answer() {
        if (away) {
            throw new IllegalStateException("the database is away");
        }
    }
}
