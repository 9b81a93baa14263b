package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Three people meet: the main job. */
@Tag("conference")
@Tag("stream")
class MeetingJourney {

    private static final Duration PICTURE = Duration.ofSeconds(30);

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final PlenumProcess plenum = PlenumProcess.shared();

    @Test
    void threePeopleSeeAndHearEachOther() {
        Person ada = browsers.person("Ada");
        Person bob = browsers.person("Bob");
        Person cleo = browsers.person("Cleo");

        MeetingRoom adas = StartPage.open(ada, plenum).create("Planning").join();
        MeetingRoom bobs = bob.joinAt(adas.link());
        MeetingRoom cleos = StartPage.open(cleo, plenum).join(adas.code()).join();

        adas.media().awaitSeenAndHeard(PICTURE, "Bob", "Cleo");
        bobs.media().awaitSeenAndHeard(PICTURE, "Ada", "Cleo");
        cleos.media().awaitSeenAndHeard(PICTURE, "Ada", "Bob");

        bobs.turnMicrophoneOff();
        assertThat(adas.mutedTileOf("Bob")).isVisible();
        bobs.turnMicrophoneOn();
        assertThat(adas.mutedTileOf("Bob")).hasCount(0);

        cleos.leave();
        assertThat(adas.tileOf("Cleo")).hasCount(0);
        assertThat(bobs.tileOf("Cleo")).hasCount(0);

        assertNothingWentWrong(List.of(ada, bob, cleo));
    }

    @Test
    void nobodyHearsWhoTurnedTheMicrophoneOff() {
        Person ada = browsers.person("Ada");
        Person bob = browsers.person("Bob");
        MeetingRoom adas = StartPage.open(ada, plenum).create("Silence").join();
        MeetingRoom bobs = bob.joinAt(adas.link());
        adas.media().awaitSeenAndHeard(PICTURE, "Bob");

        bobs.turnMicrophoneOff();

        adas.media().awaitSilence(PICTURE);
    }

    @Test
    void aReloadKeepsNameRoleAndPlace() {
        Person ada = browsers.person("Ada");
        Person bob = browsers.person("Bob");
        MeetingRoom adas = StartPage.open(ada, plenum).create("Reload").join();
        MeetingRoom bobs = bob.joinAt(adas.link());
        bobs.media().awaitSeenAndHeard(PICTURE, "Ada");
        String participant = bobs.tileOf("Ada").getAttribute("data-participant");
        String role = bobs.roleOf("Ada");

        ada.page().reload();
        adas.awaitInside();

        adas.media().awaitSeenAndHeard(PICTURE, "Bob");
        bobs.media().awaitSeenAndHeard(PICTURE, "Ada");
        assertThat(bobs.tileOf("Ada")).hasAttribute("data-participant", participant);
        assertThat(role).isEqualTo(Texts.text("stage.role.creator"));
        assertThat(adas.roleOf("Ada")).isEqualTo(role);
    }

    /** No page asks any other host for anything, and nothing breaks the pages' own content policy. */
    private void assertNothingWentWrong(List<Person> people) {
        String ours = plenum.url().getHost() + ":" + plenum.url().getPort();
        for (Person person : people) {
            assertThat(person.requestedHosts()).containsExactly(ours);
            assertThat(person.policyViolations()).isEmpty();
            assertThat(person.uncaught()).isEmpty();
        }
    }
}
