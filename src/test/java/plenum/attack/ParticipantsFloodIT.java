package plenum.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.it.Tab;

/** Somebody who was let in, and sends what costs the server much; and who brings others along. */
@Tag("attack")
class ParticipantsFloodIT {
    private static final int MESSAGES = 200;
    private static final int DEVICES = 8;

    private final Scene scene = Scene.shared();
    private final Stranger person = scene.stranger("127.0.5.1");
    private Place place;
    private Visitor moderator;
    private Visitor guest;

    @BeforeEach
    void aModeratorAndAGuest() {
        place = Place.make(person, "Flood", Map.of());
        moderator = Visitor.join(person.creatorsTab(place), "Mo");
        guest = Visitor.join(person.tab(place), "Gus");
    }

    @AfterEach
    void everybodyGoes() {
        moderator.tab().vanish();
        guest.tab().vanish();
        person.close();
    }

    @Test
    void namesThatChangeAllTheTimeAreThrottled() {
        scene.bystanders().during("renames", () -> {
            for (int i = 0; i < MESSAGES * Scene.FORCE; i++) {
                guest.say("rename", Map.of("name", "Gus " + i));
            }
            guest.hearFailure("rename", "throttled");
        });
        assertThat(moderator.tab().waiting("participant-changed")).isLessThan(MESSAGES / 4);
    }

    @Test
    void whatWasSaidIsNotToldAllTheTime() {
        scene.bystanders().during("catch-ups", () -> {
            for (int i = 0; i < MESSAGES * Scene.FORCE; i++) {
                guest.say("catch-up", Map.of());
            }
            guest.hearFailure("catch-up", "throttled");
        });
        assertThat(guest.tab().waiting("polls")).isLessThan(MESSAGES / 4);
    }

    @Test
    void linksForSecondDevicesAreThrottled() {
        scene.bystanders().during("links for second devices", () -> {
            for (int i = 0; i < MESSAGES * Scene.FORCE; i++) {
                guest.say("link-device", Map.of());
            }
            guest.hearFailure("link-device", "throttled");
        });
        assertThat(guest.tab().waiting("device-link")).isLessThan(MESSAGES / 4);
    }

    @Test
    void oneGuestBringsFewSecondDevices() {
        assertThat(devicesThatComeIn()).isBetween(1L, 3L);
    }

    @Test
    void nobodyComesThroughALockedDoorWithALinkOfSomebodyInside() {
        moderator.say("set-switch", Map.of("which", "locked", "on", true));
        guest.tab().hear("room-state", state -> state.path("on").toString().contains("locked"));

        assertThat(devicesThatComeIn()).isZero();
    }

    /** By as many links as the guest gets. */
    private long devicesThatComeIn() {
        return IntStream.range(0, DEVICES).filter(i -> comesIn(nextLink())).count();
    }

    /** The token of one more link; empty when there is none. */
    private String nextLink() {
        guest.say("link-device", Map.of());
        JsonNode answer = guest.tab().hearEither("device-link", "failed");
        String link = answer.path("link").asText();
        return link.substring(link.indexOf('=', link.indexOf('#') + 1) + 1);
    }

    private boolean comesIn(String token) {
        if (token.isEmpty()) {
            return false;
        }
        Tab device = person.tab(place);
        Visitor.knock(device, "Device", Map.of("device", token));
        boolean welcome = device.hearAny().path("type").asText().equals("welcome");
        if (!welcome) {
            device.vanish();
        }
        return welcome;
    }
}
