package plenum.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.account.Account;
import plenum.account.AccountForTests;
import plenum.account.Accounts;
import plenum.mail.Letter;
import plenum.mail.MailAddress;
import plenum.platform.SiteAddress;

@Tag("calendar")
class RepliesTest {
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final MailAddress GUEST = new MailAddress("guest@example.net");
    private static final MailAddress OTHER = new MailAddress("other@example.net");

    private final PlannerForTests made = new PlannerForTests(NOW);
    private final FakeCalendars calendars = made.calendars;
    private final List<Proposals.Proposal> kept = new ArrayList<>();
    private final List<Letter> letters = new ArrayList<>();
    private final Replies replies = new Replies();
    private Event event;

    @BeforeEach
    void open() {
        Account owner = AccountForTests.anybody().withEmail("host@example.org").make();
        Calendar calendar = new Calendar(UUID.randomUUID(), owner.id(), "Work", Calendar.Colour.BLUE);
        calendars.store(calendar);
        UUID id = UUID.randomUUID();
        event = new Event(
                id,
                calendar.id(),
                id.toString(),
                new Event.Details("Plan", "", "", true, false, List.of()),
                new EventTime(LocalDateTime.parse("2026-12-07T09:00"), Duration.ofHours(1), ZURICH, false),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(guest(GUEST), guest(OTHER)),
                2,
                NOW);
        calendars.store(event);
        replies.calendars = calendars;
        replies.series = made.series;
        replies.proposals = new Proposals() {
            @Override
            public void keep(Proposal proposal) {
                kept.add(proposal);
            }

            @Override
            public List<Proposal> of(UUID asked) {
                return kept;
            }

            @Override
            public void forget(UUID asked) {
                kept.clear();
            }
        };
        replies.outbox = letters::add;
        replies.site = new SiteAddress("https://meet.example.org");
        replies.clock = InstantSource.fixed(NOW);
        replies.accounts = (Accounts) Proxy.newProxyInstance(
                Accounts.class.getClassLoader(),
                new Class<?>[] {Accounts.class},
                (proxy, method, arguments) -> Optional.of(owner));
    }

    private static Guest guest(MailAddress email) {
        return new Guest(email, "", Optional.empty(), true, Answer.NONE);
    }

