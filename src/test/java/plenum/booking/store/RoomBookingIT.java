package plenum.booking.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.account.Account;
import plenum.account.AccountForTests;
import plenum.account.Accounts;
import plenum.booking.Bookable;
import plenum.booking.Bookables;
import plenum.booking.Booking;
import plenum.booking.Bookings;
import plenum.booking.OpeningHours;
import plenum.booking.RefusedBookingException;
import plenum.booking.RefusedBookingException.Reason;
import plenum.booking.RoomBooking;
import plenum.booking.Span;
import plenum.calendar.Answer;
import plenum.calendar.Calendar;
import plenum.calendar.CalendarKeeper;
import plenum.calendar.Calendars;
import plenum.calendar.Event;
import plenum.calendar.EventTime;
import plenum.calendar.Guest;
import plenum.calendar.Planner;
import plenum.calendar.Repetition;
import plenum.calendar.SeriesPlanner;
import plenum.it.AwaitSchema;
import plenum.it.Deployments;
import plenum.meeting.store.Schema;
import plenum.platform.SecretToken;

/** Rooms in a real PostgreSQL: nothing is booked twice, whoever tries and however many. */
@ExtendWith(ArquillianExtension.class)
@Tag("booking")
class RoomBookingIT {
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
    private static final int CROWD = 1000;

    @Inject
    Bookables bookables;

    @Inject
    Bookings bookings;

    @Inject
    RoomBooking booking;

    @Inject
    Planner planner;

    @Inject
    SeriesPlanner seriesPlanner;

    @Inject
    Calendars calendars;

    @Inject
    CalendarKeeper keeper;

    @Inject
    Accounts accounts;

    @Inject
    BookingData personal;

    @Inject
    Schema schema;

    @Resource(lookup = "java:jboss/datasources/PlenumDS")
    DataSource database;

    private Account owner;
    private Calendar calendar;
    private Bookable room;
    private LocalDateTime start;

    @Deployment
    static WebArchive application() {
        return Deployments.application();
    }

    @BeforeEach
    void open() {
        AwaitSchema.of(schema);
        owner = AccountForTests.anybody().createIn(accounts);
        keeper.createFirst(owner, "Work");
        calendar = calendars.of(owner.id()).getFirst();
        room = room(OpeningHours.always(ZURICH), Optional.empty());
        start = LocalDate.now(ZURICH).plusDays(3).atTime(9, 0);
    }

    private Bookable room(OpeningHours hours, Optional<UUID> asked) {
        Bookable made = new Bookable(
                UUID.randomUUID(),
                "Room " + UUID.randomUUID(),
                8,
                "Screen",
                "Floor 2",
                new Bookable.Terms(Optional.empty(), asked, hours));
        bookables.store(made);
        return made;
    }

    private Event event(LocalDateTime at, String rule, Bookable... rooms) {
        UUID id = UUID.randomUUID();
        return new Event(
                        id,
                        calendar.id(),
                        id.toString(),
                        new Event.Details("Plan", "", "", true, false, List.of()),
                        new EventTime(at, Duration.ofHours(1), ZURICH, false),
                        Repetition.parse(rule, ZURICH),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        0,
                        Instant.EPOCH)
                .withRooms(
                        java.util.Arrays.stream(rooms).map(Bookable::id).collect(java.util.stream.Collectors.toSet()));
    }

    private RefusedBookingException refused(Event event) {
        return assertThrows(RefusedBookingException.class, () -> planner.save(owner, event));
    }

    private int booked(Bookable what) {
        Instant from = Instant.now();
        return bookings.during(what.id(), new Span(from, from.plus(Duration.ofDays(400))))
                .size();
    }

    @Test
    void ofAThousandAtOnceExactlyOneGetsTheRoom() throws Exception {
        try (ExecutorService crowd = Executors.newFixedThreadPool(24)) {
            List<Future<Boolean>> tries = new ArrayList<>();
            for (int i = 0; i < CROWD; i++) {
                LocalDateTime at = start.plusMinutes(i % 59);
                tries.add(crowd.submit(() -> wins(event(at, "", room))));
            }
            int won = 0;
            for (Future<Boolean> each : tries) {
                won += each.get() ? 1 : 0;
            }
            assertEquals(1, won);
        }
        assertEquals(1, booked(room));
        assertEquals(1, calendars.all(calendar.id()).size());
    }

