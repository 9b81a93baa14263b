package plenum.calendar.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import plenum.calendar.CalendarKeeper;
import plenum.calendar.DatePoll;
import plenum.calendar.DatePoll.Vote;
import plenum.calendar.DatePolling;
import plenum.calendar.DatePolls;
import plenum.calendar.Event;
import plenum.calendar.Guest;
import plenum.calendar.Planner;
import plenum.it.AwaitSchema;
import plenum.it.Deployments;
import plenum.mail.MailAddress;
import plenum.meeting.store.Schema;
import plenum.platform.SecretToken;

/** Polls of dates in a real PostgreSQL: asked, answered, decided. */
@ExtendWith(ArquillianExtension.class)
@Tag("calendar")
class StoredDatePollsIT {
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");

    @Inject
    DatePolls polls;

    @Inject
    DatePolling polling;

    @Inject
    CalendarKeeper keeper;

    @Inject
    Accounts accounts;

    @Inject
    Schema schema;

    private Account owner;
    private DatePoll poll;
    private SecretToken token;

    @Deployment
    static WebArchive application() {
        return Deployments.application();
    }

    @BeforeEach
    void open() {
        AwaitSchema.of(schema);
        owner = AccountForTests.anybody().createIn(accounts);
        keeper.createFirst(owner, "Work");
        LocalDateTime start = LocalDate.now(ZURICH).plusDays(3).atTime(9, 30);
        poll = new DatePoll(
                UUID.randomUUID(),
                owner.id(),
                "Plan",
                Duration.ofMinutes(45),
                ZURICH,
                List.of(start, start.plusDays(1)),
                Optional.empty());
        token = token(polling.create(poll).orElseThrow());
    }

    private static SecretToken token(String link) {
        return new SecretToken(link.substring(link.indexOf('#') + 1));
    }

    private static Vote vote(String name, Answer first, Answer second) {
        return new Vote(
                name, MailAddress.parse(name.toLowerCase(Locale.ROOT) + "@example.net"), List.of(first, second));
    }

    private static byte[] voter(int number) {
        return SecretToken.hash("voter " + number);
    }

    @Test
    void aLinkLeadsToThePollUntilItIsRenewed() {
        assertEquals(Optional.of(poll), polls.byToken(token));
        SecretToken next = token(polling.renew(owner, poll.id()));
        assertEquals(Optional.empty(), polls.byToken(token));
        assertEquals(Optional.of(poll), polls.byToken(next));
        assertThrows(
                Planner.NotYoursException.class,
                () -> polling.renew(AccountForTests.anybody().createIn(accounts), poll.id()));
    }

    @Test
    void everybodyVotesOnceAndChangesTheirOwnMarks() {
        assertTrue(polls.vote(poll.id(), voter(1), vote("Ann", Answer.YES, Answer.NO)));
        assertTrue(polls.vote(poll.id(), voter(2), vote("Bob", Answer.MAYBE, Answer.YES)));
        assertTrue(polls.vote(poll.id(), voter(1), vote("Ann", Answer.YES, Answer.YES)));
        List<Vote> votes = polls.votes(poll.id());
        assertEquals(List.of(vote("Ann", Answer.YES, Answer.YES), vote("Bob", Answer.MAYBE, Answer.YES)), votes);
    }

    @Test
    void theResultBecomesAnEventOnceAndThoseWhoCanComeAreInvited() {
        polls.vote(poll.id(), voter(1), vote("Ann", Answer.YES, Answer.NO));
        polls.vote(poll.id(), voter(2), vote("Bob", Answer.NO, Answer.YES));
        assertThrows(
                Planner.NotYoursException.class,
                () -> polling.decide(AccountForTests.anybody().createIn(accounts), poll.id(), 0));
        Event event = polling.decide(owner, poll.id(), 0).orElseThrow();
        assertEquals(poll.starts().getFirst(), event.time().start());
        assertEquals(
                List.of("ann@example.net"),
                event.guests().stream().map(Guest::email).map(MailAddress::text).toList());
        assertEquals(
                Optional.of(event.id()), polls.byId(poll.id()).orElseThrow().event());
        assertEquals(Optional.empty(), polling.decide(owner, poll.id(), 1));
    }

    @Test
    void pollsGoLongAfterTheirLastTime() {
        assertEquals(0, polls.forget(Instant.now().minus(Duration.ofDays(90))));
        assertTrue(polls.forget(Instant.now().plus(Duration.ofDays(30))) >= 1);
        assertEquals(Optional.empty(), polls.byId(poll.id()));
    }
}
