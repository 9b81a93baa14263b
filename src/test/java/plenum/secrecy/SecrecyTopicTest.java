package plenum.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.conference.Admission;
import plenum.conference.LiveMeeting;
import plenum.conference.LiveMeeting.Person;
import plenum.meeting.Role;
import plenum.protocol.Failed;
import plenum.protocol.ModerationMessages;
import plenum.protocol.SecrecyMessages;
import plenum.protocol.SecrecyMessages.SecrecyChanged;
import plenum.protocol.SecrecyMessages.SecrecyCommit;
import plenum.protocol.SecrecyMessages.SecrecyInfo;
import plenum.protocol.SecrecyMessages.SecrecyJoin;
import plenum.protocol.SecrecyMessages.SecrecyLack;
import plenum.protocol.SecrecyMessages.SecrecyShare;
import plenum.protocol.SecrecyMessages.SecrecyShared;
import plenum.protocol.SecrecyMessages.SecrecyState;
import plenum.protocol.SecrecyMessages.SecrecyTurn;
import plenum.protocol.SecrecyMessages.SecrecyWanted;
import plenum.protocol.SecrecyMessages.Wanted;
import plenum.protocol.SessionMessages.Refused;

@Tag("secrecy")
class SecrecyTopicTest {
    private final LiveMeeting meeting = LiveMeeting.encrypted(SecrecyMessages.Ask.class, SecrecyTopic::new);
    private final Person ada = meeting.join("Ada", Role.CREATOR);
    private final Person bob = meeting.join("Bob");
    private final Person cem = meeting.join("Cem");

    @Test
    void theFirstFoundsTheGroupAndTheOthersJoinOneAfterTheOther() {
        List.of(ada, bob, cem).forEach(person -> person.say(new SecrecyJoin()));
        assertThat(turn(ada)).isEqualTo(new SecrecyTurn(0, null, List.of(), false));
        assertThat(turns(bob)).isEmpty();
        ada.say(new SecrecyCommit(0, null, "info 1", null));
        assertThat(changes(ada)).containsExactly(new SecrecyChanged(1, ada.id(), null, null));
        assertThat(turn(bob)).isEqualTo(new SecrecyTurn(1, "info 1", List.of(), false));
        assertThat(turns(cem)).isEmpty();
        bob.say(new SecrecyCommit(1, "commit 2", "info 2", null));
        assertThat(turn(cem)).isEqualTo(new SecrecyTurn(2, "info 2", List.of(), false));
        cem.say(new SecrecyCommit(2, "commit 3", "info 3", null));
        assertThat(changes(ada)).extracting(SecrecyChanged::step).containsExactly(1, 2, 3);
        assertThat(changes(bob)).extracting(SecrecyChanged::commit).containsExactly("commit 2", "commit 3");
        assertThat(changes(cem)).extracting(SecrecyChanged::by).containsExactly(cem.id());
    }

    @Test
    void nobodyChangesTheGroupOutOfTurnOrFromAnEarlierStep() {
        ada.say(new SecrecyJoin());
        bob.say(new SecrecyJoin());
        assertThat(bob.say(new SecrecyCommit(0, null, "info", null))).contains(Failed.Code.OUT_OF_PLACE);
        ada.say(new SecrecyCommit(0, null, "info", null));
        assertThat(ada.say(new SecrecyCommit(1, "commit", "info", null))).contains(Failed.Code.OUT_OF_PLACE);
        assertThat(bob.say(new SecrecyCommit(0, "commit", "info", null))).contains(Failed.Code.OUT_OF_PLACE);
        assertThat(bob.say(new SecrecyCommit(1, null, null, null))).contains(Failed.Code.BAD_VALUE);
        assertThat(bob.say(new SecrecyInfo(1, "info"))).contains(Failed.Code.OUT_OF_PLACE);
        assertThat(cem.say(new SecrecyShare(1, "keys"))).contains(Failed.Code.OUT_OF_PLACE);
        assertThat(cem.say(new SecrecyLack())).contains(Failed.Code.OUT_OF_PLACE);
        assertThat(changes(ada)).hasSize(1);
    }

    @Test
    void theLongestMemberTakesOutWhoLeft() {
        all();
        leave(bob);
        assertThat(turn(ada)).isEqualTo(new SecrecyTurn(3, null, List.of(bob.id()), false));
        assertThat(turns(cem)).hasSize(1);
        ada.say(new SecrecyCommit(3, "commit 4", null, null));
        assertThat(changes(cem).getLast()).isEqualTo(new SecrecyChanged(4, ada.id(), "commit 4", null));
    }

    @Test
    void aMemberWhoDoesNotUseTheTurnIsFollowedByTheNext() {
        all();
        leave(bob);
        meeting.time.pass(SecrecyTopic.TURN);
        assertThat(turn(cem)).isEqualTo(new SecrecyTurn(3, null, List.of(bob.id()), false));
        assertThat(ada.say(new SecrecyCommit(3, "late", null, null))).contains(Failed.Code.OUT_OF_PLACE);
        cem.say(new SecrecyCommit(3, "commit 4", null, null));
        assertThat(changes(ada).getLast().by()).isEqualTo(cem.id());
        leave(cem);
        assertThat(turn(ada).gone()).as("the silent one is asked again").containsExactly(cem.id());
    }