    private String reply(String method, MailAddress attendee, String... lines) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:Microsoft Exchange Server 2010\r\nMETHOD:" + method
                + "\r\nBEGIN:VEVENT\r\nUID:" + event.uid()
                + "\r\nDTSTAMP:20261130T100000Z\r\nORGANIZER:mailto:calendar@example.org\r\n"
                + "ATTENDEE;PARTSTAT=ACCEPTED;CN=Guest:MAILTO:" + attendee.text() + "\r\n"
                + String.join("\r\n", lines) + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }

    private List<Answer> answers() {
        return calendars.event(event.id()).orElseThrow().guests().stream()
                .map(Guest::answer)
                .toList();
    }

    @Test
    void anAnswerOfTheAttendeeCounts() {
        String text = reply("REPLY", GUEST, "DTSTART;TZID=W. Europe Standard Time:20261207T090000", "SEQUENCE:2");
        assertThat(replies.take(GUEST, text)).isEqualTo(Replies.Outcome.TAKEN);
        assertThat(answers()).containsExactly(Answer.YES, Answer.NONE);
        assertThat(replies.take(GUEST, text.replace("ACCEPTED", "TENTATIVE"))).isEqualTo(Replies.Outcome.TAKEN);
        assertThat(answers()).containsExactly(Answer.MAYBE, Answer.NONE);
    }

    @Test
    void nobodyAnswersForOthers() {
        String forOther = reply("REPLY", OTHER, "DTSTART:20261207T080000Z");
        assertThat(replies.take(GUEST, forOther)).isEqualTo(Replies.Outcome.NOT_THEIRS);
        MailAddress stranger = new MailAddress("stranger@example.net");
        assertThat(replies.take(stranger, reply("REPLY", stranger, "DTSTART:20261207T080000Z")))
                .isEqualTo(Replies.Outcome.NOT_THEIRS);
        String guessed = reply("REPLY", GUEST, "DTSTART:20261207T080000Z").replace(event.uid(), "guessed");
        assertThat(replies.take(GUEST, guessed)).isEqualTo(Replies.Outcome.NOT_THEIRS);
        assertThat(answers()).containsExactly(Answer.NONE, Answer.NONE);
    }

    @Test
    void anAnswerToAnOlderTimeDoesNotCount() {
        assertThat(replies.take(GUEST, reply("REPLY", GUEST, "DTSTART:20261207T080000Z", "SEQUENCE:1")))
                .isEqualTo(Replies.Outcome.OUTDATED);
        assertThat(answers()).containsExactly(Answer.NONE, Answer.NONE);
    }

    /** As mail programs name it: with a zone, in UTC, and as a day. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "RECURRENCE-ID;TZID=W. Europe Standard Time:20261214T090000",
                "RECURRENCE-ID:20261214T080000Z",
                "RECURRENCE-ID;VALUE=DATE:20261214"
            })
    void anAnswerToOneTimeOfASeriesIsForThatTimeAlone(String which) {
        Repetition weekly = Repetition.parse("FREQ=WEEKLY", ZURICH).orElseThrow();
        calendars.store(event.withRepetition(Optional.of(weekly)));
        String text = reply("REPLY", GUEST, "DTSTART;TZID=Europe/Zurich:20261214T090000", "SEQUENCE:2", which);
        assertThat(replies.take(GUEST, text)).isEqualTo(Replies.Outcome.TAKEN);
        assertThat(answers()).containsExactly(Answer.NONE, Answer.NONE);
        assertThat(replies.take(GUEST, text.replace("ACCEPTED", "DECLINED"))).isEqualTo(Replies.Outcome.TAKEN);
        Event part = calendars.byUid(event.calendar(), event.uid()).getLast();
        assertThat(part.instead()).contains(LocalDateTime.parse("2026-12-14T09:00"));
        assertThat(part.guests()).extracting(Guest::answer).containsExactly(Answer.NO, Answer.NONE);
        assertThat(calendars.byUid(event.calendar(), event.uid())).hasSize(2);
        assertThat(letters).isEmpty();
    }

    @Test
    void anAnswerToATimeThatIsNoneIsForNothing() {
        String text = reply("REPLY", GUEST, "DTSTART:20261207T080000Z", "RECURRENCE-ID:20261207T080000Z");
        assertThat(replies.take(GUEST, text)).as("it is no series").isEqualTo(Replies.Outcome.NOT_THEIRS);
        assertThat(answers()).containsExactly(Answer.NONE, Answer.NONE);
        String bad = reply("REPLY", GUEST, "DTSTART:20261207T080000Z", "RECURRENCE-ID:20269999T080000Z");
        assertThat(replies.take(GUEST, bad)).isEqualTo(Replies.Outcome.NOT_UNDERSTOOD);
    }

    @Test
    void anotherTimeIsKeptAndTheOrganiserIsTold() {
        String counter = reply(
                "COUNTER",
                GUEST,
                "DTSTART;TZID=Europe/Zurich:20261207T110000",
                "DTEND;TZID=Europe/Zurich:20261207T120000",
                "COMMENT:I am on the train");
        assertThat(replies.take(GUEST, counter)).isEqualTo(Replies.Outcome.TAKEN);
        assertThat(kept).hasSize(1);
        assertThat(kept.getFirst().time().start()).isEqualTo("2026-12-07T11:00");
        assertThat(kept.getFirst().words()).isEqualTo("I am on the train");
        assertThat(letters).extracting(Letter::kind).containsExactly("event.proposal");
        assertThat(answers()).containsExactly(Answer.NONE, Answer.NONE);
    }

    @Test
    void whatIsNoAnswerIsNotUnderstood() {
        for (String text : List.of(
                "hello",
                reply("REQUEST", GUEST, "DTSTART:20261207T080000Z"),
                reply("REPLY", GUEST, "DTSTART:20261207T080000Z", "ATTENDEE:mailto:second@example.net"))) {
            assertThat(replies.take(GUEST, text)).isEqualTo(Replies.Outcome.NOT_UNDERSTOOD);
        }
    }
}
