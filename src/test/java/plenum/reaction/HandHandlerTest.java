package plenum.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import plenum.conference.LiveMeeting;
import plenum.conference.LiveMeeting.Person;
import plenum.meeting.Role;
import plenum.protocol.Failed;
import plenum.protocol.NotStored;
import plenum.protocol.ReactionMessages;
import plenum.protocol.ReactionMessages.HandChanged;
import plenum.protocol.ReactionMessages.LowerHand;
import plenum.protocol.ReactionMessages.RaiseHand;

class HandHandlerTest {
    private final LiveMeeting meeting = new LiveMeeting();
    private final Person ada = meeting.join("Ada", Role.CREATOR);
    private final Person bob = meeting.join("Bob");
    private final Person cem = meeting.join("Cem");
    private final FakeHands stored = new FakeHands();
    private final HandHandler hands = new HandHandler(stored, meeting.time);

    @Test
    void everybodySeesAHandGoUpAndDown() {
        raise(bob, true);
        assertThat(cem.outbox().last(HandChanged.class))
                .isEqualTo(new HandChanged(bob.id(), meeting.time.instant().toEpochMilli()));
        raise(bob, false);
        assertThat(cem.outbox().last(HandChanged.class)).isEqualTo(new HandChanged(bob.id(), null));
    }

    @Test
    void whoRaisesTwiceKeepsTheFirstPlace() {
        raise(bob, true);
        long first = meeting.time.instant().toEpochMilli();
        meeting.time.pass(Duration.ofSeconds(5));
        raise(cem, true);
        raise(bob, true);
        assertThat(ada.outbox().last(HandChanged.class)).isEqualTo(new HandChanged(bob.id(), first));
    }

    @Test
    void whoComesLaterSeesTheQueueOfThoseWhoAreHere() {
        raise(cem, true);
        meeting.time.pass(Duration.ofSeconds(1));
        raise(bob, true);
        cem.conference().leave(cem.participant());
        Person dora = meeting.join("Dora");
        hands.catchUp(dora.conference(), dora.participant());
        assertThat(dora.outbox().last(ReactionMessages.Hands.class).hands())
                .extracting(ReactionMessages.Hand::participant)
                .containsExactly(bob.id());
    }

    /** After a restart of the server: Ada is back, and then Bob, whose hand was up before. */
    @Test
    void whoeverWasBackEarlierSeesTheHandOfWhoComesBackLater() {
        long since = meeting.time.instant().toEpochMilli();
        stored.raise(bob.conference().id(), UUID.fromString(bob.id()), meeting.time.instant());
        hands.catchUp(cem.conference(), cem.participant());
        assertThat(ada.outbox().all(HandChanged.class)).isEmpty();
        hands.catchUp(bob.conference(), bob.participant());
        assertThat(ada.outbox().all(HandChanged.class)).containsExactly(new HandChanged(bob.id(), since));
    }

    @Test
    void aModeratorLowersOneAndAll() {
        raise(bob, true);
        raise(cem, true);
        assertThat(hands.lower(ada.conference(), ada.participant(), new LowerHand(bob.id())))
                .isEmpty();
        assertThat(bob.outbox().last(HandChanged.class)).isEqualTo(new HandChanged(bob.id(), null));
        assertThat(hands.lower(ada.conference(), ada.participant(), new LowerHand("nobody")))
                .contains(Failed.Code.NOT_FOUND);
        hands.lowerAll(ada.conference(), ada.participant());
        assertThat(cem.outbox().last(ReactionMessages.Hands.class).hands()).isEmpty();
        assertThat(stored.of(bob.conference().id())).isEmpty();
    }

    @Test
    void aHandThatIsNotStoredIsNotUp() {
        stored.away = true;
        raise(bob, true);
        assertThat(bob.outbox().last(NotStored.class).reason()).isEqualTo(NotStored.Reason.UNAVAILABLE);
        assertThat(ada.outbox().all(HandChanged.class)).isEmpty();
    }

    @Test
    void wavingIsHeldBack() {
        for (int i = 0; i < 20; i++) {
            raise(bob, i % 2 == 0);
        }
        assertThat(ada.outbox().all(HandChanged.class)).hasSize(6);
        assertThat(bob.outbox().last(NotStored.class).reason()).isEqualTo(NotStored.Reason.THROTTLED);
    }

    @Test
    void aHandIsSeenInItsRoomAndGoesDownWithAMove() {
        UUID room = UUID.randomUUID();
        move(bob, room);
        raise(bob, true);
        assertThat(bob.outbox().all(HandChanged.class)).hasSize(1);
        assertThat(ada.outbox().all(HandChanged.class)).isEmpty();
        hands.catchUp(ada.conference(), ada.participant());
        assertThat(ada.outbox().last(ReactionMessages.Hands.class).hands()).isEmpty();
        raise(cem, true);
        hands.lowerAll(ada.conference(), ada.participant());
        assertThat(stored.of(UUID.randomUUID()))
                .as("those of another room stay up")
                .extracting(Hands.RaisedHand::participant)
                .containsExactly(UUID.fromString(bob.id()));
        move(ada, room);
        move(bob, UUID.randomUUID());
        hands.moved(bob.conference(), List.of(bob.participant()));
        assertThat(stored.of(UUID.randomUUID())).isEmpty();
        assertThat(bob.outbox().last(HandChanged.class)).isEqualTo(new HandChanged(bob.id(), null));
    }

    private void move(Person person, UUID room) {
        person.conference().circles().move(List.of(person.participant()), Optional.of(room));
    }

    private void raise(Person person, boolean raised) {
        hands.raise(person.conference(), person.participant(), new RaiseHand(raised));
    }
}
