package plenum.calendar.store;

import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.util.List;
import plenum.calendar.Attachments;
import plenum.calendar.BusyTimes;
import plenum.calendar.CalendarObjects;
import plenum.calendar.CalendarShares;
import plenum.calendar.Calendars;
import plenum.calendar.DatePolls;
import plenum.calendar.GuestGroups;
import plenum.calendar.Proposals;
import plenum.calendar.Reminders;
import plenum.it.HibernateForTests;

/** The stores of calendars without a container. */
public final class CalendarStoresForTests {
    private CalendarStoresForTests() {}

    /** @param schema a test's own */
    public static HibernateForTests open(String schema) {
        return new HibernateForTests(
                schema, List.of(CalendarRow.class, EventRow.class, GuestRow.class, PreferenceRow.class));
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

    public static CalendarShares shares(EntityManager entities) {
        StoredCalendarShares store = new StoredCalendarShares();
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

    public static Attachments attachments(EntityManager entities) {
        StoredAttachments store = new StoredAttachments();
        store.entities = entities;
        return store;
    }

    public static GuestGroups groups(EntityManager entities) {
        StoredGuestGroups store = new StoredGuestGroups();
        store.entities = entities;
        return store;
    }

    public static BusyTimes busyTimes(EntityManager entities) {
        StoredBusyTimes store = new StoredBusyTimes();
        store.entities = entities;
        return store;
    }

    public static DatePolls polls(EntityManager entities) {
        StoredDatePolls store = new StoredDatePolls();
        store.entities = entities;
        store.clock = InstantSource.system();
        return store;
    }
}
