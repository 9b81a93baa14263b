package plenum.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.conference.LiveMeeting.Person;
import plenum.meeting.Attendance;
import plenum.meeting.Role;
import plenum.meeting.RoomSwitch;
import plenum.protocol.DoorMessages;
import plenum.protocol.Failed;
import plenum.protocol.ModerationMessages;
import plenum.protocol.SessionMessages;
import plenum.protocol.SessionMessages.ParticipantChanged;
import plenum.protocol.SessionMessages.Refused;
import plenum.protocol.SessionMessages.Waiting;
import plenum.protocol.SessionMessages.Welcome;

@Tag("conference")
class DoorkeeperTest {

    @Test
    void theFirstToComeModerates() {
        LiveMeeting meeting = new LiveMeeting();
        Person bob = meeting.join("Bob");
        Person cem = meeting.join("Cem");
        assertThat(bob.participant().role()).isEqualTo(Role.MODERATOR);
        assertThat(meeting.records.roles).containsOnlyKeys(bob.attendance().id());
        assertThat(cem.participant().role()).isEqualTo(Role.PARTICIPANT);
        assertThat(cem.outbox().last(Welcome.class).participants().getFirst().role())
                .isEqualTo(SessionMessages.Role.MODERATOR);
    }

    @Test
    void theCreatorIsModeratorWheneverTheyCome() {
        LiveMeeting meeting = new LiveMeeting();
        meeting.join("Bob");
        Person ada = meeting.join("Ada", Role.CREATOR);
        assertThat(ada.participant().role()).isEqualTo(Role.CREATOR);
        ada.conference().departures().leave(ada.participant());
        assertThat(meeting.join("Ada", Role.CREATOR).participant().role()).isEqualTo(Role.CREATOR);
    }

    @Test
    void whoHasBeenHereLongestModeratesWhenNobodyDoes() {
        LiveMeeting meeting = new LiveMeeting();
        Person ada = meeting.join("Ada", Role.CREATOR);
        Person bob = meeting.join("Bob");
        Person cem = meeting.join("Cem");
        Person dora = meeting.join("Dora");
        bob.vanish();
        ada.conference().departures().leave(ada.participant());
        assertThat(cem.participant().role()).isEqualTo(Role.MODERATOR);
        assertThat(dora.outbox().last(ParticipantChanged.class).participant().name())
                .isEqualTo("Cem");
        assertThat(bob.participant().role()).isEqualTo(Role.PARTICIPANT);
    }

    @Test
    void aLostConnectionCostsNobodyTheirRole() {
        LiveMeeting meeting = new LiveMeeting();
        Person ada = meeting.join("Ada", Role.CREATOR);
        Person bob = meeting.join("Bob");
        ada.vanish();
        meeting.time.pass(LiveMeeting.GRACE.minusSeconds(1));
        assertThat(bob.participant().role()).isEqualTo(Role.PARTICIPANT);
        meeting.time.pass(LiveMeeting.GRACE);
        assertThat(bob.participant().role()).isEqualTo(Role.MODERATOR);
    }

    @Test
    void afterARestartTheFirstOneBackWaitsForTheModerator() {
        LiveMeeting meeting = new LiveMeeting();
        meeting.join("Ada", Role.CREATOR);
        Person before = meeting.join("Bob");
        before.conference().departures().leave(before.participant());
        LiveMeeting restarted = meeting.restarted();
        Person bob = restarted.resume("Bob");
        assertThat(bob.participant().role()).isEqualTo(Role.PARTICIPANT);
        restarted.time.pass(LiveMeeting.GRACE);
        assertThat(bob.participant().role()).isEqualTo(Role.MODERATOR);
    }

