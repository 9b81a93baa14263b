package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/** Somebody's calendar in the browser. */
final class CalendarWindow {
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final Person person;
    private final Page page;

    private CalendarWindow(Person person) {
        this.person = person;
        page = person.page();
    }

    static CalendarWindow open(Person person, PlenumProcess plenum) {
        person.page().navigate(plenum.page("/calendar"));
        person.page().locator(".fc-timegrid-slot-lane").first().waitFor();
        return new CalendarWindow(person);
    }

    Person person() {
        return person;
    }

    Page page() {
        return page;
    }

    /** The week after this one. */
    CalendarWindow nextWeek() {
        page.locator(".fc-next-button").click();
        day(LocalDate.now(ZONE).plusDays(7)).waitFor();
        return this;
    }

    private Locator day(LocalDate date) {
        return page.locator("td.fc-timegrid-col[data-date='" + date + "']");
    }

    private Locator slot(LocalTime time) {
        return page.locator("td.fc-timegrid-slot-lane[data-time='" + time + ":00']");
    }

    /** Draws over a span, as a hand with a mouse does. */
    void drag(LocalDateTime from, LocalDateTime to) {
        slot(from.toLocalTime()).scrollIntoViewIfNeeded();
        BoundingBox column = day(from.toLocalDate()).boundingBox();
        BoundingBox first = slot(from.toLocalTime()).boundingBox();
        BoundingBox last = slot(to.toLocalTime().minusMinutes(30)).boundingBox();
        double middle = column.x + column.width / 2;
        page.mouse().move(middle, first.y + first.height / 2);
        page.mouse().down();
        page.mouse().move(middle, last.y + last.height / 2 - 2);
        page.mouse().move(middle, last.y + last.height / 2);
        page.mouse().up();
        awaitDialog();
    }

    /** Opens a new event. */
    void create(String title) {
        page.locator("[id='calendar:new']").click();
        awaitDialog();
        field("title").fill(title);
    }

    /** It gives its first field the focus a moment after it is seen: what is typed into another before would go there. */
    private void awaitDialog() {
        assertThat(field("title")).isFocused();
    }

    /** Of the dialog of an event. */
    Locator field(String id) {
        return page.locator("[id='event:" + id + "']");
    }

    void click(String id) {
        field(id).click();
    }

    /** The event begins then; it takes as long as it did. */
    void at(LocalDateTime start) {
        if (field("start").inputValue().equals(start.toString())) {
            return; // it does so already, as at half past nine one at ten does
        }
        String end = field("end").inputValue();
        field("start").fill(start.toString());
        field("start").blur();
        assertThat(field("end")).not().hasValue(end);
    }

    /** The rows of those whose times are compared. */
    Locator times() {
        return page.locator(".times-rows > li");
    }

    /** Somebody who is typed, and invited. */
    void invite(String who) {
        int before = guests().count();
        field("guest_input").fill(who);
        click("add-guest");
        assertThat(guests()).hasCount(before + 1);
    }

    /** What is offered for what is typed. */
    void inviteSuggested(String typed, String suggestion) {
        field("guest_input").pressSequentially(typed);
        page.locator("li.ui-autocomplete-item", new Page.LocatorOptions().setHasText(suggestion))
                .click();
        assertThat(guest(suggestion.replaceFirst(" [(<].*", ""))).isVisible();
    }

    /** The box of a room that can be booked. */
    Locator room(String name) {
        return rooms(name).locator("[role=checkbox]");
    }

    /** Whether it is free. */
    Locator roomState(String name) {
        return rooms(name).locator(".guest-answer");
    }

    private Locator rooms(String name) {
        return page.locator("[id='event:rooms'] li", new Page.LocatorOptions().setHasText(name));
    }

    Locator guests() {
        return page.locator("[id='event:guest-list'] > ul > li");
    }

    Locator guest(String name) {
        return page.locator("[id='event:guest-list'] > ul > li", new Page.LocatorOptions().setHasText(name));
    }

    void remove(String name) {
        guest(name)
                .getByText(Texts.text("calendar.guest.remove"), new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(guest(name)).hasCount(0);
    }

    /** Stores what the dialog says; it closes. */
    void save() {
        click("save");
        awaitClosed();
    }

    /** Deletes what the dialog shows, and says yes when it asks. */
    void delete() {
        click("delete");
        page.locator(".ui-confirmdialog-yes").click();
        awaitClosed();
    }

    void awaitClosed() {
        page.locator("#event-dialog").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    Locator event(String title) {
        return page.locator(".fc-event", new Page.LocatorOptions().setHasText(title))
                .first();
    }

    void openEvent(String title) {
        event(title).click();
        page.locator("#event-dialog").waitFor();
        page.locator("[id='event:fields'], #event h3").first().waitFor();
    }
}
