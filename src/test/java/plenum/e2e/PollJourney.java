package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody asks, everybody votes, all see the result come in. */
@Tag("poll")
class PollJourney {

    @RegisterExtension
    final Browsers browsers = Browsers.withSmallPictures();

    private final PlenumProcess plenum = PlenumProcess.shared();

    @Test
    void anybodyAsksAndEverybodyVotes() throws IOException {
        Person ada = browsers.person("Ada");
        MeetingRoom adas = StartPage.open(ada, plenum).create("Days").join();
        Person bob = browsers.person("Bob");
        bob.joinAt(adas.link());
        PollsPanel bobsPolls = PollsPanel.open(bob);
        bobsPolls.write("Which day?", "Monday", "Tuesday", "Friday");
        bobsPolls.press("stage.polls.draft");
        assertThat(bobsPolls.poll()).containsText(Texts.text("stage.polls.only-you"));
        assertThat(ada.page().locator("[aria-keyshortcuts=C]")).not().hasAttribute("data-count", "1");
        bobsPolls.press("stage.polls.start");
        assertThat(ada.page().locator("[aria-keyshortcuts=C]")).hasAttribute("data-count", "1");
        assertThat(ada.page().locator(".notices")).containsText("Which day?");

        PollsPanel adasPolls = PollsPanel.open(ada);
        adasPolls.vote("Tuesday");
        assertThat(bobsPolls.count("Tuesday")).hasText(Texts.text("stage.polls.count", 1, 100));
        bobsPolls.vote("Monday");
        assertThat(adasPolls.count("Monday")).hasText(Texts.text("stage.polls.count", 1, 50));
        adasPolls.choose("Monday");
        adasPolls.press("stage.polls.vote.change");
        assertThat(bobsPolls.count("Monday")).hasText(Texts.text("stage.polls.count", 2, 100));
        adasPolls.press("stage.polls.names");
        assertThat(adasPolls.poll().locator(".poll-names li")).hasText(new String[] {"Ada: Monday", "Bob: Monday"});

        bob.page().reload();
        PollsPanel.open(bob);
        assertThat(bobsPolls.choice("Monday").locator("input")).isChecked();
        adasPolls.press("stage.polls.close");
        assertThat(bobsPolls.poll()).containsText(Texts.text("stage.polls.state.closed"));
        assertThat(bobsPolls.choice("Monday").locator("input")).isHidden();
        Download csv = ada.page().waitForDownload(() -> adasPolls.press("stage.polls.export"));
        try (var content = csv.createReadStream()) {
            String table = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(table.replace(';', ',')) // as spreadsheets of the language want them
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
        PollsPanel adasPolls = PollsPanel.open(ada);
        adasPolls.write("Happy?", "yes", "no");
        ada.page().locator(".poll-form .check input").nth(0).check();
        ada.page().locator(".poll-form .check input").nth(1).check();
        adasPolls.press("stage.polls.start");

        PollsPanel bobsPolls = PollsPanel.open(bob);
        bobsPolls.vote("yes");
        assertThat(adasPolls.count("yes")).hasText(Texts.text("stage.polls.count", 1, 100));
        assertThat(adasPolls.button("stage.polls.names")).hasCount(0);
        bob.page().reload();
        PollsPanel.open(bob);
        assertThat(bobsPolls.choice("yes").locator("input")).isChecked();
        bobsPolls.choose("no");
        bobsPolls.press("stage.polls.vote.change");
        assertThat(adasPolls.count("no")).hasText(Texts.text("stage.polls.count", 1, 100));
    }

    @Test
    void thePollsAreFitToBeSeen() throws IOException {
        Person ada = browsers.person("Ada 🦊");
        MeetingRoom adas = StartPage.open(ada, plenum).create("Look").join();
        Person bob = browsers.person("Bob");
        bob.joinAt(adas.link());
        PollsPanel adasPolls = PollsPanel.open(ada);
        Looks.at(ada, "polls-empty");
        adasPolls.write(
                "Wann besprechen wir die Übergangsregelungen?",
                "Montag",
                "Dienstag um 14 Uhr, gleich nach der Abteilungsleiterbesprechung",
                "Freitag");
        Looks.at(ada, "polls-form");
        adasPolls.press("stage.polls.start");
        PollsPanel bobsPolls = PollsPanel.open(bob);
        bobsPolls.vote("Montag");
        adasPolls.vote("Montag");
        assertThat(bobsPolls.count("Montag")).hasText(Texts.text("stage.polls.count", 2, 100));
        Looks.at(ada, "polls");
    }
}
