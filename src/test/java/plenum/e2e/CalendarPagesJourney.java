package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plenum.platform.SecretToken;

/** What there is to see of calendars, in each size and both themes; and all of it by the keyboard. */
@Tag("calendar")
class CalendarPagesJourney {
    private static final String LONG = "Wochenplanung 🦊 Übergangsregelungen <img src=x onerror=alert(1)>";
    private static final LocalDate TODAY = LocalDate.now(CalendarWindow.ZONE);

    /** Tables of the schedule scroll for nobody. */
    private static final String STICKS_OUT = """
        () => [...document.querySelectorAll('.fc-view-harness table')]
          .filter((table) => table.getBoundingClientRect().right > innerWidth).map((table) => table.className)""";

    private final List<String> faults = new ArrayList<>();

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final EventMails mails = EventMails.shared();
    private final PlenumProcess plenum = PlenumProcess.connected();
    private final DrivePeople people = new DrivePeople(plenum);
    private final String group = "Geschäftsführung " + people.place();
    private final String room = "Saal Hopper " + people.place();
    private final String door = "D".repeat(30) + "-".repeat(13 - people.place().length()) + people.place();

    @ParameterizedTest(name = "in {0}")
    @MethodSource("plenum.e2e.Looks#languages")
    void everyPageIsFitToBeSeen(String language) {
        Person ada = people.signedIn(
                browsers.person("Ada Lovelace", language), people.address("ada"), Locale.forLanguageTag(language));
        Person bob = people.signedIn(
                browsers.person("Bob", language), people.address("bob"), Locale.forLanguageTag(language));
        people.execute(
                """
            with g as (insert into account_group (id, name) values (gen_random_uuid(), '%1$s') returning id)
            insert into account_group_member (account_id, group_id) select a.id, g.id from account a, g where a.email like '%%@%2$s';
            with b as (insert into bookable (id, name, capacity, equipment, place, zone, open_days, open_from, open_to)
                values (gen_random_uuid(), '%3$s', 12, 'Beamer, Tafel', 'Erdgeschoss', 'Europe/Berlin', '{1,2,3,4,5,6,7}', '00:00', '00:00') returning id)
            insert into booking_display (id, bookable_id, name, token_hash) select gen_random_uuid(), id, 'Tablet', decode('%4$s', 'hex') from b\
            """.formatted(group, people.domain(), room, HexFormat.of().formatHex(SecretToken.hash(door))));
        CalendarWindow calendar = CalendarWindow.open(ada, plenum);
        theDialogOfAnEvent(calendar);
        theViews(calendar);
        calendarsAndPolls(ada, language);
        whatOthersSee(bob, calendar, language);
        Person cara = people.signedIn(
                browsers.person("Cara", language), people.address("cara"), Locale.forLanguageTag(language));
        people.execute("update account set role = 'ADMIN' where email = '" + people.address("cara") + "'");
        roomsOfTheConsole(cara);
        assertThat(faults).isEmpty();
        for (Person person : new Person[] {ada, bob, cara}) {
            assertThat(person.uncaught()).isEmpty();
            assertThat(person.violationsBesideStyles()).isEmpty();
        }
    }

    /** In each size; the title is text everywhere. What is wrong with one page does not hide the others. */
    private void look(Person person, String name) {
        try {
            Looks.at(person, name);
            assertThat(person.page().locator("img[src=x]")).hasCount(0);
            assertThat(person.page().evaluate(STICKS_OUT)).as("what sticks out").isEqualTo(List.of());
        } catch (AssertionError e) {
            faults.add(name + ": " + e.getMessage());
        }
        person.page().setViewportSize(1280, 800);
    }

    /** Of today, and not now: the room is looked at while it is free. */
    private static LocalTime elsewhen() {
        return LocalTime.of(LocalTime.now(CalendarWindow.ZONE).getHour() < 12 ? 16 : 9, 0);
    }

    private void theDialogOfAnEvent(CalendarWindow calendar) {
        calendar.create(LONG);
        calendar.field("place").fill("Erdgeschoss, hinten links");
        calendar.at(TODAY.atTime(elsewhen()));
        calendar.click("add-meeting");
        calendar.field("meeting").locator(".meeting-link").waitFor();
        calendar.invite(group);
        calendar.invite(people.address("grace"));
        calendar.click("find");
        calendar.field("slots").locator("button").first().waitFor();
        calendar.room(room).click();
        assertThat(calendar.times()).hasCount(4);
        look(calendar.person(), "calendar-event");
        calendar.field("meeting").locator("summary").click();
        calendar.field("meeting").locator("[data-password]").click();
        assertThat(calendar.field("password")).not().hasValue("");
        calendar.field("meeting").locator("summary").scrollIntoViewIfNeeded();
        look(calendar.person(), "calendar-event-meeting");
        calendar.click("more");
        calendar.field("description").scrollIntoViewIfNeeded();
        look(calendar.person(), "calendar-event-more");
        calendar.field("repeat").selectOption("WEEKLY");
        calendar.field("ends").selectOption("UNTIL");
        calendar.field("until").scrollIntoViewIfNeeded();
        look(calendar.person(), "calendar-event-repeat");
        calendar.field("repeat").selectOption("NEVER");
        assertThat(calendar.field("days")).hasCount(0);
        calendar.save();
        assertThat(calendar.event(LONG)).isVisible();
    }

