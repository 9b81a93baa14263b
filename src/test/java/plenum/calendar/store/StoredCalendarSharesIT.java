package plenum.calendar.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.List;
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
import plenum.account.AccountRole;
import plenum.account.Accounts;
import plenum.calendar.Access;
import plenum.calendar.Calendar;
import plenum.calendar.CalendarKeeper;
import plenum.calendar.CalendarShare.With;
import plenum.calendar.CalendarShares;
import plenum.calendar.Calendars;
import plenum.calendar.SeenCalendar;
import plenum.it.AwaitSchema;
import plenum.it.Deployments;
import plenum.meeting.store.Schema;

/** Who sees which calendars, in a real PostgreSQL. */
@ExtendWith(ArquillianExtension.class)
@Tag("calendar")
class StoredCalendarSharesIT {
    @Inject
    Calendars calendars;

    @Inject
    CalendarShares shares;

    @Inject
    CalendarKeeper keeper;

    @Inject
    CalendarData personal;

    @Inject
    Accounts accounts;

    @Inject
    Schema schema;

    private Account owner;
    private Account reader;
    private Calendar calendar;

    @Deployment
    static WebArchive application() {
        return Deployments.application();
    }

    @BeforeEach
    void open() {
        AwaitSchema.of(schema);
        owner = account(AccountRole.USER);
        reader = account(AccountRole.USER);
        keeper.createFirst(owner, "Work");
        calendar = calendars.of(owner.id()).getFirst();
    }

    private Account account(AccountRole role) {
        return AccountForTests.anybody().withRole(role).createIn(accounts);
    }

    private Optional<Access> access(Account who) {
        return shares.seenBy(who, calendar.id()).map(SeenCalendar::access);
    }

    private List<UUID> seen(Account who) {
        return shares.seenBy(who).stream().map(one -> one.calendar().id()).toList();
    }

    @Test
    void aPersonAGroupAndEverybodySeeWhatTheyAreGivenAndTheMostCounts() {
        assertEquals(Optional.of(Access.OWN), access(owner));
        assertEquals(Optional.empty(), access(reader));
        String group = "Group " + UUID.randomUUID();
        accounts.setGroups(owner.id(), List.of(group));
        accounts.setGroups(reader.id(), List.of(group));
        With.Group shared = shares.groups(owner.id()).getFirst();
        assertTrue(keeper.share(owner, calendar.id(), shared, Access.BUSY));
        assertEquals(Optional.of(Access.BUSY), access(reader));
        assertTrue(keeper.share(owner, calendar.id(), new With.Person(reader.email()), Access.WRITE));
        assertTrue(keeper.share(owner, calendar.id(), new With.Everybody(), Access.READ));
        assertEquals(Optional.of(Access.WRITE), access(reader));
        assertEquals(Optional.of(Access.READ), access(account(AccountRole.USER)));
        assertTrue(seen(reader).contains(calendar.id()));
        assertTrue(keeper.share(owner, calendar.id(), new With.Person(reader.email()), Access.DELEGATE));
        assertEquals(3, shares.of(calendar.id()).size());
        shares.of(calendar.id()).forEach(share -> keeper.stopSharing(owner, share.id()));
        assertEquals(Optional.empty(), access(reader));
    }

    @Test
    void hidingIsTheReadersOwn() {
        keeper.share(owner, calendar.id(), new With.Person(reader.email()), Access.READ);
        shares.setHidden(reader.id(), calendar.id(), true);
        shares.setHidden(reader.id(), calendar.id(), true);
        assertTrue(shares.seenBy(reader, calendar.id()).orElseThrow().hidden());
        assertTrue(!shares.seenBy(owner, calendar.id()).orElseThrow().hidden());
        shares.setHidden(reader.id(), calendar.id(), false);
        assertTrue(!shares.seenBy(reader, calendar.id()).orElseThrow().hidden());
    }

    @Test
    void theOrganisationsCalendarOutlivesItsMaker() {
        Account admin = account(AccountRole.ADMIN);
        account(AccountRole.ADMIN);
        Calendar holidays =
                keeper.create(admin, "Holidays", Calendar.Colour.AMBER, true).orElseThrow();
        assertTrue(seen(reader).contains(holidays.id()));
        personal.erase(admin.id());
        assertTrue(!calendars.calendar(holidays.id()).orElseThrow().owner().equals(admin.id()));
        keeper.share(owner, calendar.id(), new With.Person(reader.email()), Access.READ);
        assertTrue(personal.export(reader.id()).toString().contains("Work: READ"));
        personal.erase(reader.id());
        assertTrue(shares.of(calendar.id()).isEmpty());
    }
}