    @Test
    void whoeverJoinsAfterSomebodyWasTakenOutGetsTheGroupFromAMember() {
        all();
        leave(bob);
        ada.say(new SecrecyCommit(3, "commit 4", null, null));
        Person dev = meeting.join("Dev");
        assertThat(dev.outbox().last(SecrecyState.class)).isEqualTo(new SecrecyState(4, false, 0));
        dev.say(new SecrecyJoin());
        assertThat(turns(dev)).isEmpty();
        assertThat(ada.outbox().last(SecrecyWanted.class)).isEqualTo(new SecrecyWanted(4, Wanted.INFO));
        meeting.time.pass(SecrecyTopic.TURN);
        assertThat(cem.outbox().last(SecrecyWanted.class)).isEqualTo(new SecrecyWanted(4, Wanted.INFO));
        cem.say(new SecrecyInfo(4, "info 4"));
        assertThat(turn(dev)).isEqualTo(new SecrecyTurn(4, "info 4", List.of(), false));
    }

    @Test
    void aNewcomerWhoKeepsTheTurnLosesIt() {
        ada.say(new SecrecyJoin());
        bob.say(new SecrecyJoin());
        meeting.time.pass(SecrecyTopic.TURN);
        assertThat(turn(bob)).isEqualTo(new SecrecyTurn(0, null, List.of(), false));
        bob.say(new SecrecyCommit(0, null, "info", null));
        ada.say(new SecrecyJoin());
        assertThat(turn(ada)).isEqualTo(new SecrecyTurn(1, "info", List.of(), false));
    }

    @Test
    void afterARemovalTheKeysOfTextsAreRenewedAndLateComersGetThemFromAMember() {
        all();
        ada.say(new ModerationMessages.Remove(bob.id(), false));
        assertThat(turn(ada)).isEqualTo(new SecrecyTurn(3, null, List.of(bob.id()), true));
        ada.say(new SecrecyCommit(3, "commit 4", null, "keys 4"));
        assertThat(changes(cem).getLast().keys()).isEqualTo("keys 4");
        assertThat(bob.outbox().all(SecrecyChanged.class)).noneMatch(change -> change.step() == 4);

        Person dev = meeting.join("Dev");
        assertThat(dev.outbox().last(SecrecyState.class).removals()).isEqualTo(1);
        dev.say(new SecrecyJoin());
        ada.say(new SecrecyInfo(4, "info 4"));
        dev.say(new SecrecyCommit(4, "commit 5", "info 5", null));
        assertThat(ada.outbox().last(SecrecyWanted.class)).isEqualTo(new SecrecyWanted(5, Wanted.KEYS));
        assertThat(dev.say(new SecrecyShare(5, "false"))).contains(Failed.Code.OUT_OF_PLACE);
        ada.say(new SecrecyShare(5, "keys 5"));
        assertThat(dev.outbox().last(SecrecyShared.class)).isEqualTo(new SecrecyShared(5, "keys 5"));
        assertThat(cem.outbox().all(SecrecyShared.class)).isEmpty();
        dev.say(new SecrecyLack());
        assertThat(ada.outbox().all(SecrecyWanted.class)).hasSize(3);
    }

    @Test
    void aTabThatLostTheGroupTakesItsPlaceAgainAndIsTakenOutIfItLeavesBefore() {
        all();
        bob.say(new SecrecyJoin());
        assertThat(turn(bob)).isEqualTo(new SecrecyTurn(3, "info 3", List.of(), false));
        leave(bob);
        assertThat(turn(ada).gone()).containsExactly(bob.id());
    }

    @Test
    void whenAllMembersAreGoneTheNextFoundsAnotherGroup() {
        ada.say(new SecrecyJoin());
        ada.say(new SecrecyCommit(0, null, "info", null));
        leave(ada);
        bob.say(new SecrecyJoin());
        assertThat(turn(bob)).isEqualTo(new SecrecyTurn(1, null, List.of(), false));
    }

    @Test
    void noMorePeopleComeInThanAGroupHolds() {
        for (int here = 3; here < 150; here++) {
            meeting.join("Person " + here);
        }
        assertThat(meeting.join("Zoe").admission()).isEqualTo(new Admission.Refused(Refused.Reason.FULL));
    }

    @Test
    void thereIsNoGroupWhereNothingIsEncrypted() {
        Person open = LiveMeeting.with(SecrecyMessages.Ask.class, (of, time) -> new SecrecyTopic(of))
                .join("Ada");
        assertThat(open.outbox().all(SecrecyState.class)).isEmpty();
        assertThat(open.say(new SecrecyJoin())).isEqualTo(Optional.of(Failed.Code.OUT_OF_PLACE));
    }

    private void all() {
        List.of(ada, bob, cem).forEach(person -> person.say(new SecrecyJoin()));
        ada.say(new SecrecyCommit(0, null, "info 1", null));
        bob.say(new SecrecyCommit(1, "commit 2", "info 2", null));
        cem.say(new SecrecyCommit(2, "commit 3", "info 3", null));
    }

    private static void leave(Person person) {
        person.conference().departures().leave(person.participant());
    }

    private static SecrecyTurn turn(Person person) {
        return person.outbox().last(SecrecyTurn.class);
    }

    private static List<SecrecyTurn> turns(Person person) {
        return person.outbox().all(SecrecyTurn.class);
    }

    private static List<SecrecyChanged> changes(Person person) {
        return person.outbox().all(SecrecyChanged.class);
    }
}
