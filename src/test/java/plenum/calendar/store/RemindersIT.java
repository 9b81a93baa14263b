package plenum.calendar.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
import plenum.calendar.CalendarKeeper;
import plenum.calendar.Calendars;
import plenum.calendar.Event;
import plenum.calendar.EventTime;
import plenum.calendar.Guest;
import plenum.calendar.Reminders;
import plenum.calendar.Reminding;
import plenum.it.AwaitSchema;
import plenum.it.Deployments;
import plenum.mail.MailBoard;
import plenum.meeting.store.Schema;

/** Reminders in a real PostgreSQL: each is given once, however many look, and again after a crash between looking and storing. */
@ExtendWith(ArquillianExtension.class)
@Tag("calendar")
class RemindersIT {
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");

    @Inject
    Calendars calendars;

    @Inject
    CalendarKeeper keeper;

    @Inject
    Reminders reminders;

    @Inject
    Reminding reminding;

    @Inject
    Accounts accounts;

    @Inject
    MailBoard mails;

    @Inject
    Schema schema;

    private Account owner;
    private Account guest;
    private Event event;
    private Instant start;

    @Deployment
    static WebArchive application() {
        return Deployments.application();
    }

    @BeforeEach
    void open() {
        AwaitSchema.of(schema);
        owner = AccountForTests.anybody().createIn(accounts);
        guest = AccountForTests.anybody().createIn(accounts);
        keeper.createFirst(owner, "Work");
        Calendar calendar = calendars.of(owner.id()).getFirst();
        LocalDateTime local = LocalDateTime.now(ZURICH).withNano(0).plusMinutes(30);
        UUID id = UUID.randomUUID();
        event = new Event(
                id,
                calendar.id(),
                id.toString(),
                new Event.Details(
                        "Plan",
                        "",
                        "Here",
                        true,
                        false,
                        List.of(Duration.ofMinutes(31)),
                        List.of(Duration.ofMinutes(32))),
                new EventTime(local, Duration.ofHours(1), ZURICH, false),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(new Guest(guest.email(), "Guest", Optional.of(guest.id()), true, Answer.YES)),
                0,
                Instant.EPOCH);
        calendars.store(event);
        start = event.time().interval().start();
    }

    /** Both reminders came due while the server was away. */
    private void missed() {
        reminders.setNext(event.id(), Optional.of(start.minus(Duration.ofMinutes(40))));
    }

    private List<Reminders.Given> shownTo(Account who) {
        return reminders.of(who.id(), Instant.now(), 9);
    }

    private long mailsTo(Account who) {
        return mails.to(who.email().text()).size();
    }

    @Test
    void manyLookAndEachReminderIsGivenOnce() throws Exception {
        missed();
        try (ExecutorService nodes = Executors.newFixedThreadPool(8)) {
            List<Future<?>> looks = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                looks.add(nodes.submit(() -> reminding.remind(event.id())));
            }
            for (Future<?> look : looks) {
                look.get();
            }
        }
        assertEquals(1, shownTo(owner).size());
        assertEquals(1, shownTo(guest).size());
        assertEquals(1, mailsTo(owner));
        assertEquals(0, mailsTo(guest));
    }

    @Test
    void aLookThatIsRepeatedGivesNothingTwice() {
        missed();
        reminding.remind(event.id());
        missed();
        reminding.remind(event.id());
        assertEquals(1, mailsTo(owner));
        reminders.seen(owner.id(), event.id(), start);
        missed();
        reminding.remind(event.id());
        assertEquals(List.of(), shownTo(owner));
        assertEquals(1, shownTo(guest).size());
    }

    @Test
    void storingAnEventSaysWhenSomebodyHasToBeReminded() {
        assertTrue(!reminders.due(Instant.now(), 500).contains(event.id()));
        missed();
        assertTrue(reminders.due(Instant.now(), 500).contains(event.id())
                || !shownTo(owner).isEmpty());
    }
}