    @Test
    void aLockKeepsNewcomersOutAndTheirOwnIn() {
        LiveMeeting meeting = new LiveMeeting();
        Person ada = meeting.join("Ada", Role.CREATOR);
        Person bob = meeting.join("Bob");
        ada.set(RoomSwitch.LOCKED, true);
        assertThat(meeting.join("Eve").admission()).isEqualTo(new Admission.Refused(Refused.Reason.LOCKED));
        bob.vanish();
        assertThat(meeting.resume("Bob").admission()).isInstanceOf(Admission.Admitted.class);
        assertThat(meeting.join("Ada's laptop", Role.CREATOR).admission()).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void aLockEndsWithTheMeeting() {
        LiveMeeting meeting = new LiveMeeting();
        Person ada = meeting.join("Ada", Role.CREATOR);
        ada.set(RoomSwitch.LOCKED, true);
        ada.conference().departures().leave(ada.participant());
        assertThat(meeting.records.rules.getLast().locked()).isFalse();
    }

    @Test
    void newcomersWaitForAModeratorAndThenComeInByThemselves() {
        LiveMeeting meeting = new LiveMeeting(RoomSwitch.WAIT_FOR_MODERATOR);
        Person bob = meeting.join("Bob");
        assertThat(bob.outbox().sent).containsExactly(new Waiting(Waiting.Reason.MODERATOR));
        Person ada = meeting.join("Ada", Role.CREATOR);
        assertThat(bob.admission()).isInstanceOf(Admission.Admitted.class);
        assertThat(ada.knocking()).isEmpty();
        assertThat(meeting.join("Cem").admission()).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void waitingForTheModeratorLeadsToTheLobbyWhereThereIsOne() {
        LiveMeeting meeting = new LiveMeeting(RoomSwitch.WAIT_FOR_MODERATOR, RoomSwitch.LOBBY);
        Person bob = meeting.join("Bob");
        meeting.join("Ada", Role.CREATOR);
        assertThat(bob.outbox().sent)
                .containsExactly(new Waiting(Waiting.Reason.MODERATOR), new Waiting(Waiting.Reason.LOBBY));
    }

    @Test
    void aMeetingThatNobodyGotIntoIsOver() {
        LiveMeeting meeting = new LiveMeeting(RoomSwitch.LOCKED);
        assertThat(meeting.join("Eve").admission()).isEqualTo(new Admission.Refused(Refused.Reason.LOCKED));
        assertThat(meeting.conferences.count()).isZero();
    }

    @Test
    void startsNewcomersWithTheirDevicesOff() {
        LiveMeeting meeting = new LiveMeeting(RoomSwitch.START_MUTED, RoomSwitch.START_CAMERA_OFF);
        Person ada = meeting.join("Ada", Role.CREATOR);
        assertThat(ada.participant().devices().microphone()).isTrue();
        Person bob = meeting.join("Bob");
        assertThat(bob.participant().devices().microphone()).isFalse();
        assertThat(bob.participant().devices().isSilenced()).isTrue();
        assertThat(bob.participant().devices().isDimmed()).isTrue();
        assertThat(bob.devices(true, true)).isEmpty();
        assertThat(bob.participant().devices().isSilenced()
                        || bob.participant().devices().isDimmed())
                .isFalse();
    }

    @Test
    void aLockedDoorLetsNoSecondDevicesIn() {
        LiveMeeting meeting = new LiveMeeting();
        Person ada = meeting.join("Ada", Role.CREATOR);
        Person bob = meeting.join("Bob");
        Person phone = meeting.joinWithSecondDevice(bob);
        ada.set(RoomSwitch.LOCKED, true);
        assertThat(meeting.joinWithSecondDevice(bob).admission())
                .isEqualTo(new Admission.Refused(Refused.Reason.LOCKED));
        assertThat(linkFor(bob)).contains(Failed.Code.FORBIDDEN);
        assertThat(phone.participant().isConnected()).as("who is in stays in").isTrue();
        assertThat(linkFor(ada)).isEmpty();
        assertThat(meeting.joinWithSecondDevice(ada).admission()).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void aPersonHasSoManyDevicesAndNoMore() {
        LiveMeeting meeting = new LiveMeeting(RoomSwitch.LOBBY);
        Person ada = meeting.join("Ada", Role.CREATOR);
        for (int i = 0; i < Doorkeeper.SECOND_DEVICES; i++) {
            assertThat(linkFor(ada)).isEmpty();
            // from whichever device of theirs the link is
            assertThat(meeting.joinWithSecondDevice(ada).admission()).isInstanceOf(Admission.Admitted.class);
        }
        assertThat(linkFor(ada)).contains(Failed.Code.TOO_MANY);
        Person tooMany = meeting.joinWithSecondDevice(ada);
        assertThat(tooMany.admission()).isEqualTo(new Admission.Refused(Refused.Reason.TOO_MANY_DEVICES));
        assertThat(meeting.records.givenUp).containsExactly(tooMany.attendance().id());
    }

    @Test
    void aDeviceThatComesLateHasTheRoleAndNameOfNow() {
        LiveMeeting meeting = new LiveMeeting();
        Person ada = meeting.join("Ada", Role.CREATOR);
        Person bob = meeting.join("Bob", Role.MODERATOR);
        Attendance stored = bob.attendance();
        ada.say(new ModerationMessages.Demote(bob.id()));
        bob.say(new DoorMessages.Rename("Robert"));
        Person phone = meeting.joinWithSecondDevice(stored);
        assertThat(phone.participant().role()).isEqualTo(Role.PARTICIPANT);
        assertThat(phone.participant().name()).isEqualTo("Robert");
        assertThat(meeting.records.roles).containsEntry(phone.attendance().id(), Role.PARTICIPANT);
    }

    private static Optional<Failed.Code> linkFor(Person person) {
        return person.say(new DoorMessages.LinkDevice());
    }

    @Test
    void aSecondDeviceIsTheSamePersonWithoutSound() {
        LiveMeeting meeting = new LiveMeeting(RoomSwitch.LOBBY);
        Person ada = meeting.join("Ada", Role.CREATOR);
        Person phone = meeting.joinWithSecondDevice(ada);
        assertThat(phone.outbox().last(Welcome.class).participants().getLast().deviceOf())
                .isEqualTo(ada.id());
        assertThat(phone.participant().devices().microphone()).isFalse();
        assertThat(phone.participant().devices().isSilenced()).isTrue();
        assertThat(phone.participant().role()).isEqualTo(Role.CREATOR);
        assertThat(ada.participant().isConnected()).isTrue();
    }
}
