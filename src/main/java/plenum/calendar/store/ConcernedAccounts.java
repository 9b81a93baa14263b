package plenum.calendar.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import plenum.calendar.EventsChanged;
import plenum.calendar.Guest;

/** Whose days events are part of, as the database has it. Guests are those who have the address of an invitation, as when they are shown it. */
final class ConcernedAccounts {
    private ConcernedAccounts() {}

    /**
     * The owners of calendars that an event is in, or was; its guests as they are stored; and those who will be.
     *
     * @param guests stored only later, if at all
     */
    static EventsChanged of(EntityManager entities, UUID event, Collection<UUID> calendars, List<Guest> guests) {
        return changed(entities.createNativeQuery("""
            select account_id from calendar where id = any (:calendars)
            union select id from account where email = any (:guests)
            union select a.id from calendar_guest g join account a on a.email = g.email where g.event_id = :event\
            """)
                .setParameter("event", event)
                .setParameter("calendars", calendars.toArray(UUID[]::new))
                .setParameter(
                        "guests",
                        guests.stream().map(guest -> guest.email().text()).toArray(String[]::new))
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList());
    }

    /** The owner of a calendar, and the guests of all its events. */
    static EventsChanged ofCalendar(EntityManager entities, UUID calendar) {
        return changed(entities.createNativeQuery("""
            select account_id from calendar where id = :calendar
            union select a.id from calendar_event e join calendar_guest g on g.event_id = e.id join account a on a.email = g.email
            where e.calendar_id = :calendar\
            """)
                .setParameter("calendar", calendar)
                .getResultList());
    }

    private static EventsChanged changed(List<?> rows) {
        return new EventsChanged(rows.stream().map(UUID.class::cast).collect(Collectors.toSet()));
    }
}
