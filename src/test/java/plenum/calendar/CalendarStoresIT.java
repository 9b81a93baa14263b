package plenum.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.account.Account;
import plenum.account.AccountForTests;
import plenum.calendar.CalendarObjects.CalendarObject;
import plenum.calendar.DatePoll.Vote;
import plenum.calendar.store.CalendarStoresForTests;
import plenum.it.HibernateForTests;
import plenum.mail.MailAddress;
import plenum.platform.SecretToken;

/** The stores of calendars in a real PostgreSQL, with what its triggers note of each change. */
@Tag("calendar")
class CalendarStoresIT {
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
    private static final MailAddress GUEST = new MailAddress("guest@example.net");

    private static HibernateForTests database;

    private final Calendars calendars = database.transactional(Calendars.class, CalendarStoresForTests::calendars);
    private final CalendarObjects objects =
            database.transactional(CalendarObjects.class, CalendarStoresForTests::objects);
    private final Reminders reminders = database.transactional(Reminders.class, CalendarStoresForTests::reminders);
    private final Proposals proposals = database.transactional(Proposals.class, CalendarStoresForTests::proposals);
    private final DatePolls polls = database.transactional(DatePolls.class, CalendarStoresForTests::polls);
    private Account owner;
    private Calendar calendar;

    @BeforeAll
    static void start() {
        database = CalendarStoresForTests.open("calendar_stores");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void open() {
        owner = database.store(AccountForTests.anybody().make());
        calendar = new Calendar(UUID.randomUUID(), owner.id(), "Work", Calendar.Colour.BLUE);
        calendars.store(calendar);
    }

    private Event event(String uid, LocalDateTime at) {
        return new Event(
                UUID.randomUUID(),
                calendar.id(),
                uid,
                new Event.Details(
                        "Plan", "", "", true, false, List.of(Duration.ofMinutes(10)), List.of(Duration.ofDays(1))),
                new EventTime(at, Duration.ofHours(1), ZURICH, false),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(new Guest(GUEST, "Guest", Optional.empty(), true, Answer.NONE)),
                0,
                Instant.EPOCH);
    }

    private static LocalDateTime soon() {
        return LocalDateTime.now(ZURICH).withNano(0).plusDays(3);
    }

    private Optional<CalendarObject> object(String uid) {
        return objects.byUid(calendar.id(), uid);
    }

    @Test
    void eachChangeOfAnObjectIsNoted() {
        Event event = event("one", soon());
        calendars.store(event);
        CalendarObject first = object("one").orElseThrow();
        assertThat(first.name()).isEqualTo("one.ics");
        assertThat(first.gone()).isFalse();
        assertThat(objects.revision(calendar.id())).isGreaterThanOrEqualTo(first.revision());
        calendars.answered(event.id(), GUEST, Answer.YES);
        CalendarObject answered = object("one").orElseThrow();
        assertThat(answered.revision()).isGreaterThan(first.revision());
        calendars.answered(event.id(), GUEST, Answer.YES);
        assertThat(object("one")).contains(answered);
        calendars.delete(event);
        CalendarObject gone = object("one").orElseThrow();
        assertThat(gone.gone()).isTrue();
        assertThat(objects.since(calendar.id(), answered.revision())).containsExactly(gone);
        assertThat(objects.all(calendar.id())).isEmpty();
        calendars.store(event("one", soon()));
        assertThat(object("one").orElseThrow().gone()).isFalse();
    }

    @Test
    void aProgramChoosesNamesAndOddUidsGetOnes() {
        objects.name(calendar.id(), "x", "chosen name.ics");
        calendars.store(event("x", soon()));
        assertThat(objects.byName(calendar.id(), "chosen name.ics")
                        .orElseThrow()
                        .uid())
                .isEqualTo("x");
        calendars.store(event("a/b c", soon()));
        assertThat(object("a/b c").orElseThrow().name()).matches("[0-9a-f]{32}\\.ics");
    }

    @Test
    void aCalendarIsDeletedWithItsObjects() {
        calendars.store(event("one", soon()));
        calendars.delete(calendar.id());
        assertThat(object("one")).isEmpty();
        assertThat(objects.revision(calendar.id())).isZero();
    }

    @Test
    void remindersAreDueAndGivenOnce() {
        Event event = event("one", soon());
        calendars.store(event);
        assertThat(calendars.event(event.id()).orElseThrow().details()).isEqualTo(event.details());
        Instant start = event.time().interval().start();
        Instant now = start.minus(Duration.ofDays(1));
        assertThat(reminders.due(now.minusSeconds(1), 900)).doesNotContain(event.id());
        assertThat(reminders.due(now, 900)).contains(event.id());
        assertThat(reminders.lock(event.id(), now)).contains(now);
        Reminders.Given given = new Reminders.Given(
                event.id(), owner.id(), start, event.time().interval().end(), Duration.ofMinutes(10), false);
        assertThat(reminders.give(given)).isTrue();
        assertThat(reminders.give(given)).isFalse();
        assertThat(reminders.of(owner.id(), Instant.now(), 9)).containsExactly(given);
        Set<UUID> both = Set.of(owner.id(), UUID.randomUUID());
        assertThat(reminders.waiting(both, Instant.now())).containsOnlyKeys(owner.id());
        assertThat(reminders.waiting(both, given.end())).isEmpty();
        long before = objects.revision(calendar.id());
        reminders.setNext(event.id(), Optional.empty());
        assertThat(objects.revision(calendar.id())).isEqualTo(before);
        assertThat(reminders.lock(event.id(), now)).isEmpty();
        reminders.seen(owner.id(), event.id(), start);
        assertThat(reminders.of(owner.id(), Instant.now(), 9)).isEmpty();
        assertThat(reminders.waiting(both, Instant.now())).isEmpty();
        assertThat(reminders.forget(start.plus(Duration.ofDays(1)))).isEqualTo(1);
    }

    /** One that was moved to the next month leaves nothing in this one, and one that is declined nothing at all. */
    @Test
    void whatIsReplacedTakesNoTime() {
        LocalDateTime start = LocalDateTime.parse("2027-03-01T09:00");
        String uid = "series of " + calendar.id();
        Event series = event(uid, start).withRepetition(Repetition.parse("FREQ=DAILY;COUNT=4", ZURICH));
        calendars.store(series);
        Event moved = series.occurrence(UUID.randomUUID(), start.plusDays(1));
        calendars.store(moved.withTime(moved.time().at(start.plusDays(50))));
        Event declined = series.occurrence(UUID.randomUUID(), start.plusDays(2));
        calendars.store(declined.withGuests(List.of(declined.guests().getFirst().with(Answer.NO))));
        assertThat(calendars.replaced(List.of(series.id())))
                .isEqualTo(Map.of(series.id(), Set.of(start.plusDays(1), start.plusDays(2))));
        assertThat(calendars.replaced(List.of(moved.id())))
                .as("it is no series")
                .isEmpty();

        EventTime.Interval march = new EventTime.Interval(
                start.minusHours(1).atZone(ZURICH).toInstant(),
                start.plusDays(20).atZone(ZURICH).toInstant());
        BusyTimes times = database.transactional(BusyTimes.class, CalendarStoresForTests::busyTimes);
        assertThat(times.of(List.of(owner.id()), march, Optional.empty()).series())
                .filteredOn(one -> one.event().equals(series.id()))
                .singleElement()
                .satisfies(one -> assertThat(one.repetition().starts(one.time(), march))
                        .containsExactly(start, start.plusDays(3)));
        assertThat(calendars.invited(uid, GUEST)).hasSize(3);
    }

    @Test
    void proposalsAreTheLastOfEachGuest() {
        String uid = UUID.randomUUID().toString();
        Event event = event(uid, soon());
        calendars.store(event);
        EventTime first = event.time().at(soon().plusHours(2));
        EventTime second = event.time().at(soon().plusHours(4));
        proposals.keep(new Proposals.Proposal(event.id(), GUEST, first, ""));
        Proposals.Proposal last = new Proposals.Proposal(event.id(), GUEST, second, "later");
        proposals.keep(last);
        assertThat(proposals.of(event.id())).containsExactly(last);
        assertThat(calendars.invited(uid, GUEST)).extracting(Event::id).containsExactly(event.id());
        assertThat(calendars.invited(uid, new MailAddress("other@example.net"))).isEmpty();
        proposals.forget(event.id());
        assertThat(proposals.of(event.id())).isEmpty();
    }

    @Test
    void pollsOfDatesAreAskedAndAnswered() {
        DatePoll poll = new DatePoll(
                UUID.randomUUID(),
                owner.id(),
                "Plan",
                Duration.ofMinutes(45),
                ZURICH,
                List.of(LocalDateTime.parse("2026-12-07T09:30"), LocalDateTime.parse("2026-12-08T00:00")),
                Optional.empty());
        SecretToken token = new SecretToken("token of " + poll.id());
        polls.create(poll, token.hash());
        assertThat(polls.byToken(token)).contains(poll);
        assertThat(polls.of(owner.id())).containsExactly(poll);
        Vote ann = new Vote("Ann", Optional.of(GUEST), List.of(Answer.YES, Answer.NO));
        Vote bob = new Vote("Bob", Optional.empty(), List.of(Answer.MAYBE, Answer.YES));
        assertThat(polls.vote(poll.id(), SecretToken.hash("2"), bob)).isTrue();
        assertThat(polls.vote(poll.id(), SecretToken.hash("1"), bob)).isTrue();
        assertThat(polls.vote(poll.id(), SecretToken.hash("1"), ann)).isTrue();
        assertThat(polls.votes(poll.id())).containsExactly(ann, bob);
        assertThat(polls.forget(poll.end())).isZero();
        polls.delete(poll.id());
        assertThat(polls.byToken(token)).isEmpty();
    }

    @Test
    void peopleOfAGroupAreInvitedAsSuchAndStayWhenItIsGone() {
        GuestGroups groups = database.transactional(GuestGroups.class, CalendarStoresForTests::groups);
        UUID group = UUID.randomUUID();
        database.execute("insert into account_group (id, name) values ('" + group + "', 'Sales " + group + "')");
        database.execute("insert into account_group_member (account_id, group_id) values ('" + owner.id() + "', '"
                + group + "')");
        List<Guest> people = groups.people(group);
        assertThat(people).extracting(Guest::account).containsExactly(Optional.of(owner.id()));
        assertThat(groups.named(List.of(group)))
                .extracting(GuestGroups.Group::id)
                .containsExactly(group);
        Event event = event("one", soon()).withGuests(people);
        calendars.store(event);
        assertThat(calendars.event(event.id()).orElseThrow().guests()).isEqualTo(people);
        database.execute("delete from account_group where id = '" + group + "'");
        assertThat(calendars.event(event.id()).orElseThrow().guests())
                .extracting(Guest::group)
                .containsExactly(Optional.empty());
    }

    @Test
    void busyTimesAreThoseOfOwnEventsAndOfAcceptedInvitations() {
        BusyTimes times = database.transactional(BusyTimes.class, CalendarStoresForTests::busyTimes);
        LocalDateTime at = soon();
        Event own = event("own", at);
        Repetition daily =
                Repetition.parse("FREQ=DAILY;COUNT=3", ZURICH).orElseThrow().without(at.plusDays(1));
        calendars.store(own.withRepetition(Optional.of(daily)));
        Account other = database.store(AccountForTests.anybody().make());
        Calendar theirs = new Calendar(UUID.randomUUID(), other.id(), "Theirs", Calendar.Colour.BLUE);
        calendars.store(theirs);
        for (Answer answer : List.of(Answer.YES, Answer.MAYBE, Answer.NO)) {
            Event invited = event(answer.name(), at.plusHours(2));
            calendars.store(new Event(
                    invited.id(),
                    theirs.id(),
                    invited.uid(),
                    invited.details(),
                    invited.time(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(new Guest(owner.email(), "", Optional.of(owner.id()), true, answer)),
                    0,
                    Instant.EPOCH));
        }
        EventTime.Interval span = new EventTime.Interval(
                at.minusDays(1).atZone(ZURICH).toInstant(),
                at.plusDays(5).atZone(ZURICH).toInstant());
        BusyTimes.Busy busy = times.of(List.of(owner.id()), span, Optional.empty());
        assertThat(busy.single())
                .isEqualTo(Map.of(
                        owner.id(), List.of(event("YES", at.plusHours(2)).time().interval())));
        assertThat(busy.series()).containsExactly(new BusyTimes.Series(owner.id(), own.id(), own.time(), daily));
        assertThat(times.of(List.of(owner.id()), span, Optional.of(own.id())).series())
                .as("while it is edited")
                .isEmpty();
    }

    @Test
    void eventsThatTouchAreOneSpanWithoutTime() {
        BusyTimes times = database.transactional(BusyTimes.class, CalendarStoresForTests::busyTimes);
        LocalDateTime at = soon();
        EventTime first = event("first", at).time();
        EventTime last = first.at(at.plus(first.length()));
        calendars.store(event("first", at));
        calendars.store(event("last", last.start()));
        Event apart = event("apart", at.plusHours(9));
        calendars.store(apart);
        EventTime.Interval span = new EventTime.Interval(
                at.minusDays(1).atZone(ZURICH).toInstant(),
                at.plusDays(1).atZone(ZURICH).toInstant());
        assertThat(times.of(List.of(owner.id()), span, Optional.empty())
                        .single()
                        .get(owner.id()))
                .containsExactly(
                        new EventTime.Interval(
                                first.interval().start(), last.interval().end()),
                        apart.time().interval());
        assertThat(times.of(List.of(owner.id()), span, Optional.of(apart.id()))
                        .single()
                        .get(owner.id()))
                .hasSize(1);
    }
}
