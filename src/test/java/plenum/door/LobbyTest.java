package plenum.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.audit.AuditAction;
import plenum.conference.Admission;
import plenum.conference.Arrival;
import plenum.conference.LiveMeeting;
import plenum.conference.LiveMeeting.Person;
import plenum.meeting.Caller;
import plenum.meeting.Role;
import plenum.meeting.RoomSwitch;
import plenum.protocol.DoorMessages;
import plenum.protocol.DoorMessages.Knock;
import plenum.protocol.DoorMessages.Knocking;
import plenum.protocol.Failed;
import plenum.protocol.ModerationMessages;
import plenum.protocol.SessionMessages.Ended;
import plenum.protocol.SessionMessages.ParticipantJoined;
import plenum.protocol.SessionMessages.Refused;
import plenum.protocol.SessionMessages.Waiting;
import plenum.protocol.SessionMessages.Welcome;

@Tag("door")
class LobbyTest {
    private final LiveMeeting meeting = new LiveMeeting(RoomSwitch.LOBBY);

    @Test
    void whoWaitsIsToldThatAndNothingElse() {
        Person ada = meeting.join("Ada", Role.CREATOR);
        Person bob = meeting.join("Bob");
        meeting.join("Cem");
        ada.devices(false, false);
        ada.speaks(true, 50);
        assertThat(bob.outbox().sent).containsExactly(new Waiting(Waiting.Reason.LOBBY));
        assertThat(ada.outbox().all(ParticipantJoined.class)).isEmpty();
        assertThat(ada.knocking()).extracting(Knock::name).containsExactly("Bob", "Cem");
    }

    @Test
    void aModeratorLetsInAndSendsAway() {
        Person ada = meeting.join("Ada", Role.CREATOR);
        Person bob = meeting.join("Bob");
        Person eve = meeting.join("Eve");
        assertThat(ada.say(new DoorMessages.Admit(ada.knocking().getFirst().id())))
                .isEmpty();
        assertThat(bob.admission()).isInstanceOf(Admission.Admitted.class);
        assertThat(bob.outbox().last(Welcome.class).participants())
                .extracting("name")
                .containsExactly("Ada", "Bob");
        assertThat(ada.say(new DoorMessages.Refuse(ada.knocking().getFirst().id())))
                .isEmpty();
        assertThat(eve.admission()).isEqualTo(new Admission.Refused(Refused.Reason.DECLINED));
        assertThat(eve.outbox().sent).containsExactly(new Waiting(Waiting.Reason.LOBBY));
        assertThat(meeting.records.givenUp).containsExactly(eve.attendance().id());
        assertThat(ada.knocking()).isEmpty();
        assertThat(meeting.records.lines)
                .extracting("action", "subject")
                .containsExactly(
                        Tuple.tuple(AuditAction.ADMIT, Optional.of("Bob")),
                        Tuple.tuple(AuditAction.REFUSE, Optional.of("Eve")));
    }

    @Test
    void twoModeratorsWhoDecideTheSameDoNotFight() {
        Person ada = meeting.join("Ada", Role.CREATOR);
        meeting.join("Bob");
        String knock = ada.knocking().getFirst().id();
        assertThat(ada.say(new DoorMessages.Admit(knock))).isEmpty();
        assertThat(ada.say(new DoorMessages.Refuse(knock))).contains(Failed.Code.NOT_FOUND);
    }

    @Test
    void letsEverybodyInAtOnce() {
        Person ada = meeting.join("Ada", Role.CREATOR);
        Person bob = meeting.join("Bob");
        Person cem = meeting.join("Cem");
        ada.say(new DoorMessages.AdmitAll());
        assertThat(bob.admission()).isInstanceOf(Admission.Admitted.class);
        assertThat(cem.admission()).isInstanceOf(Admission.Admitted.class);
        assertThat(meeting.records.lines).hasSize(1);
    }

