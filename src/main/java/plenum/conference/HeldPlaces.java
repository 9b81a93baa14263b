package plenum.conference;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The places that are in use in the conferences of this server: of participants, of those who lost the connection less than the grace time
 * ago, and of people who wait in a lobby. Thread-safe.
 */
public final class HeldPlaces {
    private final Set<UUID> held = ConcurrentHashMap.newKeySet();

    void hold(UUID place) {
        held.add(place);
    }

    void release(UUID place) {
        held.remove(place);
    }

    boolean isHeld(UUID place) {
        return held.contains(place);
    }

    /** A copy. */
    List<UUID> all() {
        return List.copyOf(held);
    }
}
