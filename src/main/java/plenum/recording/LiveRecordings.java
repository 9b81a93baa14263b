package plenum.recording;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The meetings of this server that are being recorded: those who are about to come in have to know. Thread-safe. */
public final class LiveRecordings {
    private final Map<UUID, UUID> byMeeting = new ConcurrentHashMap<>();

    void began(UUID meeting, UUID recording) {
        byMeeting.put(meeting, recording);
    }

    void ended(UUID meeting) {
        byMeeting.remove(meeting);
    }

    public boolean isRecorded(UUID meeting) {
        return byMeeting.containsKey(meeting);
    }

    /** Whether a conference of this process writes it. */
    boolean isLive(UUID recording) {
        return byMeeting.containsValue(recording);
    }
}
