package plenum.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.conference.LiveMeeting;
import plenum.conference.LiveMeeting.Person;
import plenum.protocol.StreamMessages.DominantSpeaker;
import plenum.protocol.StreamMessages.Speaking;

@Tag("stream")
class SpeechTest {
    private final LiveMeeting meeting = new LiveMeeting();

    @Test
    void tellsWhoSpeaksAndWhoHasTheFloor() {
        Person ada = meeting.join("Ada");
        Person bob = meeting.join("Bob");
        bob.speaks(true, 60);
        assertThat(ada.outbox().last(Speaking.class)).isEqualTo(new Speaking(bob.id(), true));
        assertThat(ada.outbox().all(DominantSpeaker.class)).isEmpty();
        meeting.time.pass(Duration.ofSeconds(1));
        assertThat(ada.outbox().last(DominantSpeaker.class).participant()).isEqualTo(bob.id());
        assertThat(meeting.join("Cem").outbox().last(DominantSpeaker.class).participant())
                .isEqualTo(bob.id());
        bob.conference().departures().leave(bob.participant());
        assertThat(ada.outbox().last(DominantSpeaker.class).participant()).isNull();
    }

    @Test
    void doesNotBelieveAMutedMicrophone() {
        Person ada = meeting.join("Ada");
        Person bob = meeting.join("Bob");
        bob.devices(false, true);
        bob.speaks(true, 90);
        assertThat(ada.outbox().all(Speaking.class)).isEmpty();
    }
}
