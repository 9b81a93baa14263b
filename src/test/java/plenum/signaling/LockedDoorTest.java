package plenum.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.meeting.Meetings;

/** A locked door: whom it lets through, and what a visitor before it costs. */
@Tag("signaling")
class LockedDoorTest {
    private static final String LOCK = "{\"type\":\"set-switch\",\"which\":\"locked\",\"on\":true}";
    private static final String UNLOCK = "{\"type\":\"set-switch\",\"which\":\"locked\",\"on\":false}";

    private final FakePlenum plenum = new FakePlenum();
    private final Meetings.Created meeting = plenum.house.create("Jour fixe");
    private final FakeTab ada = plenum.creator(meeting).join("Ada");
    private final FakeTab bob = plenum.stranger(meeting).join("Bob");

    @Test
    void aVisitorBeforeALockedDoorIsStoredNowhere() {
        ada.say(LOCK);
        int writes = plenum.house.writes;
        assertThat(reason(plenum.stranger(meeting).join("Eve"))).isEqualTo("locked");
        assertThat(plenum.house.writes).isEqualTo(writes);

        plenum.crash(Duration.ofSeconds(20));
        writes = plenum.house.writes;
        assertThat(reason(plenum.stranger(meeting).join("Eve"))).isEqualTo("locked");
        assertThat(plenum.house.writes).as("a stranger's knock unlocks nothing").isEqualTo(writes);
        assertThat(plenum.stranger(meeting).join("Bob", "resume", bob.token()).type())
                .isNotEqualTo("refused");
    }

    @Test
    void whoHasTheCreatorsTokenComesInAndEndsTheLockByLeaving() {
        ada.say(LOCK);
        assertThat(plenum.creator(meeting)
                        .join("Ada at home")
                        .last("welcome")
                        .path("self")
                        .asText())
                .isNotEmpty();
        plenum.crash(Duration.ofSeconds(20));
        FakeTab back = plenum.creator(meeting).join("Ada");
        assertThat(reason(plenum.stranger(meeting).join("Eve"))).isEqualTo("locked");
        back.say("{\"type\":\"leave\"}");
        FakeTab first = plenum.stranger(meeting).join("Eve");
        assertThat(first.last("participant-changed").at("/participant/role").asText())
                .isEqualTo("moderator");
    }

    @Test
    void aLinkOfBeforeTheLockOpensItNeitherButIsGoodAfterwards() {
        String token = link(bob);
        ada.say(LOCK);
        assertThat(reason(plenum.stranger(meeting).join("x", "device", token))).isEqualTo("locked");
        bob.say("{\"type\":\"link-device\"}");
        assertThat(bob.last("failed").toString()).contains("forbidden", "link-device");
        ada.say(UNLOCK);
        assertThat(plenum.stranger(meeting)
                        .join("x", "device", token)
                        .last("welcome")
                        .path("self")
                        .asText())
                .isNotEmpty();
        assertThat(reason(plenum.stranger(meeting).join("", "device", token)))
                .as("once")
                .isEqualTo("bad-name");
    }

    @Test
    void aPersonBringsThreeDevicesThroughLobbyAndPasswordAndNoMore() {
        ada.say("{\"type\":\"set-switch\",\"which\":\"lobby\",\"on\":true}");
        ada.say("{\"type\":\"set-password\",\"password\":\"correct horse\"}");
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            tokens.add(link(bob));
            // links have a rate of their own
            plenum.pass(Duration.ofMinutes(1), ada, bob);
        }
        for (int i = 0; i < 3; i++) {
            FakeTab device = plenum.stranger(meeting).join("x", "device", tokens.get(i));
            assertThat(device.last("welcome").path("self").asText()).isNotEmpty();
        }
        assertThat(reason(plenum.stranger(meeting).join("x", "device", tokens.getLast())))
                .isEqualTo("too-many-devices");
        bob.say("{\"type\":\"link-device\"}");
        assertThat(bob.last("failed").toString()).contains("too-many", "link-device");
    }

    @Test
    void aLinkEndsWithThePlaceOfWhoeverMadeIt() {
        String token = link(bob);
        ada.say("{\"type\":\"set-switch\",\"which\":\"lobby\",\"on\":true}");
        ada.say("{\"type\":\"remove\",\"block\":false,\"participant\":\"" + bob.self() + "\"}");
        assertThat(plenum.stranger(meeting).join("x", "device", token).type()).isEqualTo("waiting");
        FakeTab cem = plenum.stranger(meeting);
        assertThat(cem.join("x", "device", "device-unknown").type()).isEqualTo("waiting");
    }

    private static String link(FakeTab of) {
        String link = of.say("{\"type\":\"link-device\"}")
                .last("device-link")
                .path("link")
                .asText();
        return link.substring(link.indexOf("device-"));
    }

    private static String reason(FakeTab refused) {
        return refused.last("refused").path("reason").asText();
    }
}
