package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody asks, everybody votes, all see the result come in. */
class PollJourney {

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final PlenumProcess plenum = PlenumProcess.shared();

    @Test
    void anybodyAsksAndEverybodyVotes() throws IOException {
        Person ada = browsers.person("Ada");
        MeetingRoom adas = StartPage.open(ada, plenum).create("Days").join();
        Person bob = browsers.person("Bob");
        bob.joinAt(adas.link());
        openPolls(bob.page());
        write(bob.page(), "Which day?", "Monday", "Tuesday", "Friday");
        press(bob.page(), "stage.polls.draft");
        assertThat(poll(bob.page())).containsText(Texts.text("stage.polls.only-you"));
        assertThat(ada.page().locator("[aria-keyshortcuts=C]")).not().hasAttribute("data-count", "1");
        press(bob.page(), "stage.polls.start");
        assertThat(ada.page().locator("[aria-keyshortcuts=C]")).hasAttribute("data-count", "1");
        assertThat(ada.page().locator(".notices")).containsText("Which day?");

        openPolls(ada.page());
        vote(ada.page(), "Tuesday");
        assertThat(count(bob.page(), "Tuesday")).hasText(Texts.text("stage.polls.count", 1, 100));
        vote(bob.page(), "Monday");
        assertThat(count(ada.page(), "Monday")).hasText(Texts.text("stage.polls.count", 1, 50));
        choice(ada.page(), "Monday").locator("input").check();
        press(ada.page(), "stage.polls.vote.change");
        assertThat(count(bob.page(), "Monday")).hasText(Texts.text("stage.polls.count", 2, 100));
        press(ada.page(), "stage.polls.names");
        assertThat(poll(ada.page()).locator(".poll-names li")).hasText(new String[] {"Ada: Monday", "Bob: Monday"});

        bob.page().reload();
        openPolls(bob.page());
        assertThat(choice(bob.page(), "Monday").locator("input")).isChecked();
        press(ada.page(), "stage.polls.close");
        assertThat(poll(bob.page())).containsText(Texts.text("stage.polls.state.closed"));
        assertThat(choice(bob.page(), "Monday").locator("input")).isHidden();
        Download csv = ada.page().waitForDownload(() -> press(ada.page(), "stage.polls.export"));
        try (var content = csv.createReadStream()) {
            assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"Monday\",\"2\"", "\"Tuesday\",\"0\"", "\"Bob\",\"Monday\"");
        }
        assertThat(ada.policyViolations()).isEmpty();
        assertThat(ada.uncaught()).isEmpty();
    }

    @Test
    void anAnonymousVoteCanBeChangedByWhoHoldsItOnly() {
        Person ada = browsers.person("Ada");
        MeetingRoom adas = StartPage.open(ada, plenum).create("Secret").join();
        Person bob = browsers.person("Bob");
        bob.joinAt(adas.link());
        openPolls(ada.page());
        write(ada.page(), "Happy?", "yes", "no");
        ada.page().locator(".poll-form .check input").nth(0).check();
        ada.page().locator(".poll-form .check input").nth(1).check();
        press(ada.page(), "stage.polls.start");

        openPolls(bob.page());
        vote(bob.page(), "yes");
        assertThat(count(ada.page(), "yes")).hasText(Texts.text("stage.polls.count", 1, 100));
        assertThat(button(poll(ada.page()), "stage.polls.names")).hasCount(0);
        bob.page().reload();
        openPolls(bob.page());
        assertThat(choice(bob.page(), "yes").locator("input")).isChecked();
        choice(bob.page(), "no").locator("input").check();
        press(bob.page(), "stage.polls.vote.change");
        assertThat(count(ada.page(), "no")).hasText(Texts.text("stage.polls.count", 1, 100));
    }

    @Test
    void thePollsAreFitToBeSeen() throws IOException {
        Person ada = browsers.person("Ada 🦊");
        MeetingRoom adas = StartPage.open(ada, plenum).create("Look").join();
        Person bob = browsers.person("Bob");
        bob.joinAt(adas.link());
        openPolls(ada.page());
        Looks.at(ada, "polls-empty", "dark");
        write(
                ada.page(),
                "Wann besprechen wir die Übergangsregelungen?",
                "Montag",
                "Dienstag um 14 Uhr, gleich nach der Abteilungsleiterbesprechung",
                "Freitag");
        Looks.at(ada, "polls-form", "dark");
        press(ada.page(), "stage.polls.start");
        openPolls(bob.page());
        vote(bob.page(), "Montag");
        vote(ada.page(), "Montag");
        assertThat(count(bob.page(), "Montag")).hasText(Texts.text("stage.polls.count", 2, 100));
        Looks.at(ada, "polls", "dark");
    }

    private static void openPolls(Page page) {
        page.locator("[aria-keyshortcuts=C]").click();
        page.locator("#dock-tab-polls").click();
    }

    private static void write(Page page, String question, String... options) {
        press(page, "stage.polls.new");
        page.locator(".poll-form textarea").fill(question);
        for (int i = 0; i < options.length; i++) {
            if (i > 1) {
                press(page, "stage.polls.add");
            }
            page.locator(".poll-option input").nth(i).fill(options[i]);
        }
    }

    private static void vote(Page page, String option) {
        choice(page, option).locator("input").check();
        press(page, "stage.polls.vote");
    }

    private static Locator poll(Page page) {
        return page.locator(".poll");
    }

    private static Locator choice(Page page, String option) {
        return page.locator(".poll-choice").filter(new Locator.FilterOptions().setHasText(option));
    }

    private static Locator count(Page page, String option) {
        return choice(page, option).locator(".poll-count");
    }

    private static void press(Page page, String key) {
        button(page.locator("plenum-polls"), key).click();
    }

    private static Locator button(Locator within, String key) {
        return within.getByRole(
                AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName(Texts.text(key)).setExact(true));
    }
}
