package plenum.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
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

@Tag("reaction")
class RaisedHandsTest {
    private final FakeHands stored = new FakeHands();
    private final LiveMeeting meeting =
            LiveMeeting.with(ReactionMessages.Ask.class, (of, time) -> new ReactionTopic(of, stored, time));
    private final Person ada = meeting.join("Ada", Role.CREATOR);
    private final Person bob = meeting.join("Bob");
    private final Person cem = meeting.join("Cem");

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
        cem.conference().departures().leave(cem.participant());
        Person dora = meeting.join("Dora");
        dora.catchUp();
        assertThat(dora.outbox().last(ReactionMessages.Hands.class).hands())
                .extracting(ReactionMessages.Hand::participant)
                .containsExactly(bob.id());
    }

    /** After a restart of the server: Ada is back, and then Bob, whose hand was up before. */
    @Test
    void whoeverWasBackEarlierSeesTheHandOfWhoComesBackLater() {
        long since = meeting.time.instant().toEpochMilli();
        stored.raise(bob.conference().id(), UUID.fromString(bob.id()), meeting.time.instant());
        cem.catchUp();
        assertThat(ada.outbox().all(HandChanged.class)).isEmpty();
        bob.catchUp();
        assertThat(ada.outbox().all(HandChanged.class)).containsExactly(new HandChanged(bob.id(), since));
    }

    @Test
    void aModeratorLowersOneAndAll() {
        raise(bob, true);
        raise(cem, true);
        assertThat(ada.say(new LowerHand(bob.id()))).isEmpty();
        assertThat(bob.outbox().last(HandChanged.class)).isEqualTo(new HandChanged(bob.id(), null));
        assertThat(ada.say(new LowerHand("nobody"))).contains(Failed.Code.NOT_FOUND);
        ada.say(new ReactionMessages.LowerAllHands());
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
        assertThat(bob.outbox().last(HandChanged.class).since()).isNotNull();
        assertThat(ada.outbox().all(HandChanged.class)).isEmpty();
        ada.catchUp();
        assertThat(ada.outbox().last(ReactionMessages.Hands.class).hands()).isEmpty();
        raise(cem, true);
        ada.say(new ReactionMessages.LowerAllHands());
        assertThat(stored.of(UUID.randomUUID()))
                .as("those of another room stay up")
                .extracting(Hands.RaisedHand::participant)
                .containsExactly(UUID.fromString(bob.id()));
        move(ada, room);
        move(bob, UUID.randomUUID());
        assertThat(stored.of(UUID.randomUUID())).isEmpty();
        assertThat(bob.outbox().last(HandChanged.class)).isEqualTo(new HandChanged(bob.id(), null));
    }

    private void move(Person person, UUID room) {
        person.conference().circles().move(List.of(person.participant()), Optional.of(room));
    }

    private void raise(Person person, boolean raised) {
        person.say(new RaiseHand(raised));
    }
}
