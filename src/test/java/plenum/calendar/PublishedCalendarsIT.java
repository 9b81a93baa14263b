package plenum.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plenum.account.Account;
import plenum.account.AccountForTests;
import plenum.account.Accounts;
import plenum.calendar.store.CalendarStoresForTests;
import plenum.it.HibernateForTests;

/** Calendars that ical4j publishes, with the examples of RFC 5545: they are imported, stored and exported, and mean the same. */
@Tag("calendar")
class PublishedCalendarsIT {
    private static final Path FILES = Path.of("src/test/resources/calendar/published");
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final LocalDateTime FROM = LocalDateTime.parse("1995-01-01T00:00");
    private static final LocalDateTime TO = LocalDateTime.parse("2012-01-01T00:00");

    /**
     * Where the library does not say what RFC 5545 says: it leaves in what is left out in another zone, takes further dates with a zone as times
     * without one, and a zone's own incomplete description for the zone.
     */
    private static final Set<String> READ_OTHERWISE = Set.of(
            "EXDATE-IN-UTC.ics",
            "Earth32Seasons.ics",
            "calconnect2.ics",
            "calconnect3.ics",
            "calconnect4.ics",
            "calconnect5.ics",
            "calconnect6.ics",
            "calconnect7.ics",
            "calconnect8.ics",
            "calconnect9.ics");

    private static HibernateForTests database;

    private final Calendars calendars = database.transactional(Calendars.class, CalendarStoresForTests::calendars);
    private final CalendarFiles files = new CalendarFiles();
    private Account owner;
    private Calendar calendar;

    @BeforeAll
    static void start() {
        database = CalendarStoresForTests.open("calendar_published");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    static Stream<String> published() throws IOException {
        try (Stream<Path> all = Files.list(FILES)) {
            return all
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".ics"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @BeforeEach
    void open() {
        owner = database.store(AccountForTests.anybody().make());
        calendar = new Calendar(UUID.randomUUID(), owner.id(), "Work", Calendar.Colour.BLUE);
        calendars.store(calendar);
        files.calendars = calendars;
        files.shares = database.transactional(CalendarShares.class, CalendarStoresForTests::shares);
        files.accounts = (Accounts) Proxy.newProxyInstance(
                Accounts.class.getClassLoader(),
                new Class<?>[] {Accounts.class},
                (proxy, method, arguments) -> Optional.of(owner));
        files.clock = InstantSource.fixed(NOW);
        files.meetings = new EventMeetings();
        files.rooms = new EventRooms() {
            @Override
            void keep(Account by, Event event) {
                // no rooms here
            }
        };
    }

    @ParameterizedTest
    @MethodSource("published")
    void itMeansTheSameAfterwards(String name) throws Exception {
        String text = Files.readString(FILES.resolve(name), StandardCharsets.UTF_8);
        EventReader.Found read = files.read(owner, calendar.id(), text);
        assertThat(read.events()).as("events in %s", name).isNotEmpty();
        files.store(owner, calendar.id(), read);
        String written = files.write(calendar);
        assertThat(meaning(files.read(owner, calendar.id(), written).events())).isEqualTo(meaning(read.events()));
        // what takes place according to the library, before and after
        if (!READ_OTHERWISE.contains(name)) {
            assertThat(occurrences(written)).isEqualTo(occurrences(text));
        }
    }

    private static List<String> meaning(List<Event> events) {
        return events.stream()
                .map(event -> String.join(
                        "|",
                        event.uid(),
                        String.valueOf(event.instead()),
                        event.details().toString(),
                        event.time().toString(),
                        event.repetition().map(PublishedCalendarsIT::rule).orElse(""),
                        event.guests().toString()))
                .distinct()
                .sorted()
                .toList();
    }

    private static String rule(Repetition repetition) {
        return repetition.rule() + " " + new TreeSet<>(repetition.except());
    }

    /** Title and start of all that takes place in some years, of events that one calendar can hold: with a start, and not cancelled. */
    private static TreeSet<String> occurrences(String text) throws Exception {
        TreeSet<String> found = new TreeSet<>();
        Period<LocalDateTime> span = new Period<>(FROM, TO);
        net.fortuna.ical4j.model.Calendar file = new CalendarBuilder().build(new StringReader(text));
        for (Component event : file.getComponentList().getAll()) {
            if (!event.getName().equals(Component.VEVENT)) {
                continue;
            }
            String title = event.getProperty(Property.SUMMARY)
                    .map(Property::getValue)
                    .map(value -> value.replaceAll("\\s+", " ").strip())
                    .filter(value -> !value.isEmpty())
                    .orElse("–");
            event.<Temporal>calculateRecurrenceSet(span).stream()
                    .map(period -> period.getStart())
                    .filter(Objects::nonNull)
                    .forEach(start -> found.add(title + " " + instant(start)));
        }
        return found;
    }

    private static String instant(Temporal start) {
        return switch (start) {
            case LocalDate day -> day.toString();
            case LocalDateTime local -> local.atZone(ZURICH).toInstant().toString();
            case ZonedDateTime zoned -> zoned.toInstant().toString();
            case OffsetDateTime offset -> offset.toInstant().toString();
            case Instant instant -> instant.atOffset(ZoneOffset.UTC).toInstant().toString();
            default -> throw new AssertionError(start.getClass());
        };
    }
}
