package plenum.breakout;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import plenum.conference.Conference;
import plenum.conference.Participant;

/**
 * The calls for a moderator, at most one for each room, in the order of asking. A call ends when the participant who asked has left the
 * room.
 */
final class Calls {
    private final Map<UUID, String> callers = new LinkedHashMap<>();

    void call(UUID room, Participant by) {
        callers.putIfAbsent(room, by.id());
    }

    /** Whether there was one. */
    boolean end(UUID room) {
        return callers.remove(room) != null;
    }

    void clear() {
        callers.clear();
    }

    /** The calls that have not ended. */
    List<Map.Entry<UUID, String>> of(Conference conference) {
        callers.entrySet().removeIf(call -> conference
                .find(call.getValue())
                .filter(caller -> caller.room().filter(call.getKey()::equals).isPresent())
                .isEmpty());
        return List.copyOf(callers.entrySet());
    }
}
