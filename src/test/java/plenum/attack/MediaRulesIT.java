package plenum.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody who may not be heard or seen publishes microphone and camera under the name of a screen. What counts is what arrives. */
@Tag("attack")
class MediaRulesIT {
    private static final Duration LOOK = Duration.ofMillis(700);

    private final Scene scene = Scene.shared();
    private final Stranger person = scene.stranger("127.0.1.1");
    private Bystander moderator;
    private Bystander guest;
    private MediaReceiver seen;

    @BeforeEach
    void aModeratorSeesTheGuestsScreen() throws Exception {
        Place place = Place.make(person, "Rules", Map.of());
        Bystanders all = scene.bystanders();
        moderator = Bystander.join(all.side(), all.pulse(), person.creatorsTab(place), "Mo");
        guest = Bystander.join(all.side(), all.pulse(), person.tab(place), "Gus");
        moderator.tab().hear("participant-joined");
        guest.publish("screen");
        seen = moderator
                .watch(List.of(new Bystander.Wish(guest.id(), "screen")))
                .getFirst();
        await().until(() -> arriving().audioPackets() > 0 && arriving().videoPackets() > 0);
    }

    @AfterEach
    void everybodyGoes() {
        moderator.close();
        guest.close();
        person.close();
    }

    @Test
    void whoIsMutedIsNotHeardByAScreen() {
        scene.bystanders().during("a muted guest with a screen", () -> {
            moderator.say("mute", Map.of("participant", guest.id()));

            await().until(() -> arriving().audioPackets() == 0);
            assertThat(arriving().videoPackets()).isPositive();
        });
    }

    @Test
    void whoseVideoWasStoppedIsNotSeenByAScreen() {
        scene.bystanders().during("a stopped guest with a screen", () -> {
            moderator.say("stop-video", Map.of("participant", guest.id()));

            await().until(() -> arriving().videoPackets() == 0);
            assertRefusedAndUnseen();
        });
    }

    @Test
    void noScreenIsShownWhereSharingIsSwitchedOff() {
        scene.bystanders().during("a screen where there are none", () -> {
            moderator.say("set-switch", Map.of("which", "share", "on", false));

            await().until(() -> arriving().videoPackets() == 0 && arriving().audioPackets() == 0);
            assertRefusedAndUnseen();
        });
    }

    /** Neither of those who were there nor of those who have gone, of whose endpoints there may be late news. */
    @Test
    void nobodysAddressIsInALog() throws IOException {
        guest.say("leave", Map.of());
        moderator.tab().hear("participant-left");

        try (Stream<Path> files = Files.walk(scene.plenum().logs())) {
            List<Path> logs = files.filter(Files::isRegularFile).toList();
            assertThat(logs).isNotEmpty().allSatisfy(log -> assertThat(
                            Files.readString(log, StandardCharsets.ISO_8859_1))
                    .doesNotContain("candidate:", "127.0.1.1"));
        }
    }

    /** Published once more, it is refused, and nothing of it arrives. */
    private void assertRefusedAndUnseen() {
        guest.offerAgain("screen");

        assertThat(guest.tab().hear("failed").path("code").asText()).isEqualTo("forbidden");
        assertThat(arriving().videoPackets()).isZero();
    }

    /** What comes in some tenths of a second. */
    private MediaReceiver.Arrivals arriving() {
        seen.restart();
        await().pollDelay(LOOK).until(() -> true);
        return seen.arrivals();
    }
}
