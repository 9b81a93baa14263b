package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plenum.platform.SecretToken;

/** What there is to see of calendars, in each size and both themes; and all of it by the keyboard. */
@Tag("calendar")
class CalendarPagesJourney {
    private static final String LONG = "Wochenplanung 🦊 Übergangsregelungen";
    private static final String DOOR = "D".repeat(43);

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final EventMails mails = new EventMails();
    private final PlenumProcess plenum = PlenumProcess.start("calendar-pages", mails.settings());
    private final DrivePeople people = new DrivePeople(plenum);

    @AfterEach
    void stop() {
        plenum.close();
        mails.close();
    }

    @ParameterizedTest(name = "in {0}")
    @MethodSource("plenum.e2e.Looks#languages")
    void everyPageIsFitToBeSeen(String language) {
        Person ada = people.signedIn(
                browsers.person("Ada Lovelace", language), "ada@example.org", Locale.forLanguageTag(language));
        Person bob =
                people.signedIn(browsers.person("Bob", language), "bob@example.org", Locale.forLanguageTag(language));
        people.execute("""
            with g as (insert into account_group (id, name) values (gen_random_uuid(), 'Geschäftsführung') returning id)
            insert into account_group_member (account_id, group_id) select a.id, g.id from account a, g;
            with b as (insert into bookable (id, name, capacity, equipment, place, zone, open_days, open_from, open_to)
                values (gen_random_uuid(), 'Saal Hopper', 12, 'Beamer, Tafel', 'Erdgeschoss', 'Europe/Berlin', '{1,2,3,4,5,6,7}', '00:00', '00:00') returning id)
            insert into booking_display (id, bookable_id, name, token_hash) select gen_random_uuid(), id, 'Tablet', decode('%s', 'hex') from b\
            """.formatted(HexFormat.of().formatHex(SecretToken.hash(DOOR))));
        CalendarWindow calendar = CalendarWindow.open(ada, plenum);
        theDialogOfAnEvent(calendar);
        theViews(calendar);
        calendarsAndPolls(ada, language);
        whatOthersSee(bob, calendar, language);
        for (Person person : new Person[] {ada, bob}) {
            assertThat(person.uncaught()).isEmpty();
            assertThat(person.violationsBesideStyles()).isEmpty();
        }
    }

    private static void theDialogOfAnEvent(CalendarWindow calendar) {
        Page page = calendar.page();
        page.locator("[id='calendar:new']").click();
        calendar.field("title").fill(LONG);
        calendar.click("add-meeting");
        calendar.field("meeting").locator(".meeting-link").waitFor();
        calendar.invite("Geschäftsführung");
        calendar.invite("grace@example.net");
        calendar.click("find");
        calendar.field("slots").locator("button").first().waitFor();
        Looks.at(calendar.person(), "calendar-event");
        page.setViewportSize(1280, 800);
        calendar.field("meeting").locator("summary").click();
        calendar.field("meeting").locator("[data-password]").click();
        assertThat(calendar.field("password")).not().hasValue("");
        calendar.field("meeting").locator("summary").scrollIntoViewIfNeeded();
        Looks.at(calendar.person(), "calendar-event-meeting");
        page.setViewportSize(1280, 800);
        calendar.click("more");
        calendar.field("place").fill("Erdgeschoss, hinten links");
        calendar.field("description").scrollIntoViewIfNeeded();
        Looks.at(calendar.person(), "calendar-event-more");
        page.setViewportSize(1280, 800);
        calendar.save();
        assertThat(calendar.event(LONG)).isVisible();
    }

    private static void theViews(CalendarWindow calendar) {
        for (String view : new String[] {"dayGridMonth", "listMonth", "timeGridDay", "timeGridWeek"}) {
            calendar.page().setViewportSize(1280, 800);
            calendar.page().locator(".fc-" + view + "-button").click();
            calendar.page().locator(".fc-" + view + "-view").waitFor();
            Looks.at(calendar.person(), "calendar-" + view);
        }
        calendar.page().setViewportSize(1280, 800);
    }

    private void calendarsAndPolls(Person ada, String language) {
        Page page = ada.page();
        page.locator(".calendar-edit").first().click();
        page.locator("[id='feed-form:feed']").click();
        page.locator("[id='feed-form:address']").waitFor();
        Looks.at(ada, "calendar-edit");
        page.setViewportSize(1280, 800);
        page.navigate(plenum.page("/calendar/polls"));
        page.locator("[id='ask:title']").fill("Sommerfest");
        for (String day : new String[] {"01", "02"}) {
            page.locator("[id='ask:start']").fill("2027-06-" + day + "T10:00");
            page.locator("[id='ask:add']").click();
            page.locator("[id='ask:starts'] li").nth(Integer.parseInt(day) - 1).waitFor();
        }
        page.locator("[id='ask:create']").click();
        page.locator("[id='ask:link']").waitFor();
        Looks.at(ada, "polls");
        Person outside = browsers.person("Outside", language);
        outside.page().navigate(page.locator("[id='ask:link']").inputValue());
        outside.page().locator(".date-poll fieldset").first().waitFor();
        Looks.at(outside, "poll");
        assertThat(outside.uncaught()).isEmpty();
    }

    private void whatOthersSee(Person bob, CalendarWindow calendar, String language) {
        CalendarWindow bobs = CalendarWindow.open(bob, plenum);
        bobs.openEvent(LONG);
        Looks.at(bob, "calendar-invited");
        bob.page().setViewportSize(1280, 800);
        bob.page().navigate(plenum.page("/"));
        Looks.at(bob, "start-today");
        Person grace = browsers.person("Grace", language);
        grace.page()
                .navigate(mails.await(calendar.page(), "grace@example.net", 1).link());
        grace.page().locator("#answer").waitFor();
        Looks.at(grace, "answer");
        grace.page().navigate(plenum.page("/room-display#" + DOOR));
        grace.page().locator("#door-actions:not([hidden])").waitFor();
        Looks.at(grace, "room-display");
    }

    /** Without a mouse: an event is made, opened, moved to another time and deleted. */
    @Test
    void anEventIsMadeMovedAndDeletedByTheKeyboard() {
        Person ada = people.signedIn(browsers.person("Ada"), "ada@example.org");
        CalendarWindow calendar = CalendarWindow.open(ada, plenum);
        Page page = ada.page();
        page.locator("[id='calendar:new']").focus();
        page.keyboard().press("Enter");
        assertThat(calendar.field("title")).isFocused();
        page.keyboard().type("By hand");
        page.keyboard().press("Enter");
        calendar.awaitClosed();
        Locator event = calendar.event("By hand");
        event.focus();
        page.keyboard().press("Enter");
        calendar.field("title").waitFor();
        page.keyboard().press("Escape");
        calendar.awaitClosed();
        event.focus();
        page.keyboard().press("Enter");
        calendar.field("end").waitFor();
        String day = calendar.field("start").inputValue().substring(0, 10);
        calendar.field("start").fill(day + "T01:00");
        calendar.field("end").fill(day + "T02:00");
        calendar.field("save").focus();
        page.keyboard().press("Enter");
        calendar.awaitClosed();
        assertThat(event).containsText("1:00");
        event.focus();
        page.keyboard().press("Enter");
        calendar.field("delete").focus();
        page.keyboard().press("Enter");
        assertThat(calendar.event("By hand")).hasCount(0);
        assertThat(ada.uncaught()).isEmpty();
    }
}
