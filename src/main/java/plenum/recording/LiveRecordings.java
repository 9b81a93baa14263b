package plenum.recording;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The meetings of this server that are being recorded: those who are about to come in have to know. Thread-safe. */
public final class LiveRecordings {
    private final Map<UUID, UUID> byMeeting = new ConcurrentHashMap<>();
    private final Set<UUID> ending = ConcurrentHashMap.newKeySet();

    void began(UUID meeting, UUID recording) {
        byMeeting.put(meeting, recording);
    }

    /** Nothing is recorded any more; what is known of it is still to be stored. */
    void ended(UUID meeting, UUID recording) {
        ending.add(recording);
        byMeeting.remove(meeting, recording);
    }

    void stored(UUID recording) {
        ending.remove(recording);
    }

    public boolean isRecorded(UUID meeting) {
        return byMeeting.containsKey(meeting);
    }

    /** Whether a conference of this process writes it, or its end is still to be stored. */
    boolean isLive(UUID recording) {
        return byMeeting.containsValue(recording) || ending.contains(recording);
    }
}
