package plenum.calendar.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
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
import plenum.calendar.Answer;
import plenum.calendar.Calendar;
import plenum.calendar.Calendars;
import plenum.calendar.Event;
import plenum.calendar.EventTime;
import plenum.calendar.EventTime.Interval;
import plenum.calendar.FreeSlots.Hours;
import plenum.calendar.Guest;
import plenum.calendar.Preference;
import plenum.calendar.Preferences;
import plenum.calendar.Repetition;
import plenum.it.AwaitSchema;
import plenum.it.Deployments;
import plenum.mail.MailAddress;
import plenum.meeting.MeetingLetters;
import plenum.meeting.store.Schema;
import plenum.platform.SecretToken;

/** Calendars in a real PostgreSQL. */
@ExtendWith(ArquillianExtension.class)
@Tag("calendar")
class StoredCalendarsIT {
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final LocalDateTime START = LocalDateTime.parse("2026-12-07T09:00");

    @Inject
    Calendars calendars;

    @Inject
    Preferences preferences;

    @Inject
    CalendarData personal;

    @Inject
    Accounts accounts;

    @Inject
    Schema schema;

    private Account owner;
    private Calendar calendar;

    @Deployment
    static WebArchive application() {
        return Deployments.application();
    }

    @BeforeEach
    void open() {
        AwaitSchema.of(schema);
        owner = AccountForTests.anybody().createIn(accounts);
        calendar = new Calendar(UUID.randomUUID(), owner.id(), "Work", Calendar.Colour.BLUE);
        calendars.store(calendar);
    }

    private Event event(String rule, Guest... guests) {
        UUID id = UUID.randomUUID();
        return new Event(
                id,
                calendar.id(),
                id.toString(),
                new Event.Details(
                        "Title", "Text\nmore", "Here", true, true, List.of(Duration.ofMinutes(10), Duration.ofDays(1))),
                new EventTime(START, Duration.ofMinutes(90), ZURICH, false),
                Repetition.parse(rule, ZURICH).map(read -> read.without(START.plusDays(1))),
                Optional.empty(),
                Optional.of(new MeetingLetters("abcdefghijkmnpqrst")),
                List.of(guests),
                3,
                NOW);
    }

    private static Guest guest(String email) {
        return new Guest(new MailAddress(email), "Name", Optional.empty(), false, Answer.NONE);
    }

    private static Interval days(int from, int to) {
        return new Interval(
                START.toLocalDate().plusDays(from).atStartOfDay(ZURICH).toInstant(),
                START.toLocalDate().plusDays(to).atStartOfDay(ZURICH).toInstant());
    }

    private List<Event> within(int from, int to) {
        return calendars.events(List.of(calendar.id()), days(from, to), 9);
    }

    @Test
    void anEventComesBackAsItWasStored() {
        Event event = event("FREQ=DAILY;COUNT=4", guest("a@example.net"), guest("b@example.net"));
        calendars.store(event);
        assertEquals(Optional.of(event), calendars.event(event.id()));
        assertEquals(List.of(event), calendars.byUid(calendar.id(), event.uid()));
        calendars.store(event.withGuests(List.of(guest("b@example.net"))));
        assertEquals(
                List.of(guest("b@example.net")),
                calendars.event(event.id()).orElseThrow().guests());
        calendars.delete(event);
        assertEquals(Optional.empty(), calendars.event(event.id()));
    }

    @Test
    void aSpanHasWhatTakesPlaceInIt() {
        Event once = event("");
        Event ended = event("FREQ=DAILY;COUNT=3");
        Event endless = event("FREQ=WEEKLY");
        List.of(once, ended, endless).forEach(calendars::store);
        assertEquals(Set.of(once, ended, endless), Set.copyOf(within(0, 1)));
        assertEquals(Set.of(ended, endless), Set.copyOf(within(2, 3)));
        assertEquals(List.of(endless), within(400, 420));
        assertEquals(List.of(), calendars.events(List.of(), days(0, 1), 9));
    }

    @Test
    void linksAnswerForOneGuestAndEndWithTheInvitation() {
        Event event = event("", guest("a@example.net"), guest("b@example.net"));
        calendars.store(event);
        SecretToken token = SecretToken.draw(new Random());
        Calendars.Invitation invitation = new Calendars.Invitation(event.id(), new MailAddress("a@example.net"));
        calendars.addLink(invitation, token.hash());
        assertEquals(Optional.of(invitation), calendars.invitation(token));
        calendars.answered(event.id(), invitation.guest(), Answer.YES);
        assertEquals(
                List.of(Answer.YES, Answer.NONE),
                calendars.event(event.id()).orElseThrow().guests().stream()
                        .map(Guest::answer)
                        .toList());
        assertTrue(calendars.invitedTo(invitation.guest(), days(0, 1), 900).stream()
                .map(Event::id)
                .anyMatch(event.id()::equals));
        calendars.store(event.withGuests(List.of(guest("b@example.net"))));
        assertEquals(Optional.empty(), calendars.invitation(token));
    }

    @Test
    void preferencesAreTheUsualOnesUntilTheyAreChanged() {
        assertEquals(Preference.usual(ZURICH), preferences.of(owner.id(), ZURICH));
        Hours usual = Hours.usual(ZURICH);
        Preference other = new Preference(
                false, true, new Hours(ZURICH, usual.days(), usual.from().plusHours(1), usual.to()));
        preferences.store(owner.id(), other);
        assertEquals(other, preferences.of(owner.id(), ZURICH));
    }

    @Test
    void allThatIsKeptAboutAPersonIsExportedAndErased() {
        Event event = event("", guest("a@example.net"));
        calendars.store(event);
        preferences.store(owner.id(), Preference.usual(ZURICH));
        String export = personal.export(owner.id()).toString();
        assertTrue(export.contains("Title") && export.contains("a@example.net"), export);
        personal.erase(owner.id());
        assertEquals(Map.of(), personal.export(owner.id()));
        assertEquals(Optional.empty(), calendars.event(event.id()));
    }
}