    private boolean wins(Event event) {
        try {
            planner.save(owner, event);
            return true;
        } catch (RefusedBookingException e) {
            assertEquals(Reason.TAKEN, e.reason());
            return false;
        }
    }

    @Test
    void theDatabaseItselfRefusesASecondBooking() throws SQLException {
        planner.save(owner, event(start, "", room));
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                    insert into booking (id, bookable_id, title, during, confirmed)
                    values (?, ?, '', tstzrange(?, ?), true)\
                    """)) {
            insert.setObject(1, UUID.randomUUID());
            insert.setObject(2, room.id());
            insert.setObject(3, start.plusMinutes(30).atZone(ZURICH).toOffsetDateTime());
            insert.setObject(4, start.plusMinutes(90).atZone(ZURICH).toOffsetDateTime());
            assertEquals(
                    "23P01",
                    assertThrows(SQLException.class, insert::executeUpdate).getSQLState());
        }
    }

    @Test
    void aSeriesTakesAllOfItsTimesAndGivesThemBack() {
        Event series = event(start, "FREQ=WEEKLY;COUNT=10", room);
        planner.save(owner, series);
        assertEquals(10, booked(room));
        assertEquals(
                Set.of(room.id()), calendars.event(series.id()).orElseThrow().rooms());
        RefusedBookingException third = refused(event(start.plusWeeks(2).plusMinutes(30), "", room));
        assertEquals(Reason.TAKEN, third.reason());
        assertEquals(room.name(), third.bookable());
        Event before = calendars.event(series.id()).orElseThrow();
        Event moved = before.withTime(before.time().at(start.plusWeeks(1).plusHours(3)));
        seriesPlanner.save(owner, before, start.plusWeeks(1), moved, SeriesPlanner.Extent.THIS);
        planner.save(owner, event(start.plusWeeks(1), "", room));
        assertEquals(11, booked(room));
        planner.delete(owner, calendars.event(series.id()).orElseThrow());
        assertEquals(1, booked(room));
    }

    @Test
    void anEventWhoseRoomIsRefusedIsNotStored() {
        planner.save(owner, event(start, "", room));
        Event second = event(start.minusMinutes(30), "", room);
        assertEquals(
                Optional.of(second.time().interval().start()), refused(second).at());
        assertEquals(Optional.empty(), calendars.event(second.id()));
        planner.save(owner, event(start.plusHours(1), "", room));
        assertEquals(2, booked(room));
    }

    @Test
    void closedRoomsAndThoseOfOthersAreRefused() {
        OpeningHours mornings =
                new OpeningHours(ZURICH, Set.of(DayOfWeek.values()), LocalTime.of(8, 0), LocalTime.of(9, 30));
        assertEquals(
                Reason.CLOSED,
                refused(event(start, "", room(mornings, Optional.empty()))).reason());
        Account stranger = AccountForTests.anybody().createIn(accounts);
        accounts.setGroups(stranger.id(), List.of("Board " + UUID.randomUUID()));
        Bookables.Named group = bookables.groups().getFirst();
        Bookable board = new Bookable(
                UUID.randomUUID(),
                "Board " + UUID.randomUUID(),
                8,
                "",
                "",
                new Bookable.Terms(Optional.of(group.id()), Optional.empty(), OpeningHours.always(ZURICH)));
        bookables.store(board);
        assertEquals(Reason.NOT_ALLOWED, refused(event(start, "", board)).reason());
    }

    @Test
    void aKeeperAllowsOrRefuses() {
        Account asked = AccountForTests.anybody().createIn(accounts);
        Bookable kept = room(OpeningHours.always(ZURICH), Optional.of(asked.id()));
        Event first = event(start, "", kept);
        Event second = event(start.plusHours(1), "FREQ=DAILY;COUNT=3", kept);
        planner.save(owner, first);
        planner.save(owner, second);
        List<Booking> waiting = booking.waitingFor(asked, 9);
        assertEquals(2, waiting.size());
        booking.answer(owner, waiting.getFirst().id(), true);
        assertEquals(2, booking.waitingFor(asked, 9).size());
        waiting.forEach(one -> booking.answer(asked, one.id(), one.event().equals(Optional.of(first.id()))));
        assertEquals(1, booked(kept));
        assertTrue(bookings.of(first.id()).getFirst().confirmed());
        assertEquals(Set.of(), calendars.event(second.id()).orElseThrow().rooms());
    }

    /** The time takes place as before, so nobody is asked again, and the room stays that of the series. */
    @Test
    void anAnswerToOneTimeOfASeriesAsksForNoRoom() {
        Account asked = AccountForTests.anybody().createIn(accounts);
        Bookable kept = room(OpeningHours.always(ZURICH), Optional.of(asked.id()));
        Guest guest = new Guest(asked.email(), "", Optional.of(asked.id()), true, Answer.NONE);
        Event series =
                planner.save(owner, event(start, "FREQ=DAILY;COUNT=3", kept).withGuests(List.of(guest)));
        booking.answer(asked, booking.waitingFor(asked, 9).getFirst().id(), true);
        LocalDateTime second = start.plusDays(1);
        seriesPlanner.answer(new Calendars.Invitation(series.id(), asked.email()), second, Answer.NO);
        Event part = calendars.byUid(calendar.id(), series.uid()).stream()
                .filter(event -> event.instead().isPresent())
                .findFirst()
                .orElseThrow();
        assertEquals(Answer.NO, part.guests().getFirst().answer());
        assertEquals(Set.of(kept.id()), part.rooms());
        assertEquals(3, booked(kept));
        assertEquals(List.of(), booking.waitingFor(asked, 9));
        Event later = seriesPlanner.save(
                owner,
                calendars.event(series.id()).orElseThrow(),
                start,
                calendars
                        .event(series.id())
                        .orElseThrow()
                        .withTime(series.time().at(start.plusHours(2))),
                SeriesPlanner.Extent.ALL);
        assertEquals(
                List.of(later.id()),
                calendars.byUid(calendar.id(), series.uid()).stream()
                        .map(Event::id)
                        .toList());
        assertEquals(3, booked(kept));
        planner.delete(owner, later);
        assertEquals(0, booked(kept));
    }

    @Test
    void aDisplayShowsItsRoomUntilItIsTakenAway() {
        SecretToken token = SecretToken.draw(new java.util.Random());
        Bookables.Display display = new Bookables.Display(UUID.randomUUID(), room.id(), "Door");
        bookables.addDisplay(display, token.hash());
        assertEquals(Optional.of(room), bookables.byDisplay(token));
        assertTrue(booking.bookNow(room, Duration.ofMinutes(30)));
        assertFalse(booking.bookNow(room, Duration.ofMinutes(15)));
        bookables.removeDisplay(display.id());
        assertEquals(Optional.empty(), bookables.byDisplay(token));
    }

    @Test
    void theHorizonMovesAndSaysWhatIsLost() {
        Event series = event(start, "FREQ=WEEKLY", room);
        planner.save(owner, series);
        int before = booked(room);
        assertTrue(before > 50);
        bookings.of(series.id()).stream().skip(10).forEach(one -> bookings.removeOne(one.id()));
        planner.save(owner, event(start.plusWeeks(20), "", room));
        List<Span> all = java.util.stream.IntStream.range(0, 52)
                .mapToObj(week -> new EventTime(start.plusWeeks(week), Duration.ofHours(1), ZURICH, false).interval())
                .map(interval -> new Span(interval.start(), interval.end()))
                .toList();
        List<Span> lost = booking.extend(owner, new RoomBooking.Wish(series.id(), "Plan", Set.of(room.id()), all));
        assertEquals(List.of(all.get(20)), lost);
        assertEquals(52, booked(room));
    }

    @Test
    void whatSomebodyBookedIsExportedAndErased() {
        planner.save(owner, event(start, "", room));
        assertTrue(personal.export(owner.id()).toString().contains(room.name()));
        personal.erase(owner.id());
        assertEquals(java.util.Map.of(), personal.export(owner.id()));
        assertEquals(0, booked(room));
    }
}
