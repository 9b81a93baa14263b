package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From a span that is drawn in a calendar to the meeting, with everybody's mails. */
@Tag("calendar")
class CalendarJourney {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Of the week after this one. */
    private static final LocalDate TUESDAY = LocalDate.now(CalendarWindow.ZONE)
            .plusDays(7)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
            .plusDays(1);

    private static final LocalDateTime TEN = TUESDAY.atTime(10, 0);

    @RegisterExtension
    final Browsers browsers = Browsers.withSmallPictures();

    private final EventMails mails = EventMails.shared();
    private final PlenumProcess plenum = PlenumProcess.connected();
    private final DrivePeople people = new DrivePeople(plenum);
    private final String grace = people.address("grace");
    private final String henry = people.address("henry");

    @Test
    void fromASpanThatIsDrawnToTheMeeting() {
        Person ada = people.signedIn(browsers.person("Ada"));
        Person bob = people.signedIn(browsers.person("Bob"));
        people.signedIn(browsers.person("Carla"));
        people.execute("""
            with g as (insert into account_group (id, name) values (gen_random_uuid(), 'Sales %1$s') returning id)
            insert into account_group_member (account_id, group_id) select a.id, g.id from account a, g where a.email like '%%@%1$s.example'\
            """.formatted(people.place()));
        CalendarWindow calendar = CalendarWindow.open(ada, plenum).nextWeek();
        calendar.drag(TEN, TEN.plusHours(1));
        assertThat(calendar.field("start")).hasValue(TEN.toString());
        assertThat(calendar.field("end")).hasValue(TEN.plusHours(1).toString());
        calendar.field("title").fill("Budget");
        calendar.click("add-meeting");
        assertThat(calendar.field("meeting").locator(".meeting-link")).hasText(Pattern.compile("http.*/m/.+"));
        calendar.inviteSuggested("Sales " + people.place(), "Sales " + people.place() + " (group)");
        calendar.invite("Grace Hopper <" + grace + ">");
        calendar.invite(henry);
        assertThat(mails.within(people.domain()))
                .as("mails before anything is saved")
                .isEmpty();
        calendar.save();
        assertThat(calendar.event("Budget")).isVisible();

        EventMails.Invitation graces = invited(ada);
        somebodyAcceptsByALinkAndSomebodyByMail(calendar, graces);
        theTimeChanges(calendar);
        somebodyIsRemoved(calendar);
        onTheDayOneClickJoins(bob);
        for (Person person : List.of(ada, bob)) {
            assertThat(person.uncaught()).isEmpty();
            assertThat(person.violationsBesideStyles()).isEmpty();
        }
    }

    /** All of the group but the organiser, and both from outside. Returns what one of these got. */
    private EventMails.Invitation invited(Person ada) {
        for (String to : List.of(people.address("bob"), people.address("carla"), grace, henry)) {
            EventMails.Invitation mail = mails.await(ada.page(), to, 1);
            assertThat(mail.method()).isEqualTo("REQUEST");
            assertThat(mail.sequence()).isZero();
            assertThat(mail.body()).contains("/m/");
        }
        assertThat(mails.to(people.address("ada"))).isEmpty();
        return mails.to(grace).getFirst();
    }

    private void somebodyAcceptsByALinkAndSomebodyByMail(CalendarWindow calendar, EventMails.Invitation graces) {
        Person reader = browsers.person("Grace");
        reader.page().navigate(graces.link());
        reader.page().locator("[id='answer:yes']").click();
        assertThat(reader.page().locator("#answer [role=status]")).hasText(Texts.text("calendar.answer.YES"));
        Looks.canBeRead(reader, "an invitation");
        mails.reply(mails.to(henry).getFirst(), "ACCEPTED");
        Await.until(calendar.page(), "both answers are seen", PATIENCE, () -> {
            people.isDue("imip-read");
            calendar.page().reload();
            calendar.nextWeek().openEvent("Budget");
            return calendar.guest("Grace Hopper")
                                    .getByText(Texts.text("calendar.answer.YES"))
                                    .count()
                            == 1
                    && calendar.guest(henry)
                                    .getByText(Texts.text("calendar.answer.YES"))
                                    .count()
                            == 1;
        });
        Looks.canBeRead(calendar.person(), "an event with guests");
    }

    private void theTimeChanges(CalendarWindow calendar) {
        calendar.at(TEN.plusHours(2));
        assertThat(calendar.field("end")).hasValue(TEN.plusHours(3).toString());
        calendar.save();
        for (String to : List.of(people.address("bob"), people.address("carla"), grace, henry)) {
            EventMails.Invitation mail = mails.await(calendar.page(), to, 2);
            assertThat(mail.method()).isEqualTo("REQUEST");
            assertThat(mail.sequence()).isEqualTo(1);
            assertThat(mail.uid()).isEqualTo(mails.to(to).getFirst().uid());
        }
        calendar.openEvent("Budget");
        assertThat(calendar.guest("Grace Hopper")).containsText(Texts.text("calendar.answer.NONE"));
    }

