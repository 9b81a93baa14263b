package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An event on two days of each week, a number of times: what is changed for one time, for all of them, and what a guest says about one. */
@Tag("calendar")
class CalendarSeriesJourney {
    private static final LocalDate MONDAY =
            LocalDate.now(CalendarWindow.ZONE).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final PlenumProcess plenum = PlenumProcess.connected();
    private final DrivePeople people = new DrivePeople(plenum);

    @Test
    void aSeriesKeepsWhatWasChangedForOneOfItsTimes() {
        Person ada = people.signedIn(browsers.person("Ada"));
        Person bob = people.signedIn(browsers.person("Bob"));
        CalendarWindow calendar = CalendarWindow.open(ada, plenum);
        calendar.create("Standup");
        calendar.at(MONDAY.atTime(9, 0));
        onMondaysAndWednesdaysFourTimes(calendar);
        String address = people.address("bob");
        calendar.inviteSuggested(address, "Bob <" + address + ">");
        calendar.save();
        calendar.nextWeek();
        assertThat(on(calendar, MONDAY, "Standup")).hasCount(1);
        assertThat(on(calendar, WEDNESDAY, "Standup")).hasCount(1);

        on(calendar, WEDNESDAY, "Standup").click();
        assertThat(calendar.field("extent")).hasValue("THIS");
        calendar.delete();
        assertThat(on(calendar, WEDNESDAY, "Standup")).hasCount(0);

        on(calendar, MONDAY, "Standup").click();
        calendar.click("more");
        assertThat(calendar.field("repeat")).hasValue("WEEKLY");
        assertThat(calendar.field("times-count")).hasValue("4");
        calendar.field("title").fill("Daily");
        calendar.field("extent").selectOption("ALL");
        calendar.save();
        assertThat(on(calendar, MONDAY, "Daily")).hasCount(1);
        assertThat(on(calendar, WEDNESDAY, "Daily")).hasCount(0);
        calendar.page().locator(".fc-next-button").click();
        assertThat(on(calendar, MONDAY.plusWeeks(1), "Daily")).hasCount(1);
        assertThat(on(calendar, WEDNESDAY.plusWeeks(1), "Daily")).hasCount(1);
        calendar.page().locator(".fc-next-button").click();
        assertThat(column(calendar, MONDAY.plusWeeks(2))).isVisible();
        assertThat(calendar.page().locator(".fc-event")).hasCount(0);

        CalendarWindow bobs = aGuestDeclinesOneTime(bob);
        theOtherTimesChangeFromThere(calendar);
        bobs.page().reload();
        bobs.nextWeek();
        assertThat(on(bobs, MONDAY, "Huddle")).hasCount(0);
        bobs.page().locator(".fc-next-button").click();
        assertThat(on(bobs, MONDAY.plusWeeks(1), "Huddle")).hasCount(1);
        for (Person person : List.of(ada, bob)) {
            assertThat(person.uncaught()).isEmpty();
            assertThat(person.violationsBesideStyles()).isEmpty();
        }
    }

    private static void onMondaysAndWednesdaysFourTimes(CalendarWindow calendar) {
        calendar.click("more");
        calendar.field("repeat").selectOption("WEEKLY");
        Locator days = calendar.field("days").locator("input");
        assertThat(days).hasCount(7);
        assertThat(days.first()).isChecked();
        days.nth(2).check();
        calendar.field("ends").selectOption("TIMES");
        assertThat(days.nth(2)).isChecked();
        calendar.field("times-count").fill("4");
        Looks.canBeRead(calendar.person(), "a repetition");
    }

    /** What a guest has declined is an event of its own, and a time of the series all the same. */
    private void theOtherTimesChangeFromThere(CalendarWindow calendar) {
        calendar.page().reload();
        calendar.nextWeek();
        on(calendar, MONDAY, "Daily").click();
        assertThat(calendar.guest("Bob")).containsText(Texts.text("calendar.answer.NO"));
        calendar.click("more");
        assertThat(calendar.field("times-count")).hasValue("4");
        calendar.field("title").fill("Huddle");
        calendar.field("extent").selectOption("ALL");
        calendar.save();
        assertThat(on(calendar, MONDAY, "Huddle")).hasCount(1);
        calendar.page().locator(".fc-next-button").click();
        assertThat(on(calendar, WEDNESDAY.plusWeeks(1), "Huddle")).hasCount(1);
    }

    private CalendarWindow aGuestDeclinesOneTime(Person bob) {
        CalendarWindow calendar = CalendarWindow.open(bob, plenum).nextWeek();
        assertThat(on(calendar, MONDAY, "Daily")).hasCount(1);
        assertThat(on(calendar, WEDNESDAY, "Daily")).hasCount(0);
        on(calendar, MONDAY, "Daily").click();
        assertThat(calendar.field("answer-extent")).hasValue("ALL");
        calendar.field("answer-extent").selectOption("THIS");
        Looks.canBeRead(bob, "an invitation to a series");
        bob.page()
                .getByText(Texts.text("calendar.answer.no"), new Page.GetByTextOptions().setExact(true))
                .click();
        calendar.awaitClosed();
        assertThat(on(calendar, MONDAY, "Daily")).hasCount(0);
        calendar.page().locator(".fc-next-button").click();
        assertThat(on(calendar, MONDAY.plusWeeks(1), "Daily")).hasCount(1);
        return calendar;
    }

    private static Locator column(CalendarWindow calendar, LocalDate day) {
        return calendar.page().locator("td.fc-timegrid-col[data-date='" + day + "']");
    }

    private static Locator on(CalendarWindow calendar, LocalDate day, String title) {
        return column(calendar, day).locator(".fc-event", new Locator.LocatorOptions().setHasText(title));
    }
}
