package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A part of Plenum dies in the middle of a lively meeting. Nobody reloads anything: all comes back by itself, and nothing is lost. */
@Tag("launcher")
@Tag("signaling")
class RecoveryJourney {

    /** Limits hold on a machine that is half as fast and busy; what was measured is printed beside its goal. */
    private static final Duration PICTURE = Duration.ofSeconds(90);
    /** How long the database is away at least; {@code -Dplenum.outage.seconds=60} for a long one. */
    private static final Duration OUTAGE = Duration.ofSeconds(Long.getLong("plenum.outage.seconds", 0));

    private static final Duration RETURN_OF_WILDFLY = Duration.ofSeconds(240);
    private static final Duration MEDIA_GOAL = Duration.ofSeconds(5);
    private static final Duration MEETING_GOAL = Duration.ofSeconds(45);

    @RegisterExtension
    final Browsers browsers = Browsers.withSmoothCameras();

    private final PlenumProcess plenum = PlenumProcess.shared();
    private final List<String> said = new ArrayList<>();
    private MeetingRoom ada;
    private MeetingRoom bob;

    /** Two who see and hear each other, a moderator by promotion, a message, a hand, an open poll and a vote. */
    @BeforeEach
    void meet() {
        ada = StartPage.open(browsers.person("Ada"), plenum).create("Lively").join();
        bob = browsers.person("Bob").joinAt(ada.link());
        everybodyIsSeenAndHeard();

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
        plenum.whileDown("postgresql", () -> {
            long since = System.nanoTime();
            Await.until(bob.person().page(), "the database is missed", PICTURE, () -> !Health.isUp(plenum));
            ChatPanel.open(bob).say("said meanwhile");
            said.add("said meanwhile");
            Await.until(
                    bob.person().page(),
                    "the outage is over",
                    OUTAGE.plus(PICTURE),
                    () -> System.nanoTime() - since >= OUTAGE.toNanos());
            everybodyIsSeenAndHeard();
        });
        allIsThere();
        assertThat(ada.media().sample().peers())
                .as("no peer connection was made anew")
                .isEqualTo(peers);
    }

    @Test
    void pictureAndSoundComeBackAfterTheMediaServerWasKilled() {
        assumeTrue(PlenumProcess.ownMediaServer(), "a media server of somebody else is not ours to kill");
        int adasPeers = ada.media().sample().peers();
        int bobsPeers = bob.media().sample().peers();

        long killed = System.nanoTime();
        plenum.kill("media-server");
        ada.media().awaitBack(PICTURE, adasPeers, "Bob");
        bob.media().awaitBack(PICTURE, bobsPeers, "Ada");
        Duration outage = Duration.ofNanos(System.nanoTime() - killed);

        Measured.print("kill -9 of the media server, until both see and hear again", MEDIA_GOAL, List.of(outage));
        everybodyIsSeenAndHeard();
        allIsThere();
    }

    @Test
    void everybodyIsBackInTheirRoleAfterWildFlyWasKilled() {
        String link = ada.link();
        int adasPeers = ada.media().sample().peers();
        int bobsPeers = bob.media().sample().peers();

        long killed = System.nanoTime();
        plenum.kill("wildfly");
        for (MeetingRoom room : List.of(ada, bob)) {
            Await.until(room.person().page(), "the page says so", PICTURE, room::connectionLost);
        }
        ChatPanel bobs = ChatPanel.open(bob).say("said meanwhile").say("and once more");
        said.addAll(List.of("said meanwhile", "and once more"));
        assertThat(bobs.waiting()).hasCount(2);
        Await.until(ada.person().page(), "WildFly answers again", RETURN_OF_WILDFLY, () -> Health.isUp(plenum));
        ada.media().awaitBack(PICTURE, adasPeers, "Bob");
        bob.media().awaitBack(PICTURE, bobsPeers, "Ada");
        Duration back = Duration.ofNanos(System.nanoTime() - killed);

        Measured.print("kill -9 of WildFly, until both see and hear again", MEETING_GOAL, List.of(back));
        assertThat(ada.link()).isEqualTo(link);
        assertThat(ada.connectionLost()).isFalse();
        assertThat(bobs.waiting()).hasCount(0);
        allIsThere();
    }

    private void everybodyIsSeenAndHeard() {
        ada.media().awaitSeenAndHeard(PICTURE, "Bob");
        bob.media().awaitSeenAndHeard(PICTURE, "Ada");
    }

    /** In the running page, and for somebody who loads it anew. */
    private void allIsThere() {
        everythingIsSeenBy(ada);
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
