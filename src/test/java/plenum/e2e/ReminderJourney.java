package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two tabs of one person: what happens is seen in both, without a reload. */
@Tag("person")
@Tag("calendar")
class ReminderJourney {
    /** Until it is due, from the insertion on. */
    private static final Duration DUE = Duration.ofSeconds(5);
    /** From then on; who is to be reminded is looked for every 15 seconds. */
    private static final Duration SEEN_WITHIN = Duration.ofSeconds(20);

    private static final double AT_ONCE = 3000;

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final PlenumProcess plenum = PlenumProcess.connected();
    private final DrivePeople people = new DrivePeople(plenum);

    @Test
    void aReminderIsSeenInAllTabsAndPutAwayInAll() {
        Person ada = people.signedIn(browsers.person("Ada"));
        Page one = ada.page();
        Page other = one.context().newPage();
        one.navigate(plenum.page("/"));
        other.navigate(plenum.page("/help"));
        String title = "Standup " + people.place();
        comesDue(title);
        double patience = DUE.plus(SEEN_WITHIN).toMillis();
        for (Page page : new Page[] {one, other}) {
            assertThat(reminders(page)).containsText(title, new ContainsTextOptions().setTimeout(patience));
            assertThat(reminders(page))
                    .containsText(Texts.text("calendar.reminder.soon").replace("{0}", "10"));
        }
        Looks.canBeRead(ada, "a reminder");
        // minutes are counted without being read out
        assertThat(reminders(one).locator(".reminder-when[aria-live=off]")).hasCount(1);

        reminders(one)
                .getByRole(
                        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Texts.text("calendar.reminder.away")))
                .click();
        assertThat(cards(one)).hasCount(0);
        assertThat(cards(other)).hasCount(0, new HasCountOptions().setTimeout(AT_ONCE));
        other.reload();
        assertThat(other.locator("#today-list, #reminders").first()).isAttached();
        other.waitForTimeout(1500);
        assertThat(cards(other)).hasCount(0);
        assertThat(ada.uncaught()).isEmpty();
        assertThat(ada.violationsBesideStyles()).isEmpty();
    }

    @Test
    void whatTakesPlaceTodayFollowsOnTheStartPage() {
        Person ada = people.signedIn(browsers.person("Ada"));
        Page start = ada.page().context().newPage();
        start.navigate(plenum.page("/"));
        Locator rows = start.locator("#today-list > li");
        assertThat(rows).hasCount(0);
        assertThat(start.locator(".today")).isHidden();
        Locator typed = start.getByLabel(Texts.text("join.address"));
        typed.fill("abc-");
        CalendarWindow calendar = CalendarWindow.open(ada, plenum);
        calendar.create("Lunch");
        calendar.at(LocalDateTime.now(CalendarWindow.ZONE).minusMinutes(5).truncatedTo(ChronoUnit.MINUTES));
        calendar.save();
        assertThat(rows).hasCount(1, new HasCountOptions().setTimeout(AT_ONCE));
        assertThat(rows.first()).containsText("Lunch");
        assertThat(start.locator(".today")).isVisible();

        calendar.openEvent("Lunch");
        calendar.field("title").fill("Long lunch");
        calendar.save();
        assertThat(rows.first()).containsText("Long lunch", new ContainsTextOptions().setTimeout(AT_ONCE));
        start.reload();
        assertThat(rows.first()).containsText("Long lunch");
        typed.fill("abc-");

        calendar.openEvent("Long lunch");
        calendar.delete();
        assertThat(rows).hasCount(0, new HasCountOptions().setTimeout(AT_ONCE));
        assertThat(start.locator(".today")).isHidden();
        assertThat(typed).isFocused();
        assertThat(typed).hasValue("abc-");
        assertThat(ada.uncaught()).isEmpty();
    }

    private static Locator reminders(Page page) {
        return page.locator("#reminders");
    }

    private static Locator cards(Page page) {
        return page.locator("#reminders > .reminder");
    }

    /** An event of Ada's, of which she is to be reminded ten minutes before it begins. */
    private void comesDue(String title) {
        people.execute("""
            with c as (insert into calendar (id, account_id, name, colour, organisation, created_at)
                values (gen_random_uuid(), %1$s, 'Work', 'TEAL', false, now()) returning id)
            insert into calendar_event (id, calendar_id, uid, title, description, place, busy, hidden, reminders, local_start, length_seconds,
                zone, whole_days, except_starts, starts_at, ends_at, sequence, changed_at, next_reminder)
            select gen_random_uuid(), c.id, '%2$s', '%2$s', '', '', true, false, '{600}', due.at at time zone 'Europe/Berlin' + interval '600 seconds',
                1800, 'Europe/Berlin', false, '{}', due.at + interval '600 seconds', due.at + interval '2400 seconds', 0, now(), due.at
            from c, (select date_trunc('second', now()) + interval '%3$d seconds' as at) due\
            """.formatted(people.account("ada"), title, DUE.toSeconds()));
    }
}
