package plenum.calendar.store;

import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.util.List;
import plenum.calendar.CalendarObjects;
import plenum.calendar.Calendars;
import plenum.calendar.DatePolls;
import plenum.calendar.Proposals;
import plenum.calendar.Reminders;
import plenum.it.HibernateForTests;

/** The stores of calendars without a container. */
public final class CalendarStoresForTests {
    private CalendarStoresForTests() {}

    public static HibernateForTests open() {
        return new HibernateForTests(
                "calendar_stores", List.of(CalendarRow.class, EventRow.class, GuestRow.class, PreferenceRow.class));
    }

    public static Calendars calendars(EntityManager entities) {
        StoredCalendars store = new StoredCalendars();
        store.entities = entities;
        store.clock = InstantSource.system();
        return store;
    }

    public static CalendarObjects objects(EntityManager entities) {
        StoredCalendarObjects store = new StoredCalendarObjects();
        store.entities = entities;
        return store;
    }

    public static Reminders reminders(EntityManager entities) {
        StoredReminders store = new StoredReminders();
        store.entities = entities;
        return store;
    }

    public static Proposals proposals(EntityManager entities) {
        StoredProposals store = new StoredProposals();
        store.entities = entities;
        store.clock = InstantSource.system();
        return store;
    }

    public static DatePolls polls(EntityManager entities) {
        StoredDatePolls store = new StoredDatePolls();
        store.entities = entities;
        store.clock = InstantSource.system();
        return store;
    }
}
