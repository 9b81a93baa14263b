package plenum.conference;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import plenum.meeting.Meeting;

/** The conferences that are going on, by meeting. Thread-safe. */
public final class Conferences {
    private final Map<UUID, Conference> live = new ConcurrentHashMap<>();
    private final Surroundings around;

    public Conferences(Surroundings around) {
        this.around = around;
    }

    /** Lets somebody in; the first one begins the conference. The answer is never {@link Entry.Over}. */
    public void enter(Meeting meeting, Arrival arrival, Consumer<Entry> answer) {
        Conference conference = live.computeIfAbsent(meeting.id(), id -> begin(meeting));
        conference.enter(arrival, entry -> {
            if (entry instanceof Entry.Over) {
                live.remove(meeting.id(), conference);
                enter(meeting, arrival, answer);
            } else {
                answer.accept(entry);
            }
        });
    }

    private Conference begin(Meeting meeting) {
        return new Conference(meeting, around, () -> live.remove(meeting.id()));
    }
}
