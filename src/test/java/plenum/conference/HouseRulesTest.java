package plenum.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.conference.LiveMeeting.Person;
import plenum.meeting.Role;
import plenum.protocol.ChatMessages;
import plenum.protocol.DoorMessages;
import plenum.protocol.Failed;
import plenum.protocol.SessionMessages.Refused;
import plenum.protocol.SessionMessages.Waiting;
import plenum.protocol.SessionMessages.Welcome;

/** What a server's policy says holds in its meetings at once, whatever their moderators say. */
@Tag("conference")
class HouseRulesTest {
    private final LiveMeeting meeting = new LiveMeeting();

    @Test
    void guestsWaitInTheLobbyOfEveryMeeting() {
        Person ada = meeting.join("Ada", Role.CREATOR);
        Person bob = meeting.join("Bob");
        assertThat(bob.outbox().all(Welcome.class)).hasSize(1);
        meeting.house.guestsWait = true;
        Person cem = meeting.join("Cem");
        assertThat(cem.outbox().sent).containsExactly(new Waiting(Waiting.Reason.LOBBY));
        assertThat(meeting.resume("Bob").outbox().all(Welcome.class))
                .as("who is in comes back")
                .hasSize(1);
        ada.say(new DoorMessages.AdmitAll());
        assertThat(cem.outbox().all(Welcome.class)).hasSize(1);
    }

    @Test
    void whoWaitsForNothingElseComesInWhenTheRuleEnds() {
        meeting.house.guestsWait = true;
        Person ada = meeting.join("Ada", Role.CREATOR);
        Person bob = meeting.join("Bob");
        assertThat(bob.outbox().all(Welcome.class)).isEmpty();
        meeting.house.guestsWait = false;
        ada.conference().houseRulesChanged();
        assertThat(bob.outbox().all(Welcome.class)).hasSize(1);
    }

    @Test
    void noStrangerComesInBeforeTheRulesAreKnown() {
        meeting.house.known = false;
        assertThat(meeting.turnsAway()).contains(Refused.Reason.UNAVAILABLE);
        meeting.house.known = true;
        assertThat(meeting.turnsAway()).isEmpty();
    }

    @Test
    void aTopicThatIsSwitchedOffDoesAndTellsNothing() {
        Person ada = meeting.join("Ada", Role.CREATOR);
        List<String> asked = new ArrayList<>();
        boolean[] on = {false};
        Topics topics = new Topics();
        topics.begin(
                ada.conference(),
                List.of(new TopicKind<ChatMessages.Ask>(
                        ChatMessages.Ask.class, of -> new Notebook(asked), () -> on[0])));
        ChatMessages.ChatHistory history = new ChatMessages.ChatHistory(1);
        assertThat(topics.handle(ada.participant(), history)).contains(Failed.Code.FORBIDDEN);
        topics.catchUp(ada.participant());
        assertThat(asked).isEmpty();
        on[0] = true;
        assertThat(topics.handle(ada.participant(), history)).isEmpty();
        topics.catchUp(ada.participant());
        assertThat(asked).containsExactly("handle", "catch-up");
    }

    private record Notebook(List<String> asked) implements Topic<ChatMessages.Ask> {
        @Override
        public Optional<Failed.Code> handle(Participant by, ChatMessages.Ask message) {
            asked.add("handle");
            return Optional.empty();
        }

        @Override
        public void catchUp(Participant reader) {
            asked.add("catch-up");
        }
    }
}
