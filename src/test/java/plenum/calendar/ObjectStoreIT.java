package plenum.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.account.Account;
import plenum.account.AccountForTests;
import plenum.account.Accounts;
import plenum.calendar.CalendarObjects.CalendarObject;
import plenum.calendar.CalendarShare.With;
import plenum.calendar.ObjectStore.Condition;
import plenum.calendar.ObjectStore.Outcome;
import plenum.calendar.store.CalendarStoresForTests;
import plenum.it.HibernateForTests;
import plenum.mail.Letter;
import plenum.meeting.MeetingLetters;
import plenum.platform.SettingsReader;
import plenum.platform.SiteAddress;

/** What programs store and delete, in a real PostgreSQL: conditions, series with what replaces their times, rights, and mail to guests. */
@Tag("calendar")
class ObjectStoreIT {
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
    private static final Condition ANY = new Condition(Optional.empty(), false, Optional.empty());
    private static final Condition NEW = new Condition(Optional.empty(), true, Optional.empty());

    private static HibernateForTests database;

    private final List<Letter> letters = new ArrayList<>();
    private final Account owner = AccountForTests.anybody().make();
    private final Account other = AccountForTests.anybody().make();
    private final UUID calendar = UUID.randomUUID();

    @BeforeAll
    static void start() {
        database = CalendarStoresForTests.open("calendar_objects");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void open() {
        database.store(owner);
        database.store(other);
        database.inTransaction(entities -> {
            CalendarStoresForTests.calendars(entities)
                    .store(new Calendar(calendar, owner.id(), "Work", Calendar.Colour.BLUE));
            return null;
        });
    }

    private ObjectStore store(EntityManager entities) {
        ObjectStore store = new ObjectStore();
        store.calendars = CalendarStoresForTests.calendars(entities);
        store.objects = CalendarStoresForTests.objects(entities);
        store.shares = CalendarStoresForTests.shares(entities);
        Accounts accounts = (Accounts) Proxy.newProxyInstance(
                Accounts.class.getClassLoader(),
                new Class<?>[] {Accounts.class},
                (proxy, method, arguments) ->
                        method.getName().equals("byId") && owner.id().equals(arguments[0])
                                ? Optional.of(owner)
                                : Optional.empty());
        EventRooms rooms = new EventRooms() {
            @Override
            void keep(Account by, Event event) {
                // no rooms here
            }
        };
        store.files = new CalendarFiles();
        store.files.calendars = store.calendars;
        store.files.shares = store.shares;
        store.files.accounts = accounts;
        store.files.meetings = new EventMeetings();
        store.files.rooms = rooms;
        store.files.clock = InstantSource.system();
        store.planner = new Planner();
        store.planner.calendars = store.calendars;
        store.planner.shares = store.shares;
        store.planner.accounts = accounts;
        store.planner.rooms = rooms;
        store.planner.proposals = CalendarStoresForTests.proposals(entities);
        store.planner.attachments = CalendarStoresForTests.attachments(entities);
        store.planner.clock = InstantSource.system();
        store.planner.invitations = new Invitations();
        store.planner.invitations.meetings = new EventMeetings() {
            @Override
            boolean isEncrypted(MeetingLetters letters) {
                return false;
            }
        };
        store.planner.invitations.outbox = letters::add;
        store.planner.invitations.accounts = accounts;
        store.planner.invitations.calendars = store.calendars;
        store.planner.invitations.site = new SiteAddress("https://meet.example.org");
        store.planner.invitations.settings = new SettingsReader(name -> Optional.empty(), "host:8080").read();
        store.planner.invitations.random = new Random();
        return store;
    }

    private <T> T within(Function<ObjectStore, T> work) {
        return database.inTransaction(entities -> work.apply(store(entities)));
    }

    private Outcome put(Account by, String name, String text, Condition condition) {
        return within(store -> store.put(by, calendar, name, text, condition));
    }

    private Outcome delete(Account by, String name, Condition condition) {
        return within(store -> store.delete(by, calendar, name, condition));
    }

    private CalendarObject object(String name) {
        Optional<CalendarObject> found = within(store -> store.objects.byName(calendar, name));
        return found.orElseThrow();
    }

    private Condition still(String name) {
        return new Condition(Optional.of(object(name).revision()), false, Optional.empty());
    }

    private String read(Account reader, String name) {
        return within(store -> store.shares
                .seenBy(reader, calendar)
                .flatMap(seen ->
                        store.text(seen, store.objects.byName(calendar, name).orElseThrow()))
                .orElse(""));
    }

    private void share(Access access) {
        within(store -> {
            store.shares.keep(new CalendarShare(UUID.randomUUID(), calendar, new With.Person(other.email()), access));
            return null;
        });
    }

    private String event(String uid, String... lines) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\nBEGIN:VEVENT\r\nUID:" + uid
                + "\r\nDTSTAMP:20261129T120000Z\r\nORGANIZER:mailto:"
                + owner.email().text() + "\r\n"
                + String.join("\r\n", lines) + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }

    private String single(String title, String... more) {
        return event(
                "one",
                "DTSTART;TZID=Europe/Zurich:20261207T090000\r\nDTEND;TZID=Europe/Zurich:20261207T100000\r\nSUMMARY:"
                        + title + (more.length == 0 ? "" : "\r\n" + String.join("\r\n", more)));
    }

