package plenum.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.account.Account;
import plenum.account.AccountForTests;
import plenum.mail.Letter;
import plenum.mail.MailAddress;
import plenum.meeting.MeetingLetters;
import plenum.platform.SecretToken;

@Tag("calendar")
class PlannerTest {
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final MailAddress GUEST = new MailAddress("guest@example.net");
    private static final MailAddress OTHER = new MailAddress("other@example.net");
    private static final LocalDateTime START = LocalDateTime.parse("2026-12-07T09:00");

    private static final MeetingLetters ENCRYPTED = new MeetingLetters("encryptedmeetingzz");

    private final PlannerForTests made = new PlannerForTests(NOW);
    private final FakeCalendars calendars = made.calendars;
    private final List<Letter> letters = made.letters;
    private final Planner planner = made.planner;
    private final Account organiser =
            AccountForTests.anybody().withEmail("host@example.org").make();
    private final Calendar calendar = new Calendar(UUID.randomUUID(), organiser.id(), "Work", Calendar.Colour.TEAL);

    @BeforeEach
    void open() {
        calendars.store(calendar);
        planner.invitations.meetings = new EventMeetings() {
            @Override
            boolean isEncrypted(MeetingLetters letters) {
                return letters.equals(ENCRYPTED);
            }
        };
    }

    private Event event(String rule, MailAddress... guests) {
        UUID id = UUID.randomUUID();
        EventTime time = new EventTime(START, Duration.ofHours(1), ZURICH, false);
        return new Event(
                id,
                calendar.id(),
                id.toString(),
                new Event.Details("Plan; with, signs", "Two\nlines", "Room 1", true, false, List.of()),
                time,
                Repetition.parse(rule, ZURICH),
                Optional.empty(),
                Optional.empty(),
                java.util.Arrays.stream(guests).map(PlannerTest::guest).toList(),
                0,
                NOW);
    }

    private static Guest guest(MailAddress address) {
        return new Guest(address, "", Optional.empty(), true, Answer.NONE);
    }

    private List<String> told() {
        return made.told();
    }

    private Event stored(Event event) {
        return calendars.event(event.id()).orElseThrow();
    }

    @Test
    void guestsAreInvitedAndTheOrganiserIsNot() {
        planner.save(organiser, event("", GUEST, organiser.email()));
        assertThat(told()).containsExactly("event.invited guest@example.net");
    }

    @Test
    void nothingIsMailedWhenNothingChangedThatConcernsGuests() {
        Event event = planner.save(organiser, event("", GUEST));
        letters.clear();
        Event.Details quiet = new Event.Details(
                "Plan; with, signs", "Two\nlines", "Room 1", false, true, List.of(Duration.ofMinutes(5)));
        planner.save(organiser, with(event, quiet));
        assertThat(told()).isEmpty();
        assertThat(stored(event).sequence()).isZero();
    }

    @Test
    void aMailAboutAnEncryptedMeetingSaysThatTheKeyComesSeparately() {
        planner.save(organiser, event("", GUEST).withMeeting(Optional.of(ENCRYPTED)));
        MeetingLetters open = new MeetingLetters("a".repeat(18));
        planner.save(organiser, event("", OTHER).withMeeting(Optional.of(open)));
        assertThat(letters.getFirst().values().get(3))
                .contains("/m/" + ENCRYPTED.text(), "you get the key separately")
                .doesNotContain("#");
        assertThat(letters.getFirst().event().orElseThrow().text()).doesNotContain("#k=");
        assertThat(letters.getLast().values().get(3))
                .contains("/m/" + open.text())
                .doesNotContain("key");
    }

    @Test
    void aChangeIsToldToAllAndAnswersHoldUntilItMoves() {
        Event event = planner.save(organiser, event("", GUEST));
        calendars.answered(event.id(), GUEST, Answer.YES);
        letters.clear();
        Event renamed =
                planner.save(organiser, with(stored(event), new Event.Details("New", "", "", true, false, List.of())));
        assertThat(told()).containsExactly("event.changed guest@example.net");
        assertThat(renamed.sequence()).isEqualTo(1);
        assertThat(renamed.guests().getFirst().answer()).isEqualTo(Answer.YES);
        Event moved = planner.save(organiser, renamed.withTime(renamed.time().at(START.plusDays(1))));
        assertThat(moved.guests().getFirst().answer()).isEqualTo(Answer.NONE);
        assertThat(moved.sequence()).isEqualTo(2);
    }

    @Test
    void whoIsTakenOutGetsACancellationAndWhoIsAddedAnInvitation() {
        Event event = planner.save(organiser, event("", GUEST));
        letters.clear();
        planner.save(organiser, event.withGuests(List.of(guest(OTHER))));
        assertThat(told()).containsExactly("event.invited other@example.net", "event.cancelled guest@example.net");
    }

    @Test
    void onlyTheOwnerOfACalendarChangesIt() {
        Event event = planner.save(organiser, event("", GUEST));
        letters.clear();
        Account stranger = AccountForTests.anybody().make();
        assertThatThrownBy(() -> planner.save(stranger, event)).isInstanceOf(Planner.NotYoursException.class);
        assertThatThrownBy(() -> planner.delete(stranger, event)).isInstanceOf(Planner.NotYoursException.class);
        assertThat(told()).isEmpty();
        assertThat(stored(event)).isEqualTo(event);
    }

    @Test
    void aMailBringsTheEventAndALinkThatAnswersForItsReaderAlone() throws Exception {
        Event event = planner.save(organiser, event("FREQ=WEEKLY;BYDAY=MO", GUEST, OTHER));
        Letter letter = letters.getFirst();
        assertThat(letter.to()).isEqualTo(GUEST);
        VEvent read = (VEvent) new CalendarBuilder()
                .build(new StringReader(letter.event().orElseThrow().text()))
                .getComponent("VEVENT")
                .orElseThrow();
        assertThat(read.getSummary().getValue()).isEqualTo("Plan; with, signs");
        assertThat(read.getDescription().getValue()).isEqualTo("Two\nlines");
        assertThat(read.getUid().orElseThrow().getValue()).isEqualTo(event.uid());
        assertThat(letter.event().orElseThrow().method()).isEqualTo("REQUEST");
        assertThat(letter.event().orElseThrow().text())
                .contains(
                        "DTSTART;TZID=Europe/Zurich:20261207T090000", "RRULE:FREQ=WEEKLY;BYDAY=MO", "BEGIN:VTIMEZONE");

        String link = letter.link().orElseThrow();
        SecretToken token = new SecretToken(link.substring(link.indexOf('#') + 1));
        planner.answer(calendars.invitation(token).orElseThrow(), Answer.MAYBE);
        assertThat(stored(event).guests().stream().map(Guest::answer)).containsExactly(Answer.MAYBE, Answer.NONE);
    }

    private static Event with(Event event, Event.Details details) {
        return new Event(
                event.id(),
                event.calendar(),
                event.uid(),
                details,
                event.time(),
                event.repetition(),
                event.instead(),
                event.meeting(),
                event.guests(),
                event.sequence(),
                event.changedAt());
    }
}