    private void theViews(CalendarWindow calendar) {
        for (String view : new String[] {"dayGridMonth", "listMonth", "timeGridDay", "timeGridWeek"}) {
            calendar.page().locator(".fc-" + view + "-button").click();
            calendar.page().locator(".fc-" + view + "-view").waitFor();
            look(calendar.person(), "calendar-" + view);
        }
    }

    private void calendarsAndPolls(Person ada, String language) {
        Page page = ada.page();
        page.locator(".calendar-edit").first().click();
        page.locator("[id='feed-form:feed']").click();
        page.locator("[id='feed-form:address']").waitFor();
        look(ada, "calendar-edit");
        page.navigate(plenum.page("/calendar/polls"));
        page.locator("[id='ask:title']").fill("Sommerfest");
        for (String day : new String[] {"01", "02"}) {
            page.locator("[id='ask:start']").fill("2027-06-" + day + "T10:00");
            page.locator("[id='ask:add']").click();
            page.locator("[id='ask:starts'] li").nth(Integer.parseInt(day) - 1).waitFor();
        }
        page.locator("[id='ask:create']").click();
        page.locator("[id='ask:link']").waitFor();
        look(ada, "polls");
        Person outside = browsers.person("Outside", language);
        outside.page().navigate(page.locator("[id='ask:link']").inputValue());
        outside.page().locator(".date-poll fieldset").first().waitFor();
        look(outside, "poll");
        assertThat(outside.uncaught()).isEmpty();
    }

    private void whatOthersSee(Person bob, CalendarWindow calendar, String language) {
        CalendarWindow bobs = CalendarWindow.open(bob, plenum);
        bobs.openEvent(LONG);
        look(bob, "calendar-invited");
        people.execute("""
            update calendar_event set local_start = date_trunc('minute', now() at time zone zone),
                starts_at = date_trunc('minute', now()), ends_at = now() + interval '1 hour'
                where calendar_id in (select id from calendar where account_id = %s)\
            """.formatted(people.account("ada")));
        bob.page().navigate(plenum.page("/"));
        bob.page().locator(".today").waitFor();
        look(bob, "start-today");
        Person grace = browsers.person("Grace", language);
        grace.page()
                .navigate(
                        mails.await(calendar.page(), people.address("grace"), 1).link());
        grace.page().locator("#answer").waitFor();
        look(grace, "answer");
        grace.page().navigate(plenum.page("/room-display#" + door));
        grace.page().locator("#door-actions:not([hidden])").waitFor();
        look(grace, "room-display");
    }

    private void roomsOfTheConsole(Person admin) {
        Page page = admin.page();
        page.navigate(plenum.page("/admin/rooms"));
        page.locator("[id='rooms:table']").waitFor();
        look(admin, "rooms");
        page.locator("[id='rooms:table'] button").first().click();
        page.locator("[id='displays:add']").click();
        page.locator("[id='displays:address']").waitFor();
        look(admin, "rooms-edit");
    }

    /** Without a mouse: an event is made, opened, moved to another time and deleted. */
    @Test
    void anEventIsMadeMovedAndDeletedByTheKeyboard() {
        Person ada = people.signedIn(browsers.person("Ada"));
        CalendarWindow calendar = CalendarWindow.open(ada, plenum);
        Page page = ada.page();
        page.locator("[id='calendar:new']").focus();
        page.keyboard().press("Enter");
        assertThat(calendar.field("title")).isFocused();
        page.keyboard().type("By hand");
        calendar.at(TODAY.atTime(10, 0));
        calendar.field("title").focus();
        page.keyboard().press("Enter");
        calendar.awaitClosed();
        assertThat(page.locator("[id='calendar:new']")).isFocused();
        Locator event = calendar.event("By hand");
        event.focus();
        page.keyboard().press("Enter");
        assertThat(calendar.field("title")).isFocused();
        page.keyboard().press("Escape");
        calendar.awaitClosed();
        assertThat(event).isFocused();
        page.keyboard().press("Enter");
        assertThat(calendar.field("title")).isFocused();
        calendar.at(TODAY.atTime(13, 0));
        calendar.field("save").focus();
        page.keyboard().press("Enter");
        calendar.awaitClosed();
        assertThat(event).containsText("1:00 - 2:00");
        assertThat(event).isFocused();
        page.keyboard().press("Enter");
        assertThat(calendar.field("title")).isFocused();
        calendar.field("delete").focus();
        page.keyboard().press("Enter");
        page.locator(".ui-confirmdialog-yes").waitFor();
        page.locator(".ui-confirmdialog-yes").focus();
        page.keyboard().press("Enter");
        assertThat(calendar.event("By hand")).hasCount(0);
        Locator scrolled = page.locator("[tabindex='0'].fc-scroller-liquid-absolute");
        scrolled.focus();
        double top = (double) scrolled.evaluate("part => part.scrollTop + 0.5");
        page.keyboard().press("ArrowDown");
        Await.until(page, "the day moves by the arrow keys", Duration.ofSeconds(10), () ->
                (boolean) scrolled.evaluate("(part, top) => part.scrollTop > top", top));
        assertThat(ada.uncaught()).isEmpty();
    }
}