    @Test
    void whoIsSentAwayCannotKnockForEver() {
        Person ada = meeting.join("Ada", Role.CREATOR);
        Caller stranger = new Caller("browser", "198.51.100.7");
        for (int i = 0; i < Lobby.REFUSALS_OF_A_BROWSER; i++) {
            meeting.join("Eve " + i, stranger, Arrival.Kind.NEWCOMER);
            ada.say(new DoorMessages.Refuse(ada.knocking().getFirst().id()));
        }
        int news = ada.outbox().all(Knocking.class).size();
        Person again = meeting.join("Not Eve", stranger, Arrival.Kind.NEWCOMER);
        assertThat(again.admission()).isEqualTo(new Admission.Refused(Refused.Reason.BLOCKED));
        assertThat(ada.outbox().all(Knocking.class)).hasSize(news);
        Person neighbour = meeting.join("Bob", new Caller("another", stranger.address()), Arrival.Kind.NEWCOMER);
        assertThat(neighbour.admission()).isInstanceOf(Admission.Waiting.class);
    }

    @Test
    void aRaidFromOneAddressGrowsSilent() {
        Person ada = meeting.join("Ada", Role.CREATOR);
        for (int i = 0; i < Lobby.REFUSALS_OF_AN_ADDRESS; i++) {
            meeting.join("Eve", new Caller("browser " + i, "198.51.100.7"), Arrival.Kind.NEWCOMER);
            ada.say(new DoorMessages.Refuse(ada.knocking().getFirst().id()));
        }
        Person again = meeting.join("Eve", new Caller("a new one", "198.51.100.7"), Arrival.Kind.NEWCOMER);
        assertThat(again.admission()).isEqualTo(new Admission.Refused(Refused.Reason.BLOCKED));
        Person elsewhere = meeting.join("Bob", new Caller("b", "203.0.113.9"), Arrival.Kind.NEWCOMER);
        assertThat(elsewhere.admission()).isInstanceOf(Admission.Waiting.class);
    }

    @Test
    void holdsNoMoreThanItsPlaces() {
        Person ada = meeting.join("Ada", Role.CREATOR);
        for (int i = 0; i < Lobby.PLACES; i++) {
            knock("Guest " + i, "192.0.2." + i);
        }
        assertThat(knock("One more", "203.0.113.9").admission()).isEqualTo(new Admission.Refused(Refused.Reason.FULL));
        assertThat(ada.knocking()).hasSize(Lobby.PLACES);
    }

    @Test
    void oneAddressDoesNotTakeAllPlaces() {
        Person ada = meeting.join("Ada", Role.CREATOR);
        Person first = knock("Raider 0", "198.51.100.7");
        for (int i = 1; i < Lobby.PLACES_OF_AN_ADDRESS; i++) {
            knock("Raider " + i, "198.51.100.7");
        }
        assertThat(knock("One more", "198.51.100.7").admission()).isEqualTo(new Admission.Refused(Refused.Reason.FULL));
        assertThat(knock("Bob", "203.0.113.9").admission()).isInstanceOf(Admission.Waiting.class);
        assertThat(ada.knocking()).hasSize(Lobby.PLACES_OF_AN_ADDRESS + 1);

        first.withdraw();
        Caller browser = new Caller("browser", "198.51.100.7");
        assertThat(meeting.join("Cem", browser, Arrival.Kind.NEWCOMER).admission())
                .isInstanceOf(Admission.Waiting.class);
        assertThat(meeting.join("Cem", browser, Arrival.Kind.NEWCOMER).admission())
                .as("whose connection was lost has the place already")
                .isInstanceOf(Admission.Waiting.class);
    }

    @Test
    void sendsEverybodyAwayAtOnce() {
        Person ada = meeting.join("Ada", Role.CREATOR);
        for (int i = 0; i < Lobby.REFUSALS_OF_AN_ADDRESS; i++) {
            knock("Pupil " + i, "198.51.100.7");
        }
        Person bob = knock("Bob", "203.0.113.9");
        assertThat(ada.say(new DoorMessages.RefuseAll())).isEmpty();
        assertThat(bob.admission()).isEqualTo(new Admission.Refused(Refused.Reason.DECLINED));
        assertThat(ada.knocking()).isEmpty();
        assertThat(meeting.records.givenUp).hasSize(Lobby.REFUSALS_OF_AN_ADDRESS + 1);
        assertThat(meeting.records.lines)
                .extracting("action", "subject")
                .containsExactly(Tuple.tuple(
                        AuditAction.REFUSE_ALL, Optional.of(Integer.toString(Lobby.REFUSALS_OF_AN_ADDRESS + 1))));
        assertThat(knock("Pupil", "198.51.100.7").admission())
                .as("it counts once against an address")
                .isInstanceOf(Admission.Waiting.class);
        int lines = meeting.records.lines.size();
        ada.say(new DoorMessages.AdmitAll());
        ada.say(new DoorMessages.RefuseAll());
        assertThat(meeting.records.lines).as("nobody waited").hasSize(lines + 1);
    }

