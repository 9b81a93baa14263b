package plenum.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.account.Account;
import plenum.account.AccountForTests;
import plenum.calendar.SeriesPlanner.Extent;
import plenum.mail.MailAddress;

@Tag("calendar")
class SeriesPlannerTest {
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    /** A Monday. */
    private static final LocalDateTime START = LocalDateTime.parse("2026-12-07T09:00");

    private static final LocalDateTime END = LocalDateTime.parse("2027-01-01T00:00");

    private final PlannerForTests made = new PlannerForTests(NOW);
    private final FakeCalendars calendars = made.calendars;
    private final SeriesPlanner planner = made.series;
    private final Account organiser =
            AccountForTests.anybody().withEmail("host@example.org").make();
    private final Account guest =
            AccountForTests.anybody().withEmail("guest@example.net").make();
    private final Calendar calendar = new Calendar(UUID.randomUUID(), organiser.id(), "Work", Calendar.Colour.TEAL);

    @BeforeEach
    void open() {
        calendars.store(calendar);
    }

    private Event series(String rule) {
        UUID id = UUID.randomUUID();
        Event series = new Event(
                id,
                calendar.id(),
                id.toString(),
                new Event.Details("Plan", "", "", true, false, List.of()),
                new EventTime(START, Duration.ofHours(1), ZURICH, false),
                Repetition.parse(rule, ZURICH),
                Optional.empty(),
                Optional.empty(),
                List.of(guest(guest.email())),
                0,
                NOW);
        made.planner.save(organiser, series);
        calendars.answered(id, guest.email(), Answer.YES);
        made.letters.clear();
        return stored(series);
    }

    private static Guest guest(MailAddress address) {
        return new Guest(address, "", Optional.empty(), true, Answer.NONE);
    }

    private Event stored(Event event) {
        return calendars.event(event.id()).orElseThrow();
    }

    /** As the dialog makes it: with the time of the one that is open, and a rule without exceptions. */
    private static Event wanted(Event series, LocalDateTime start) {
        return series.withTime(series.time().at(start))
                .withRepetition(series.repetition().map(rule -> new Repetition(rule.rule(), java.util.Set.of())));
    }

    private static Event named(Event event, String title) {
        return new Event(
                event.id(),
                event.calendar(),
                event.uid(),
                new Event.Details(title, "", "", true, false, List.of()),
                event.time(),
                event.repetition(),
                event.instead(),
                event.meeting(),
                event.guests(),
                event.sequence(),
                event.changedAt());
    }

    private List<LocalDateTime> starts() {
        return made.starts(organiser, START.minusDays(6), END, ZURICH);
    }

    private List<String> titles() {
        return made.entries(organiser, START.minusDays(6), END, ZURICH).stream()
                .map(entry -> entry.event().details().title())
                .toList();
    }

    private static LocalDateTime day(int number) {
        return START.plusDays(number);
    }

    private Event move(Event series, LocalDateTime start, LocalDateTime to) {
        return planner.save(organiser, series, start, wanted(series, to), Extent.THIS);
    }

    @Test
    void oneMovesAlone() {
        Event series = series("FREQ=DAILY;COUNT=3");
        Event one = move(series, day(1), day(1).plusHours(3));
        assertThat(starts()).containsExactly(START, day(1).plusHours(3), day(2));
        assertThat(made.told()).containsExactly("event.changed guest@example.net");
        assertThat(one.sequence()).isEqualTo(1);
        assertThat(one.guests()).extracting(Guest::answer).containsExactly(Answer.NONE);
        assertThat(stored(series).guests()).extracting(Guest::answer).containsExactly(Answer.YES);
    }

    @Test
    void oneThatIsRenamedKeepsItsAnswers() {
        Event series = series("FREQ=DAILY;COUNT=3");
        Event one = planner.save(organiser, series, day(1), named(wanted(series, day(1)), "Other"), Extent.THIS);
        assertThat(titles()).containsExactly("Plan", "Other", "Plan");
        assertThat(one.guests()).extracting(Guest::answer).containsExactly(Answer.YES);
    }

