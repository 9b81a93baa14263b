package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A part dies in the middle of a meeting in which much has been said and decided. Nothing of it is lost, and nobody has to do anything. */
class LivelyMeetingJourney {

    private static final Duration PICTURE = Duration.ofSeconds(30);
    private static final Duration RETURN = Duration.ofSeconds(180);

    private static PlenumProcess plenum;

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private MeetingRoom ada;
    private MeetingRoom bob;
    private final List<String> said = new ArrayList<>();

    @BeforeAll
    static void start() {
        plenum = PlenumProcess.start("lively");
    }

    @AfterAll
    static void stop() {
        plenum.close();
    }

    /** Two who see and hear each other, a moderator by promotion, a message, a hand, an open poll and a vote. */
    @BeforeEach
    void meet() {
        ada = StartPage.open(browsers.person("Ada"), plenum).create("Lively").join();
        bob = browsers.person("Bob").joinAt(ada.link());
        ada.media().awaitSeenAndHeard(PICTURE, "Bob");
        bob.media().awaitSeenAndHeard(PICTURE, "Ada");

        ada.choose("Bob", "stage.moderate.promote");
        Await.until(ada.person().page(), "Bob moderates", PICTURE, () -> ada.roleOf("Bob")
                .equals(Texts.text("stage.role.moderator")));
        say(ada, "said before");
        bob.pressHand();
        assertThat(ada.tileOf("Bob").locator(".tile-hand")).hasText("1");
        PollsPanel polls = PollsPanel.open(ada.person())
                .write("Lunch?", "Soup", "Bread")
                .press("stage.polls.start")
                .vote("Soup");
        assertThat(polls.count("Soup")).hasText(Texts.text("stage.polls.count", 1, 100));
    }

    private void say(MeetingRoom who, String text) {
        ChatPanel.open(who).say(text);
        said.add(text);
        ChatPanel.of(who).await(said.toArray(String[]::new));
    }

    @Test
    void picturesAndSoundGoOnWhileTheDatabaseIsAway() {
        int peers = ada.media().sample().peers();
        plenum.kill("postgresql");

        ada.media().awaitSeenAndHeard(PICTURE, "Bob");
        bob.media().awaitSeenAndHeard(PICTURE, "Ada");
        ChatPanel.open(bob).say("said meanwhile");
        said.add("said meanwhile");
        allIsThere();
        assertThat(ada.media().sample().peers())
                .as("no peer connection was made anew")
                .isEqualTo(peers);
    }

    @Test
    void allIsThereAfterTheApplicationWasKilled() {
        plenum.kill("wildfly");
        Await.until(ada.person().page(), "the page says so", PICTURE, ada::connectionLost);
        Await.until(bob.person().page(), "the page says so", PICTURE, bob::connectionLost);
        ChatPanel.open(bob).say("said meanwhile");
        said.add("said meanwhile");
        Await.until(ada.person().page(), "WildFly answers again", RETURN, () -> Health.isUp(plenum));
        allIsThere();
    }

    @Test
    void allIsThereAfterTheMediaServerWasKilled() {
        assumeTrue(PlenumProcess.ownMediaServer(), "a media server of somebody else is not ours to kill");
        int adasPeers = ada.media().sample().peers();
        plenum.kill("media-server");
        ada.media().awaitBack(PICTURE, adasPeers, "Bob");
        allIsThere();
    }

    /** In the running page, and for somebody who loads it anew. */
    private void allIsThere() {
        everythingIsSeenBy(ada);
        ada.media().awaitSeenAndHeard(PICTURE, "Bob");
        ada.person().page().reload();
        ada.awaitInside();
        everythingIsSeenBy(ada);
    }

    private void everythingIsSeenBy(MeetingRoom who) {
        assertThat(who.tileOf("Bob").locator(".tile-hand")).hasText("1");
        PollsPanel polls = PollsPanel.open(who.person());
        assertThat(polls.count("Soup")).hasText(Texts.text("stage.polls.count", 1, 100));
        who.person().page().locator("#dock-tab-chat").click();
        ChatPanel.of(who).await(said.toArray(String[]::new));
        assertThat(who.roleOf("Ada")).isEqualTo(Texts.text("stage.role.creator"));
        assertThat(who.roleOf("Bob")).isEqualTo(Texts.text("stage.role.moderator"));
    }
}