    private Person knock(String name, String address) {
        return meeting.join(name, new Caller("", address), Arrival.Kind.NEWCOMER);
    }

    @Test
    void whoGoesAwayIsNoLongerAnnounced() {
        Person ada = meeting.join("Ada", Role.CREATOR);
        Person bob = meeting.join("Bob");
        bob.withdraw();
        assertThat(ada.knocking()).isEmpty();
        bob.withdraw();
        assertThat(meeting.records.givenUp).containsExactly(bob.attendance().id());
    }

    @Test
    void theSameBrowserKnocksOnceHoweverOftenItComes() {
        Person ada = meeting.join("Ada", Role.CREATOR);
        Caller caller = new Caller("browser", "198.51.100.7");
        Person bob = meeting.join("Bob", caller, Arrival.Kind.NEWCOMER);
        meeting.join("Bob", caller, Arrival.Kind.NEWCOMER);
        assertThat(ada.knocking()).hasSize(1);
        assertThat(bob.outbox().last(Ended.class).reason()).isEqualTo(Ended.Reason.TAKEN_OVER);
    }

    @Test
    void nobodyGetsInOrModeratesByComingFirst() {
        Person bob = meeting.join("Bob");
        assertThat(bob.admission()).isInstanceOf(Admission.Waiting.class);
        Person ada = meeting.join("Ada", Role.CREATOR);
        assertThat(ada.knocking()).extracting(Knock::name).containsExactly("Bob");
        assertThat(ada.outbox().last(Welcome.class).participants()).hasSize(1);
    }

    @Test
    void turningItOffLetsEverybodyIn() {
        Person ada = meeting.join("Ada", Role.CREATOR);
        Person bob = meeting.join("Bob");
        ada.set(RoomSwitch.LOBBY, false);
        assertThat(bob.admission()).isInstanceOf(Admission.Admitted.class);
        assertThat(bob.participant().role()).isEqualTo(Role.PARTICIPANT);
    }

    @Test
    void whoWasInNeedNotKnockAgain() {
        Person ada = meeting.join("Ada", Role.CREATOR);
        Person bob = meeting.join("Bob");
        ada.say(new DoorMessages.AdmitAll());
        bob.vanish();
        assertThat(meeting.resume("Bob").admission()).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void aNeighbourOfSomebodyWhoWasRemovedIsLookedAt() {
        LiveMeeting open = new LiveMeeting();
        Person ada = open.join("Ada", Role.CREATOR);
        Person bob = open.join("Bob", new Caller("b", "198.51.100.7"), Arrival.Kind.SUSPECT);
        assertThat(bob.admission()).isInstanceOf(Admission.Waiting.class);
        assertThat(ada.knocking()).extracting(Knock::name).containsExactly("Bob");
    }

    @Test
    void aNewModeratorIsToldAndAFormerOneKnowsNoMore() {
        Person ada = meeting.join("Ada", Role.CREATOR);
        Person bob = meeting.join("Bob", Role.MODERATOR);
        ada.say(new ModerationMessages.Demote(bob.id()));
        meeting.join("Cem");
        assertThat(bob.knocking()).isEmpty();
        ada.say(new ModerationMessages.Promote(bob.id()));
        assertThat(bob.knocking()).extracting(Knock::name).containsExactly("Cem");
    }

    @Test
    void theLobbyKeepsTheMeetingAlive() {
        Person ada = meeting.join("Ada", Role.CREATOR);
        Person bob = meeting.join("Bob");
        ada.conference().departures().leave(ada.participant());
        Person back = meeting.join("Ada", Role.CREATOR);
        assertThat(back.conference()).isSameAs(ada.conference());
        assertThat(back.knocking()).extracting(Knock::name).containsExactly("Bob");
        bob.withdraw();
        back.conference().departures().leave(back.participant());
        assertThat(meeting.join("Ada", Role.CREATOR).conference()).isNotSameAs(ada.conference());
    }
}
