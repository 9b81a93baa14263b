package plenum.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Which events people have to be reminded of, and of which they were. Blocks on the database. */
public interface Reminders {
    /** Events of which somebody has to be reminded by now, the earliest first. */
    List<UUID> due(Instant now, int most);

    /** Locks an event's row until the transaction ends; since when it is due, or empty when somebody else has done it. */
    Optional<Instant> lock(UUID event, Instant now);

    void setNext(UUID event, Optional<Instant> next);

    /** False when it was given already. */
    boolean give(Given reminder);

    /** On the pages of somebody: those that they have not put away and whose event is not over. */
    List<Given> of(UUID account, Instant now, int most);

    /**
     * What {@link #of} would have for each of these people, told apart by words that mean nothing else.
     *
     * @return without those who have nothing
     */
    Map<UUID, Set<String>> waiting(Set<UUID> accounts, Instant now);

    /** Somebody puts away all of one event's times that begin then. */
    void seen(UUID account, UUID event, Instant start);

    /** Forgets those of events that were over before. */
    int forget(Instant before);

    /**
     * One reminder of one person.
     *
     * @param mail whether by mail, or else on pages
     */
    record Given(UUID event, UUID account, Instant start, Instant end, Duration before, boolean mail) {}
}
