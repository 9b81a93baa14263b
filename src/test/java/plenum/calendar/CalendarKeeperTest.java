package plenum.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
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
import org.junit.jupiter.params.provider.CsvSource;
import plenum.account.Account;
import plenum.account.AccountForTests;
import plenum.account.AccountRole;
import plenum.account.Accounts;
import plenum.calendar.Access.Act;
import plenum.calendar.CalendarShare.With;
import plenum.mail.Letter;
import plenum.mail.MailAddress;
import plenum.platform.SiteAddress;

@Tag("calendar")
class CalendarKeeperTest {
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");

    private final FakeCalendars calendars = new FakeCalendars();
    private final FakeShares shares = new FakeShares(calendars);
    private final List<Letter> letters = new ArrayList<>();
    private final CalendarKeeper keeper = new CalendarKeeper();
    private final Account owner = account("owner@example.org", AccountRole.USER);
    private final Account other = account("other@example.org", AccountRole.USER);
    private final Account admin = account("admin@example.org", AccountRole.ADMIN);

    @BeforeEach
    void open() {
        keeper.calendars = calendars;
        keeper.shares = shares;
        keeper.outbox = letters::add;
        keeper.site = new SiteAddress("https://meet.example.org");
        keeper.accounts = (Accounts) Proxy.newProxyInstance(
                Accounts.class.getClassLoader(),
                new Class<?>[] {Accounts.class},
                (proxy, method, arguments) -> Optional.empty());
        keeper.createFirst(owner, "First");
    }

    private static Account account(String email, AccountRole role) {
        return AccountForTests.anybody().withEmail(email).withRole(role).make();
    }

    private Calendar made(String name) {
        return keeper.create(owner, name, Calendar.Colour.ROSE, false).orElseThrow();
    }

    @Test
    void calendarsAreMadeRenamedColouredAndDeleted() {
        Calendar work = made(" Work ");
        assertThat(calendars.of(owner.id())).extracting(Calendar::name).containsExactly("First", "Work");
        assertThat(keeper.change(owner, work.id(), "Office", Calendar.Colour.GREEN))
                .isTrue();
        assertThat(calendars.calendar(work.id()).orElseThrow().colour()).isEqualTo(Calendar.Colour.GREEN);
        assertThat(keeper.change(owner, work.id(), " ", Calendar.Colour.GREEN)).isFalse();
        assertThat(keeper.create(owner, "x".repeat(81), Calendar.Colour.BLUE, false))
                .isEmpty();
        assertThat(keeper.delete(owner, work.id())).isTrue();
        assertThat(calendars.of(owner.id())).extracting(Calendar::name).containsExactly("First");
    }

    @Test
    void theLastCalendarStaysAndAFirstOneIsMadeOnce() {
        keeper.createFirst(owner, "Again");
        Calendar first = calendars.of(owner.id()).getFirst();
        assertThat(keeper.delete(owner, first.id())).isFalse();
        assertThat(calendars.of(owner.id())).containsExactly(first);
    }

    @Test
    void nobodyHasCalendarsWithoutEnd() {
        for (int i = 1; i < 50; i++) {
            made("Calendar " + i);
        }
        assertThat(keeper.create(owner, "One more", Calendar.Colour.BLUE, false))
                .isEmpty();
    }

    @Test
    void othersManageNothing() {
        UUID first = calendars.of(owner.id()).getFirst().id();
        keeper.share(owner, first, new With.Person(other.email()), Access.DELEGATE);
        assertThatThrownBy(() -> keeper.change(other, first, "Mine", Calendar.Colour.BLUE))
                .isInstanceOf(Planner.NotYoursException.class);
        assertThatThrownBy(() -> keeper.delete(other, first)).isInstanceOf(Planner.NotYoursException.class);
        assertThatThrownBy(() -> keeper.share(other, first, new With.Everybody(), Access.READ))
                .isInstanceOf(Planner.NotYoursException.class);
        UUID share = shares.of(first).getFirst().id();
        assertThatThrownBy(() -> keeper.stopSharing(other, share)).isInstanceOf(Planner.NotYoursException.class);
        keeper.stopSharing(owner, share);
        assertThat(shares.seenBy(other)).isEmpty();
    }

