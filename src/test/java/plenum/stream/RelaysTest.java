package plenum.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.conference.LiveMeeting;
import plenum.conference.LiveMeeting.Person;
import plenum.protocol.IceServer;
import plenum.protocol.SessionMessages.Welcome;
import plenum.protocol.StreamMessages;

@Tag("stream")
class RelaysTest {
    private final LiveMeeting meeting = new LiveMeeting();

    @Test
    void namesEachAtTheRelayForSomeHoursAndAnewBeforeTheyAreOver() {
        Person ada = meeting.join("Ada");
        List<IceServer> first = ada.outbox().last(Welcome.class).iceServers();
        assertThat(first).hasSize(2);
        assertThat(first.getFirst()).isEqualTo(new IceServer(List.of("stun:s.example:3478"), null, null));
        assertThat(first.getLast().urls()).containsExactly("turn:t.example:3478", "turns:t.example:443");
        long began = meeting.time.instant().getEpochSecond();
        assertThat(first.getLast().username()).isEqualTo(began + Relays.LIFETIME.toSeconds() + ":" + ada.id());

        Person bob = meeting.join("Bob");
        meeting.time.pass(Relays.LIFETIME.minusMinutes(1));
        StreamMessages.IceServers renewed = ada.outbox().last(StreamMessages.IceServers.class);
        assertThat(renewed.iceServers().getLast().username())
                .isEqualTo(began + Relays.LIFETIME.toSeconds() * 3 / 2 + ":" + ada.id());
        assertThat(bob.outbox()
                        .last(StreamMessages.IceServers.class)
                        .iceServers()
                        .getLast()
                        .username())
                .endsWith(":" + bob.id());
    }
}