    @Test
    void oneThatMovesOutOfSightLeavesNothingBehind() {
        Event series = series("FREQ=DAILY;COUNT=3");
        move(series, day(1), START.plusYears(1));
        assertThat(starts()).containsExactly(START, day(2));
    }

    @Test
    void oneGoesToAnotherCalendar() {
        Calendar other = new Calendar(UUID.randomUUID(), organiser.id(), "Other", Calendar.Colour.ROSE);
        calendars.store(other);
        Event series = series("FREQ=DAILY;COUNT=3");
        Event wanted = wanted(series, day(1));
        Event there = new Event(
                wanted.id(),
                other.id(),
                wanted.uid(),
                wanted.details(),
                wanted.time(),
                wanted.repetition(),
                Optional.empty(),
                Optional.empty(),
                wanted.guests(),
                0,
                NOW);
        planner.save(organiser, series, day(1), there, Extent.THIS);
        assertThat(starts()).containsExactly(START, day(1), day(2));
        assertThat(calendars.all(other.id())).extracting(Event::uid).doesNotContain(series.uid());
    }

    @Test
    void thisAndTheFollowingMoveTogether() {
        Event series = series("FREQ=DAILY;UNTIL=20261210");
        planner.save(organiser, series, day(2), wanted(series, day(2).plusHours(1)), Extent.FOLLOWING);
        assertThat(starts()).containsExactly(START, day(1), day(2).plusHours(1), day(3).plusHours(1));
        assertThat(stored(series).guests()).extracting(Guest::answer).containsExactly(Answer.YES);
    }

    @Test
    void ofANumberOfTimesTheRestFollows() {
        Event series = series("FREQ=DAILY;COUNT=5");
        planner.save(organiser, series, day(2), wanted(series, day(2).plusHours(1)), Extent.FOLLOWING);
        assertThat(starts())
                .containsExactly(START, day(1), day(2).plusHours(1), day(3).plusHours(1), day(4).plusHours(1));
    }

    @Test
    void whatWasChangedForOneTimeGoesWithWhatFollows() {
        Event series = series("FREQ=DAILY;COUNT=5");
        Event early = move(series, day(1), day(1).plusHours(5));
        Event late = move(series, day(3), day(3).plusHours(5));
        planner.delete(organiser, stored(series), day(4), Extent.THIS);
        made.letters.clear();
        Event next = planner.save(
                organiser, stored(series), day(2), named(wanted(series, day(2).plusHours(1)), "New"), Extent.FOLLOWING);
        assertThat(starts()).containsExactly(START, day(1).plusHours(5), day(2).plusHours(1), day(3).plusHours(5));
        assertThat(titles()).containsExactly("Plan", "Plan", "New", "New");
        assertThat(stored(early).uid()).isEqualTo(series.uid());
        assertThat(stored(late).uid()).isEqualTo(next.uid());
        assertThat(made.told())
                .containsExactly(
                        "event.changed guest@example.net",
                        "event.changed guest@example.net",
                        "event.cancelled guest@example.net",
                        "event.changed guest@example.net");
    }

    @Test
    void whoComesToWhatFollowsAsBeforeIsNotAskedAgain() {
        Event series = series("FREQ=DAILY;COUNT=4");
        MailAddress newcomer = new MailAddress("new@example.net");
        Event wanted = wanted(series, day(2));
        Event next = planner.save(
                organiser,
                series,
                day(2),
                wanted.withGuests(List.of(series.guests().getFirst(), guest(newcomer))),
                Extent.FOLLOWING);
        assertThat(next.guests()).extracting(Guest::answer).containsExactly(Answer.YES, Answer.NONE);
        assertThat(made.told())
                .containsExactly(
                        "event.changed guest@example.net",
                        "event.invited new@example.net",
                        "event.changed guest@example.net");
        Event last =
                planner.save(organiser, next, day(3), wanted(next, day(3)).withGuests(List.of()), Extent.FOLLOWING);
        assertThat(last.guests()).isEmpty();
        assertThat(made.told())
                .as("that it is shorter is all they have to know")
                .containsExactly("event.changed guest@example.net", "event.changed new@example.net");
    }

