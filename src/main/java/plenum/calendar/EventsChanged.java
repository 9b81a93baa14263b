package plenum.calendar;

import java.util.Set;
import java.util.UUID;

/**
 * Fired within the transaction that stores or deletes an event, or an answer to one.
 *
 * @param accounts whose days it is part of, or was: the owner of its calendar, and guests who have accounts
 */
public record EventsChanged(Set<UUID> accounts) {
    public EventsChanged {
        accounts = Set.copyOf(accounts);
    }
}