    @Test
    void conditionsThatDoNotHoldChangeNothing() {
        assertThat(put(owner, "a.ics", single("First"), NEW)).isEqualTo(Outcome.CREATED);
        assertThat(put(owner, "a.ics", single("Again"), NEW)).isEqualTo(Outcome.CONFLICT);
        Condition old = still("a.ics");
        assertThat(put(owner, "a.ics", single("Second"), old)).isEqualTo(Outcome.CHANGED);
        assertThat(put(owner, "a.ics", single("Third"), old)).isEqualTo(Outcome.CONFLICT);
        assertThat(delete(owner, "a.ics", old)).isEqualTo(Outcome.CONFLICT);
        assertThat(read(owner, "a.ics")).contains("SUMMARY:Second");
        assertThat(put(owner, "b.ics", single("Twice"), ANY)).isEqualTo(Outcome.KNOWN);
        assertThat(delete(owner, "a.ics", still("a.ics"))).isEqualTo(Outcome.DELETED);
        assertThat(delete(owner, "a.ics", ANY)).isEqualTo(Outcome.MISSING);
        assertThat(put(owner, "b.ics", single("Back"), NEW)).isEqualTo(Outcome.CREATED);
    }

    @Test
    void aSeriesWithAReplacedTimeIsOneObjectAndNothingOfItIsLost() {
        String series = event(
                        "series",
                        "DTSTART;TZID=Europe/Zurich:20261207T090000",
                        "DURATION:PT1H",
                        "RRULE:FREQ=WEEKLY;COUNT=5",
                        "EXDATE;TZID=Europe/Zurich:20261221T090000",
                        "SUMMARY:Weekly")
                .replace(
                        "END:VCALENDAR",
                        "BEGIN:VEVENT\r\nUID:series\r\nDTSTAMP:20261129T120000Z\r\nRECURRENCE-ID;TZID=Europe/Zurich:20261214T090000\r\n"
                                + "DTSTART;TZID=Europe/Zurich:20261215T140000\r\nDURATION:PT2H\r\nSUMMARY:Moved\r\nEND:VEVENT\r\nEND:VCALENDAR");
        assertThat(put(owner, "s.ics", series, NEW)).isEqualTo(Outcome.CREATED);
        String read = read(owner, "s.ics");
        assertThat(read)
                .contains("RRULE:FREQ=WEEKLY;COUNT=5", "EXDATE;TZID=Europe/Zurich:20261221T090000", "SUMMARY:Moved")
                .contains(
                        "RECURRENCE-ID;TZID=Europe/Zurich:20261214T090000",
                        "DTSTART;TZID=Europe/Zurich:20261215T140000");
        assertThat(put(owner, "s.ics", read, still("s.ics"))).isEqualTo(Outcome.CHANGED);
        assertThat(read(owner, "s.ics").lines().filter(line -> !line.startsWith("DTSTAMP")))
                .containsExactlyElementsOf(
                        read.lines().filter(line -> !line.startsWith("DTSTAMP")).toList());
        String alone = event(
                "series", "DTSTART;TZID=Europe/Zurich:20261207T090000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=5");
        assertThat(put(owner, "s.ics", alone, ANY)).isEqualTo(Outcome.CHANGED);
        assertThat(read(owner, "s.ics")).doesNotContain("RECURRENCE-ID");
        assertThat(delete(owner, "s.ics", ANY)).isEqualTo(Outcome.DELETED);
        List<Event> left = within(store -> store.calendars.all(calendar));
        assertThat(left).isEmpty();
    }

    @Test
    void guestsAreToldOfWhatAProgramChanges() {
        String guest = "ATTENDEE;CN=Guest:mailto:guest@example.net";
        put(owner, "a.ics", single("First", guest), NEW);
        put(owner, "a.ics", single("First", guest), ANY);
        put(owner, "a.ics", single("First", guest).replace("T090000", "T083000"), ANY);
        delete(owner, "a.ics", ANY);
        assertThat(letters)
                .extracting(Letter::kind)
                .containsExactly("event.invited", "event.changed", "event.cancelled");
    }

    @Test
    void othersDoWhatTheTableSays() {
        put(owner, "a.ics", single("Open"), NEW);
        put(owner, "h.ics", event("hidden", "DTSTART:20261208T090000Z", "SUMMARY:Secret", "CLASS:PRIVATE"), NEW);
        assertThat(put(other, "a.ics", single("Evil"), ANY)).isEqualTo(Outcome.MISSING);
        share(Access.BUSY);
        assertThat(delete(other, "a.ics", ANY)).isEqualTo(Outcome.MISSING);
        share(Access.READ);
        assertThat(put(other, "a.ics", single("Evil"), ANY)).isEqualTo(Outcome.FORBIDDEN);
        assertThat(delete(other, "a.ics", ANY)).isEqualTo(Outcome.FORBIDDEN);
        assertThat(read(other, "a.ics")).contains("SUMMARY:Open");
        assertThat(read(other, "h.ics")).doesNotContain("Secret");
        share(Access.WRITE);
        assertThat(put(other, "a.ics", single("Changed"), ANY)).isEqualTo(Outcome.CHANGED);
        assertThat(delete(other, "h.ics", ANY)).isEqualTo(Outcome.FORBIDDEN);
        share(Access.DELEGATE);
        assertThat(delete(other, "h.ics", ANY)).isEqualTo(Outcome.DELETED);
    }

    @Test
    void whatIsNoEventIsNotStored() {
        assertThat(put(owner, "x.ics", "hello", ANY)).isEqualTo(Outcome.UNREADABLE);
        assertThat(put(owner, "x.ics", single("x").replace("VEVENT", "VTODO"), ANY))
                .isEqualTo(Outcome.UNREADABLE);
        String two = single("x")
                .replace(
                        "END:VCALENDAR",
                        "BEGIN:VEVENT\r\nUID:two\r\nDTSTART:20261208T090000Z\r\nEND:VEVENT\r\nEND:VCALENDAR");
        assertThat(put(owner, "x.ics", two, ANY)).isEqualTo(Outcome.UNREADABLE);
    }
}