    @Test
    void allMoveByAsMuchAsOne() {
        Event series = series("FREQ=DAILY;COUNT=2");
        planner.save(organiser, series, day(1), wanted(series, day(1).plusHours(2)), Extent.ALL);
        assertThat(starts()).containsExactly(START.plusHours(2), day(1).plusHours(2));
    }

    @Test
    void whatWasLeftOutStaysLeftOut() {
        Event series = series("FREQ=DAILY;COUNT=4");
        planner.delete(organiser, series, day(1), Extent.THIS);
        assertThat(made.told()).containsExactly("event.changed guest@example.net");
        assertThat(stored(series).guests())
                .as("nothing that was accepted has moved")
                .extracting(Guest::answer)
                .containsExactly(Answer.YES);
        planner.save(organiser, stored(series), START, named(wanted(series, START), "New"), Extent.ALL);
        assertThat(starts()).containsExactly(START, day(2), day(3));
        planner.save(organiser, stored(series), START, wanted(series, START.plusHours(1)), Extent.ALL);
        assertThat(starts()).containsExactly(START.plusHours(1), day(2).plusHours(1), day(3).plusHours(1));
    }

    @Test
    void whatWasChangedForOneTimeStaysWhenAllMove() {
        Event series = series("FREQ=DAILY;COUNT=4");
        Event second = move(series, day(1), day(1).plusHours(5));
        Event third = planner.save(organiser, series, day(2), named(wanted(series, day(2)), "Other"), Extent.THIS);
        made.letters.clear();
        MailAddress newcomer = new MailAddress("new@example.net");
        Event wanted = named(wanted(series, START.plusDays(1)), "New")
                .withGuests(List.of(series.guests().getFirst(), guest(newcomer)));
        planner.save(organiser, stored(series), START, wanted, Extent.ALL);
        assertThat(starts()).containsExactly(day(1), day(1).plusHours(5), day(3), day(4));
        assertThat(titles()).containsExactly("New", "New", "Other", "New");
        assertThat(stored(second).guests()).extracting(Guest::email).contains(newcomer);
        assertThat(stored(third).instead()).contains(day(3));
        assertThat(made.told()).contains("event.invited new@example.net", "event.changed guest@example.net");
    }

    @Test
    void allAreRenamedFromOneThatWasMoved() {
        Event series = series("FREQ=DAILY;COUNT=4");
        Event second = move(series, day(1), day(1).plusHours(5));
        Event third = planner.save(organiser, series, day(2), named(wanted(series, day(2)), "Other"), Extent.THIS);
        Event wanted = named(stored(second), "New")
                .withRepetition(wanted(series, day(1)).repetition());
        planner.save(organiser, stored(series), day(1), wanted, Extent.ALL);
        assertThat(starts()).containsExactly(START, day(1).plusHours(5), day(2), day(3));
        assertThat(titles()).containsExactly("New", "New", "Other", "New");
        Event later = stored(third);
        planner.save(
                organiser,
                stored(series),
                day(2),
                later.withTime(later.time().at(day(2).plusHours(2))).withRepetition(wanted.repetition()),
                Extent.FOLLOWING);
        assertThat(starts()).containsExactly(START, day(1).plusHours(5), day(2).plusHours(2), day(3).plusHours(2));
        assertThat(titles()).containsExactly("New", "New", "Other", "New");
    }

    @Test
    void allAreRenamedFromOneThatSomebodyHasDeclined() {
        Event series = series("FREQ=DAILY;COUNT=3");
        decline(series, day(1));
        Event part = calendars.byUid(calendar.id(), series.uid()).getLast();
        Event wanted = named(part, "New").withRepetition(wanted(series, day(1)).repetition());
        planner.save(organiser, stored(series), day(1), wanted, Extent.ALL);
        assertThat(titles()).containsExactly("New", "New", "New");
        assertThat(made.told()).containsExactly("event.changed guest@example.net");
        assertThat(guestsStarts()).containsExactly(START, day(2));
    }