    @Test
    void aPersonIsToldOnceThatACalendarIsShared() {
        UUID first = calendars.of(owner.id()).getFirst().id();
        assertThat(keeper.share(owner, first, new With.Person(other.email()), Access.READ))
                .isTrue();
        assertThat(keeper.share(owner, first, new With.Person(other.email()), Access.WRITE))
                .isTrue();
        assertThat(letters).extracting(Letter::kind).containsExactly("calendar-shared");
        assertThat(shares.seenBy(other, first).orElseThrow().access()).isEqualTo(Access.WRITE);
        assertThat(keeper.share(owner, first, new With.Person(owner.email()), Access.READ))
                .isFalse();
        assertThat(keeper.share(owner, first, new With.Group(UUID.randomUUID(), "Strangers"), Access.READ))
                .isFalse();
    }

    @Test
    void theOrganisationsCalendarIsMadeByAdminsAndReadByAll() {
        assertThatThrownBy(() -> keeper.create(owner, "Holidays", Calendar.Colour.AMBER, true))
                .isInstanceOf(Planner.NotYoursException.class);
        Calendar holidays =
                keeper.create(admin, "Holidays", Calendar.Colour.AMBER, true).orElseThrow();
        assertThat(shares.seenBy(other, holidays.id()).orElseThrow().access()).isEqualTo(Access.READ);
        Account second = account("second@example.org", AccountRole.ADMIN);
        assertThat(keeper.change(second, holidays.id(), "Days off", Calendar.Colour.AMBER))
                .isTrue();
        assertThat(keeper.delete(second, holidays.id())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "BUSY, SEE_BUSY",
        "READ, SEE_BUSY READ",
        "WRITE, SEE_BUSY READ CHANGE",
        "DELEGATE, SEE_BUSY READ SEE_HIDDEN CHANGE ANSWER",
        "OWN, SEE_BUSY READ SEE_HIDDEN CHANGE ANSWER MANAGE"
    })
    void theTableOfWhatEachMayDo(Access access, String acts) {
        assertThat(Act.values())
                .filteredOn(access::may)
                .extracting(Act::name)
                .containsExactlyInAnyOrder(acts.split(" "));
    }

    @Test
    void whoeverMayNotReadKnowsTheTimeAlone() {
        Calendar calendar = calendars.of(owner.id()).getFirst();
        Event secret = event(calendar, true);
        Event open = event(calendar, false);
        assertThat(seen(calendar, Access.BUSY).show(open).details().title()).isEqualTo("–");
        assertThat(seen(calendar, Access.BUSY).show(open).guests()).isEmpty();
        assertThat(seen(calendar, Access.BUSY).show(open).time()).isEqualTo(open.time());
        assertThat(seen(calendar, Access.READ).show(open)).isEqualTo(open);
        assertThat(seen(calendar, Access.READ).show(secret).details().description())
                .isEmpty();
        assertThat(seen(calendar, Access.DELEGATE).show(secret)).isEqualTo(secret);
    }

    private SeenCalendar seen(Calendar calendar, Access access) {
        return new SeenCalendar(calendar, access, "Owner", owner.email(), false);
    }

    private static Event event(Calendar calendar, boolean hidden) {
        UUID id = UUID.randomUUID();
        return new Event(
                id,
                calendar.id(),
                id.toString(),
                new Event.Details("Title", "Text", "Here", true, hidden, List.of()),
                new EventTime(LocalDateTime.parse("2026-12-07T09:00"), Duration.ofHours(1), ZURICH, false),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(new Guest(new MailAddress("g@example.net"), "", Optional.empty(), true, Answer.NONE)),
                0,
                Instant.EPOCH);
    }
}
