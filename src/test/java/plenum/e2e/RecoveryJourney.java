package plenum.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Parts are killed; people stay where they are and need not do anything. Prints how long that took beside the goal for a machine that has
 * nothing else to do; fails when they are not back.
 */
class RecoveryJourney {

    private static final Duration PICTURE = Duration.ofSeconds(30);
    private static final Duration RETURN_OF_WILDFLY = Duration.ofSeconds(180);
    private static final Duration MEDIA_GOAL = Duration.ofSeconds(5);
    private static final Duration MEETING_GOAL = Duration.ofSeconds(20);

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final PlenumProcess plenum = PlenumProcess.shared();

    @Test
    void pictureAndSoundComeBackAfterTheMediaServerWasKilled() {
        assumeTrue(PlenumProcess.ownMediaServer(), "a media server of somebody else is not ours to kill");
        MeetingRoom adas =
                StartPage.open(browsers.person("Ada"), plenum).create("Media").join();
        MeetingRoom bobs = browsers.person("Bob").joinAt(adas.link());
        adas.media().awaitSeenAndHeard(PICTURE, "Bob");
        bobs.media().awaitSeenAndHeard(PICTURE, "Ada");
        int adasPeers = adas.media().sample().peers();
        int bobsPeers = bobs.media().sample().peers();

        long killed = System.nanoTime();
        plenum.kill("media-server");
        adas.media().awaitBack(PICTURE, adasPeers, "Bob");
        bobs.media().awaitBack(PICTURE, bobsPeers, "Ada");
        Duration outage = Duration.ofNanos(System.nanoTime() - killed);
        adas.media().awaitSeenAndHeard(PICTURE, "Bob");
        bobs.media().awaitSeenAndHeard(PICTURE, "Ada");

        Measured.print("kill -9 of the media server, until both see and hear again", MEDIA_GOAL, List.of(outage));
    }

    @Test
    void everybodyIsBackInTheirRoleAfterWildFlyWasKilled() {
        MeetingRoom adas =
                StartPage.open(browsers.person("Ada"), plenum).create("Server").join();
        MeetingRoom bobs = browsers.person("Bob").joinAt(adas.link());
        adas.media().awaitSeenAndHeard(PICTURE, "Bob");
        String link = adas.link();
        int adasPeers = adas.media().sample().peers();
        int bobsPeers = bobs.media().sample().peers();

        plenum.kill("wildfly");
        for (MeetingRoom room : List.of(adas, bobs)) {
            Await.until(room.person().page(), "the page says so", PICTURE, room::connectionLost);
        }
        Await.until(adas.person().page(), "WildFly answers again", RETURN_OF_WILDFLY, () -> Health.isUp(plenum));
        long returned = System.nanoTime();
        for (MeetingRoom room : List.of(adas, bobs)) {
            Await.until(room.person().page(), "back in the meeting", PICTURE, () -> !room.connectionLost());
        }
        adas.media().awaitBack(PICTURE, adasPeers, "Bob");
        bobs.media().awaitBack(PICTURE, bobsPeers, "Ada");
        Duration back = Duration.ofNanos(System.nanoTime() - returned);

        Measured.print(
                "kill -9 of WildFly, from its return until both see and hear again", MEETING_GOAL, List.of(back));
        assertThat(adas.link()).isEqualTo(link);
        assertThat(adas.roleOf("Ada")).isEqualTo(Texts.text("stage.role.creator"));
        assertThat(bobs.roleOf("Bob")).isEmpty();
    }
}