    @Test
    void aTimeThatIsNoMoreTakesItsReplacementWithIt() {
        Event series = series("FREQ=DAILY;COUNT=4");
        Event last = move(series, day(3), day(3).plusHours(5));
        made.letters.clear();
        Event shorter = wanted(series, START).withRepetition(Repetition.parse("FREQ=DAILY;COUNT=2", ZURICH));
        planner.save(organiser, stored(series), START, shorter, Extent.ALL);
        assertThat(starts()).containsExactly(START, day(1));
        assertThat(calendars.event(last.id())).isEmpty();
        assertThat(made.told()).containsExactly("event.changed guest@example.net", "event.cancelled guest@example.net");
    }

    @Test
    void aSeriesForOtherDaysBeginsOnTheFirstOfThem() {
        Event series = series("FREQ=WEEKLY;BYDAY=MO;UNTIL=20261225");
        Event wanted = wanted(series, START)
                .withRepetition(Repetition.parse("FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20261218", ZURICH));
        planner.save(organiser, series, START, wanted, Extent.ALL);
        assertThat(starts()).containsExactly(day(1), day(3), day(8), day(10));
    }

    @Test
    void aPartIsDeleted() {
        Event series = series("FREQ=DAILY;COUNT=4");
        Event last = move(series, day(3), day(3).plusHours(5));
        planner.delete(organiser, stored(series), day(1), Extent.THIS);
        planner.delete(organiser, stored(series), day(3), Extent.FOLLOWING);
        assertThat(starts()).containsExactly(START, day(2));
        assertThat(calendars.event(last.id())).isEmpty();
        made.letters.clear();
        planner.delete(organiser, stored(series), START, Extent.FOLLOWING);
        assertThat(starts()).isEmpty();
        assertThat(made.told()).containsExactly("event.cancelled guest@example.net");
    }

    @Test
    void thatAllIsCancelledIsSaidOnce() {
        Event series = series("FREQ=DAILY;COUNT=4");
        move(series, day(1), day(1).plusHours(5));
        made.letters.clear();
        planner.delete(organiser, stored(series), START, Extent.ALL);
        assertThat(starts()).isEmpty();
        assertThat(made.told()).containsExactly("event.cancelled guest@example.net");
    }

    @Test
    void aGuestDeclinesOneTimeAlone() {
        Event series = series("FREQ=DAILY;COUNT=3");
        decline(series, day(1));
        assertThat(made.told()).isEmpty();
        assertThat(starts()).as("it takes place for the others").containsExactly(START, day(1), day(2));
        assertThat(guestsStarts()).containsExactly(START, day(2));
        decline(series, day(1).plusHours(1));
        decline(series, day(5));
        assertThat(calendars.all(calendar.id())).as("no time of the series").hasSize(2);
    }

    @Test
    void anAnswerToOneTimeIsNoObstacleToChanges() {
        Event series = series("FREQ=DAILY;COUNT=3");
        decline(series, day(1));
        planner.save(organiser, stored(series), START, named(wanted(series, START), "New"), Extent.ALL);
        assertThat(titles()).containsExactly("New", "New", "New");
        assertThat(made.told()).containsExactly("event.changed guest@example.net");
        assertThat(guestsStarts()).containsExactly(START, day(2));
        planner.save(organiser, stored(series), START, wanted(stored(series), START.plusHours(1)), Extent.ALL);
        assertThat(made.told()).containsExactly("event.changed guest@example.net");
        assertThat(guestsStarts())
                .as("another time is another question")
                .containsExactly(START.plusHours(1), day(1).plusHours(1), day(2).plusHours(1));
    }

    private void decline(Event series, LocalDateTime start) {
        planner.answer(new Calendars.Invitation(series.id(), guest.email()), start, Answer.NO);
    }

    private List<LocalDateTime> guestsStarts() {
        return made.starts(guest, START.minusDays(6), END, ZURICH);
    }
}
