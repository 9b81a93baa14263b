package plenum.calendar;

import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** The rooms and things that are chosen for an event that is being edited. */
public final class RoomChoice implements Serializable {
    private static final long serialVersionUID = 1L;

    private final HashSet<UUID> chosen;

    RoomChoice(Set<UUID> chosen) {
        this.chosen = new HashSet<>(chosen);
    }

    /** Takes it, or gives it back; more than an event can have are not taken. */
    void toggle(UUID room) {
        if (!chosen.remove(room) && chosen.size() < Event.MOST_ROOMS) {
            chosen.add(room);
        }
    }

    Set<UUID> chosen() {
        return Set.copyOf(chosen);
    }

    /**
     * One in the list.
     *
     * @param words capacity and equipment
     * @param free at the time of the event
     * @param asked whether somebody has to allow it
     */
    public record Row(UUID id, String name, int capacity, String words, boolean free, boolean asked, boolean chosen) {}
}
