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
import plenum.meeting.RoomSwitch;
import plenum.protocol.Failed;
import plenum.protocol.Reaction;
import plenum.protocol.ReactionMessages;
import plenum.protocol.ReactionMessages.React;
import plenum.protocol.ReactionMessages.Reacted;

@Tag("reaction")
class ReactionTopicTest {
    private final LiveMeeting meeting =
            LiveMeeting.with(ReactionMessages.Ask.class, (of, time) -> new ReactionTopic(of, new FakeHands(), time));
    private final Person ada = meeting.join("Ada", Role.CREATOR);
    private final Person bob = meeting.join("Bob");

    @Test
    void everybodySeesAReactionOneselfToo() {
        assertThat(react(bob)).isEmpty();
        assertThat(ada.outbox().last(Reacted.class)).isEqualTo(new Reacted(bob.id(), Reaction.HEART, null));
        assertThat(bob.outbox().last(Reacted.class)).isEqualTo(new Reacted(bob.id(), Reaction.HEART, null));
    }

    @Test
    void aRainOfThemIsHeldBack() {
        for (int i = 0; i < ReactionTopic.AT_ONCE; i++) {
            assertThat(react(bob)).isEmpty();
        }
        assertThat(react(bob)).contains(Failed.Code.THROTTLED);
        assertThat(react(ada)).isEmpty();
        meeting.time.pass(Duration.ofSeconds(1));
        assertThat(react(bob)).isEmpty();
    }

    @Test
    void aHallFullOfPeopleStaysBearable() {
        int shown = 0;
        for (int i = 0; i < 60; i++) {
            shown += react(meeting.join("Guest " + i)).isEmpty() ? 1 : 0;
        }
        assertThat(shown).isEqualTo(ReactionTopic.AT_ONCE_FROM_ALL);
    }

    @Test
    void whereReactionsAreOffOnlyModeratorsReact() {
        ada.set(RoomSwitch.REACTIONS, false);
        assertThat(react(bob)).contains(Failed.Code.FORBIDDEN);
        assertThat(react(ada)).isEmpty();
    }

    @Test
    void aReactionIsSeenInItsRoom() {
        bob.conference().circles().move(List.of(bob.participant()), Optional.of(UUID.randomUUID()));
        bob.say(new React(Reaction.HEART, null));
        assertThat(bob.outbox().all(Reacted.class)).hasSize(1);
        assertThat(ada.outbox().all(Reacted.class)).isEmpty();
    }

    @Test
    void whatIsFeltIsSealedInAnEncryptedMeetingAlone() {
        String sealed = "~1.0." + "Ab-_".repeat(12);
        assertThat(bob.say(new React(null, sealed))).contains(Failed.Code.BAD_VALUE);
        LiveMeeting encrypted = LiveMeeting.encrypted(
                ReactionMessages.Ask.class, of -> new ReactionTopic(of, new FakeHands(), meeting.time));
        Person eve = encrypted.join("Eve");
        assertThat(react(eve)).contains(Failed.Code.BAD_VALUE);
        assertThat(eve.say(new React(Reaction.HEART, sealed))).contains(Failed.Code.BAD_VALUE);
        assertThat(eve.say(new React(null, "heart"))).contains(Failed.Code.BAD_VALUE);
        assertThat(eve.say(new React(null, sealed))).isEmpty();
        assertThat(eve.outbox().last(Reacted.class)).isEqualTo(new Reacted(eve.id(), null, sealed));
    }

    private Optional<Failed.Code> react(Person person) {
        return person.say(new React(Reaction.HEART, null));
    }
}