    private void somebodyIsRemoved(CalendarWindow calendar) {
        calendar.remove("Grace Hopper");
        calendar.save();
        assertThat(mails.await(calendar.page(), grace, 3).method()).isEqualTo("CANCEL");
        assertThat(mails.to(henry)).as("mails about what does not concern him").hasSize(2);
    }

    /** The day comes: in the database, the event is now. */
    private void onTheDayOneClickJoins(Person bob) {
        people.execute("""
            update calendar_event set local_start = date_trunc('minute', now() at time zone zone),
                starts_at = date_trunc('minute', now()), ends_at = now() + interval '1 hour' where title = 'Budget'
                and calendar_id in (select id from calendar where account_id = %s)\
            """.formatted(people.account("ada")));
        bob.page().navigate(plenum.page("/"));
        bob.page().locator(".today a.button").click();
        assertThat(bob.page()).hasURL(Pattern.compile(".*/m/.+"));
        Person guest = browsers.person("Henry");
        guest.page().navigate(mails.to(henry).getLast().link());
        guest.page().locator("#answer a.button").click();
        new PreJoin(guest).join();
        assertThat(guest.page().locator(".tool.leave")).isVisible();
    }

    /** The example of the requirements: wanted at ten for an hour, somebody is busy from 10:45 to 11:45. */
    @Test
    void theNextFreeTimeIsFoundBeforeAnythingIsSavedOrSent() {
        Person ada = people.signedIn(browsers.person("Ada"));
        Person jean = people.signedIn(browsers.person("Jean Dupont"), people.address("jean"));
        busy(jean, TEN.plusMinutes(45), "Dentist");
        CalendarWindow calendar = CalendarWindow.open(ada, plenum).nextWeek();
        calendar.drag(TEN, TEN.plusHours(1));
        calendar.field("title").fill("Talk");
        calendar.inviteSuggested("Jean", "Jean Dupont <" + people.address("jean") + ">");
        calendar.invite(people.address("nobody"));
        assertThat(calendar.guest(people.address("nobody"))).containsText("*");
        assertThat(calendar.guest("Jean Dupont")).not().containsText("*");
        calendar.click("find");
        assertThat(calendar.field("slots").locator("button").first()).containsText("11:45");
        assertThat(calendar.times()).hasCount(3);
        Locator jeans = calendar.times().filter(new Locator.FilterOptions().setHasText("Jean"));
        assertThat(jeans).containsText("10:45");
        assertThat(jeans.locator("rect.times-busy")).hasAttribute("x", "645");
        assertThat(calendar.times().filter(new Locator.FilterOptions().setHasText("nobody@")))
                .containsText(Texts.text("calendar.times.unknown"));
        calendar.field("slots").locator("button").first().click();
        assertThat(calendar.field("start")).hasValue(TEN.plusMinutes(105).toString());
        jeans.locator("svg").click();
        assertThat(calendar.field("start")).hasValue(TEN.plusHours(3).toString());
        assertThat(calendar.field("end")).hasValue(TEN.plusHours(4).toString());
        assertThat(mails.within(people.domain())).isEmpty();
    }

    private void busy(Person person, LocalDateTime from, String title) {
        CalendarWindow own = CalendarWindow.open(person, plenum);
        own.create(title);
        own.at(from);
        own.save();
    }

    @Test
    void aRoomThatIsTakenIsRefusedWhileOneEdits() {
        Person ada = people.signedIn(browsers.person("Ada"));
        Person bob = people.signedIn(browsers.person("Bob"));
        String hall = "Hall " + people.place();
        people.execute("""
            insert into bookable (id, name, capacity, equipment, place, zone, open_days, open_from, open_to)
            values (gen_random_uuid(), '%s', 12, 'Screen', 'Ground floor', 'Europe/Berlin', '{1,2,3,4,5,6,7}', '00:00', '00:00')\
            """.formatted(hall));
        CalendarWindow adas = CalendarWindow.open(ada, plenum).nextWeek();
        adas.drag(TEN, TEN.plusHours(1));
        adas.field("title").fill("First come");
        adas.room(hall).click();
        assertThat(adas.room(hall)).hasAttribute("aria-checked", "true");

        CalendarWindow bobs = CalendarWindow.open(bob, plenum).nextWeek();
        bobs.drag(TEN, TEN.plusHours(1));
        bobs.field("title").fill("First served");
        bobs.room(hall).click();
        assertThat(bobs.room(hall)).hasAttribute("aria-checked", "true");
        bobs.save();

        adas.click("save");
        assertThat(adas.page().locator("[id='event:rooms'] .refusal"))
                .containsText(hall, new ContainsTextOptions().setTimeout(PATIENCE.toMillis()));
        assertThat(adas.roomState(hall)).hasText(Texts.text("calendar.room.taken"));
        adas.at(TEN.plusHours(1));
        assertThat(adas.roomState(hall)).hasText(Texts.text("calendar.room.free"));
        adas.save();
        Page page = adas.page();
        page.reload();
        adas.nextWeek();
        assertThat(adas.event("First come")).isVisible();
        assertThat(ada.uncaught()).isEmpty();
    }
}
