package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A meeting becomes a film in its owner's drive, without whoever does not want to be in it, and later without whoever changed their mind. */
@Tag("recording")
class RecordingJourney {
    private static final Duration RECORDED = Duration.ofSeconds(40);
    private static final Duration READY_GOAL = Duration.ofSeconds(10);
    private static final Duration MADE_AGAIN_GOAL = Duration.ofSeconds(30);
    /** However slow the machine is. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final String PASSWORD = "a long password of Ada's";
    /** −60 dBFS. */
    private static final double NOT_HEARD = 0.001;

    /** −40 dBFS: browsers take a steady tone for noise, and make it quieter. */
    private static final double HEARD = 0.01;

    private static final Signal ADA = new Signal("#e00000", 440);
    /** No green: the screens that browsers show under test are. */
    private static final Signal BOB = new Signal("#c000c0", 700);

    private static final Signal CLEO = new Signal("#0000e0", 1100);
    private static final Signal DAN = new Signal("#e0e000", 1600);

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final PlenumProcess plenum = PlenumProcess.start("recording");

    @Test
    void aFilmShowsThoseWhoConsentedAndIsThereSecondsAfterTheEnd() {
        Person ada = person("Ada", ADA);
        makeAccount(ada);
        ada.page().context().clearCookies();
        MeetingRoom adas = StartPage.open(ada, plenum).create("Jour fixe").join();
        Person bob = person("Bob", BOB);
        MeetingRoom bobs = bob.joinAt(adas.link());
        Person cleo = person("Cleo", CLEO);
        MeetingRoom cleos = cleo.joinAt(adas.link());

        record(ada);
        assertThat(bob.page().locator(".recording-bar")).isVisible();
        answer(bob, "stage.recording.yes");
        answer(cleo, "stage.recording.no");
        long began = System.nanoTime();
        Person dan = person("Dan", DAN);
        dan.page().navigate(adas.link());
        assertThat(dan.page().getByText(Texts.text("stage.recording.here"))).isVisible();
        MeetingRoom dans = new PreJoin(dan).join();
        answer(dan, "stage.recording.yes");
        dans.shareScreen();
        Await.until(bob.page(), "it was recorded for a while", RECORDED.plusSeconds(5), () -> passed(began, RECORDED));

        adas.leave();
        bobs.leave();
        cleos.leave();
        dans.leave();
        Page page = ada.page();
        awaitReady(page, "the film is ready after the last one left", READY_GOAL);

        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Jour fixe"))
                .click();
        FilmProbe film = new FilmProbe(page);
        double length = film.length();
        assertThat(length).isGreaterThan(RECORDED.toSeconds() - 1.0);
        assertThat(isHeard(film, ADA, length)).isTrue();
        assertThat(isHeard(film, BOB, length)).isTrue();
        assertThat(isHeard(film, DAN, length)).isTrue();
        for (double at = 0; at < length - 2; at += 2) {
            assertThat(film.tone(CLEO.hertz(), at, 2)).as("Cleo at %.0f s", at).isLessThan(NOT_HEARD);
            assertThat(film.shows(CLEO, at)).as("Cleo at %.0f s", at).isFalse();
        }
        assertThat(isSeen(film, ADA, length)).isTrue();
        assertThat(isSeen(film, BOB, length)).isTrue();
        assertThat(page.locator("button[data-seconds]").filter(new Locator.FilterOptions().setHasText("Dan")))
                .not()
                .hasCount(0);
        assertThat(page.getByText("Cleo")).isVisible();

        withdraw(page, "Bob");
        awaitReady(page, "the film is made again without somebody", MADE_AGAIN_GOAL);
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Jour fixe"))
                .click();
        FilmProbe without = new FilmProbe(page);
        assertThat(without.length()).isBetween(length - 0.1, length + 0.1);
        assertThat(isHeard(without, ADA, length)).isTrue();
        for (double at = 0; at < length - 2; at += 2) {
            assertThat(without.tone(BOB.hertz(), at, 2)).as("Bob at %.0f s", at).isLessThan(NOT_HEARD);
            assertThat(without.shows(BOB, at)).as("Bob at %.0f s", at).isFalse();
            assertThat(without.shows(CLEO, at)).as("Cleo at %.0f s", at).isFalse();
        }
        withdrawOneself(dan.page());
        awaitReady(page, "the film is made again without somebody", MADE_AGAIN_GOAL);
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Jour fixe"))
                .click();
        FilmProbe last = new FilmProbe(page);
        assertThat(isSeen(last, DAN, length)).isFalse();
        assertThat(isHeard(last, DAN, length)).isFalse();
        assertThat(page.locator("button[data-seconds]")).hasCount(0);
        page.navigate(plenum.page("/drive"));
        assertThat(page.getByText(Pattern.compile("Jour fixe .*\\.mp4")).first())
                .isVisible();
        for (Person one : List.of(ada, bob, cleo, dan)) {
            assertThat(one.violationsBesideStyles()).as(one.name()).isEmpty();
            assertThat(one.uncaught()).as(one.name()).isEmpty();
        }
    }

