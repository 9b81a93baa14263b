package plenum.calendar.store;

import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
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
        return filled(new StoredCalendars(), store -> {
            store.entities = entities;
            store.clock = InstantSource.system();
            store.changes = unheard();
        });
    }

    /** Of which nobody is told. */
    @SuppressWarnings("unchecked")
    private static <T> Event<T> unheard() {
        return (Event<T>) Proxy.newProxyInstance(
                Event.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> null);
    }

    public static CalendarObjects objects(EntityManager entities) {
        return filled(new StoredCalendarObjects(), store -> store.entities = entities);
    }

    public static CalendarShares shares(EntityManager entities) {
        return filled(new StoredCalendarShares(), store -> store.entities = entities);
    }

    public static Reminders reminders(EntityManager entities) {
        return filled(new StoredReminders(), store -> store.entities = entities);
    }

    public static Proposals proposals(EntityManager entities) {
        return filled(new StoredProposals(), store -> {
            store.entities = entities;
            store.clock = InstantSource.system();
        });
    }

    public static Attachments attachments(EntityManager entities) {
        return filled(new StoredAttachments(), store -> store.entities = entities);
    }

    public static GuestGroups groups(EntityManager entities) {
        return filled(new StoredGuestGroups(), store -> store.entities = entities);
    }

    public static BusyTimes busyTimes(EntityManager entities) {
        return filled(new StoredBusyTimes(), store -> store.entities = entities);
    }

    public static DatePolls polls(EntityManager entities) {
        return filled(new StoredDatePolls(), store -> {
            store.entities = entities;
            store.clock = InstantSource.system();
        });
    }

    private static <S> S filled(S store, Consumer<S> fields) {
        fields.accept(store);
        return store;
    }
}