    /** At some time: when somebody's answer came depends on the machine. */
    private static boolean isSeen(FilmProbe film, Signal signal, double length) {
        return times(length).anyMatch(at -> film.shows(signal, at));
    }

    private static boolean isHeard(FilmProbe film, Signal signal, double length) {
        return times(length).anyMatch(at -> film.tone(signal.hertz(), at, 2) > HEARD);
    }

    private static DoubleStream times(double length) {
        return DoubleStream.iterate(2, at -> at < length - 2, at -> at + 2);
    }

    private Person person(String name, Signal signal) {
        Person person = browsers.person(name);
        signal.of(person);
        return person;
    }

    private static boolean passed(long since, Duration time) {
        return System.nanoTime() - since > time.toNanos();
    }

    /** As the first admin, by the link in the log. */
    private void makeAccount(Person person) {
        Page page = person.page();
        page.navigate(firstAdminLink());
        page.locator("[id='welcome:email']").fill("ada@example.org");
        page.locator("[id='welcome:name']").fill("Ada");
        page.locator("[id='welcome:password']").fill(PASSWORD);
        page.locator("[id='welcome:submit']").click();
        page.locator("[id='welcome:submit']").waitFor(Browsers.gone());
    }

    private String firstAdminLink() {
        try {
            Matcher link = Pattern.compile("http\\S+/link#\\S+")
                    .matcher(Files.readString(plenum.logs().resolve("wildfly.log")));
            assertThat(link.find()).isTrue();
            return link.group();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Signs in beside the meeting, which goes on. */
    private static void record(Person moderator) {
        Page page = moderator.page();
        page.getByRole(AriaRole.BUTTON, named("stage.more")).click();
        page.getByRole(AriaRole.MENUITEM, named("stage.recording.start")).click();
        Locator dialog = page.locator("dialog[open]");
        dialog.getByText(Texts.text("stage.recording.layout.grid")).click();
        dialog.getByRole(AriaRole.BUTTON, button("stage.recording.start")).click();
        Page signIn = page.waitForPopup(() -> dialog.getByRole(AriaRole.BUTTON, button("stage.recording.sign-in"))
                .click());
        signIn.locator("[id='sign-in:email']").fill("ada@example.org");
        signIn.locator("[id='sign-in:password']").fill(PASSWORD);
        signIn.locator("[id='sign-in:submit']").click();
        assertThat(page.locator(".recording-bar")).isVisible();
    }

    private static void answer(Person person, String key) {
        person.page().getByRole(AriaRole.BUTTON, named(key)).click();
    }

    private void awaitReady(Page page, String what, Duration goal) {
        long since = System.nanoTime();
        Await.until(page, what, PATIENCE, () -> {
            page.navigate(plenum.page("/recordings"));
            return page.getByText(Texts.text("recordings.state.READY")).count() > 0;
        });
        Measured.print(what, goal, List.of(Duration.ofNanos(System.nanoTime() - since)));
    }

    private static void withdraw(Page page, String name) {
        page.getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText(name))
                .getByRole(AriaRole.BUTTON, button("recordings.withdraw"))
                .click();
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(page.getByText(Texts.text("recordings.person.withdrawn"))).isVisible();
    }

    /** By what the browser remembers of the meeting, without an account. */
    private void withdrawOneself(Page page) {
        page.navigate(plenum.page("/consent"));
        page.getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText("Jour fixe"))
                .click();
        page.getByRole(AriaRole.BUTTON, named("recordings.consent.withdraw")).click();
        assertThat(page.getByText(Texts.text("recordings.consent.done"))).isVisible();
    }

    private static GetByRoleOptions named(String key) {
        return new GetByRoleOptions().setName(Texts.text(key)).setExact(true);
    }

    private static Locator.GetByRoleOptions button(String key) {
        return new Locator.GetByRoleOptions().setName(Texts.text(key)).setExact(true);
    }
}
