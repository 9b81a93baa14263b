package plenum.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.account.DisplayName;
import plenum.audit.AuditAction;
import plenum.conference.LiveMeeting.Person;
import plenum.meeting.MeetingPassword;
import plenum.meeting.Role;
import plenum.meeting.RoomSwitch;
import plenum.protocol.Failed;
import plenum.protocol.ModerationMessages.DevicesAllowed;
import plenum.protocol.ModerationMessages.FollowView;
import plenum.protocol.ModerationMessages.Muted;
import plenum.protocol.ModerationMessages.RoomState;
import plenum.protocol.ModerationMessages.VideoStopped;
import plenum.protocol.SessionMessages.Ended;
import plenum.protocol.SessionMessages.ParticipantLeft;
import plenum.protocol.SessionMessages.Refused;

@Tag("conference")
class ModerationTest {
    private final LiveMeeting meeting = new LiveMeeting();
    private final Person ada = meeting.join("Ada", Role.CREATOR);
    private final Person bob = meeting.join("Bob");
    private final Person cem = meeting.join("Cem", Role.MODERATOR);
    private final Room room = ada.conference().room();

    @Test
    void mutesAllButModerators() {
        Person dora = meeting.join("Dora");
        ada.moderation().muteAll(ada.participant());
        assertThat(bob.participant().isSilenced()).isTrue();
        assertThat(dora.outbox().last(Muted.class).by()).isEqualTo(ada.id());
        assertThat(cem.participant().microphone()).isTrue();
        assertThat(ada.participant().microphone()).isTrue();
    }

    @Test
    void stopsVideoUntilItIsTurnedOnAgain() {
        ada.moderation().stopVideo(bob.id(), ada.participant());
        assertThat(bob.participant().isDimmed()).isTrue();
        assertThat(bob.outbox().last(VideoStopped.class).by()).isEqualTo(ada.id());
        assertThat(bob.conference().setDevices(bob.participant(), true, true)).isEmpty();
        assertThat(bob.participant().isDimmed()).isFalse();
        ada.moderation().stopAllVideos(ada.participant());
        assertThat(bob.participant().isDimmed()).isTrue();
        assertThat(cem.participant().isDimmed()).isFalse();
    }

    @Test
    void theMutedStayMutedUntilTheyAreAllowed() {
        room.set(RoomSwitch.UNMUTE, false, ada.participant());
        assertThat(bob.participant().microphone()).as("who speaks goes on").isTrue();
        ada.moderation().mute(bob.id(), ada.participant());
        assertThat(bob.conference().setDevices(bob.participant(), true, true)).contains(Failed.Code.FORBIDDEN);
        assertThat(bob.participant().isSilenced()).isTrue();
        ada.moderation().allowDevices(bob.id(), ada.participant());
        assertThat(bob.outbox().last(DevicesAllowed.class).by()).isEqualTo(ada.id());
        assertThat(bob.conference().setDevices(bob.participant(), true, true)).isEmpty();
        assertThat(bob.participant().isSilenced()).isFalse();
    }

    @Test
    void nobodyIsHeardByClaimingNothing() {
        room.set(RoomSwitch.UNMUTE, false, ada.participant());
        Person eve = meeting.join("Eve");
        assertThat(eve.participant().isSilenced()).isTrue();
        bob.conference().setDevices(bob.participant(), false, true);
        assertThat(bob.participant().isSilenced()).isTrue();
    }

    @Test
    void promotesAndDemotes() {
        ada.moderation().promote(bob.id(), ada.participant());
        assertThat(bob.participant().role()).isEqualTo(Role.MODERATOR);
        assertThat(meeting.records.roles).containsEntry(bob.attendance().id(), Role.MODERATOR);
        ada.moderation().demote(bob.id(), ada.participant());
        assertThat(bob.participant().role()).isEqualTo(Role.PARTICIPANT);
        assertThat(cem.moderation().demote(ada.id(), cem.participant())).contains(Failed.Code.FORBIDDEN);
    }

    @Test
    void aRoleThatCouldNotBeStoredIsNotGiven() {
        meeting.records.broken = true;
        ada.moderation().promote(bob.id(), ada.participant());
        assertThat(bob.participant().role()).isEqualTo(Role.PARTICIPANT);
        assertThat(ada.outbox().last(Failed.class).code()).isEqualTo(Failed.Code.INTERNAL);
    }

    @Test
    void theLastModeratorStaysOne() {
        LiveMeeting other = new LiveMeeting();
        Person first = other.join("First");
        other.join("Second");
        assertThat(first.moderation().demote(first.id(), first.participant())).contains(Failed.Code.FORBIDDEN);
    }

    @Test
    void removesWithAndWithoutABlock() {
        ada.moderation().remove(bob.id(), true, ada.participant());
        assertThat(bob.outbox().last(Ended.class).reason()).isEqualTo(Ended.Reason.REMOVED);
        assertThat(ada.outbox().last(ParticipantLeft.class).participant()).isEqualTo(bob.id());
        assertThat(meeting.records.revoked).containsExactly(bob.attendance().id());
        assertThat(meeting.records.blocked).containsExactly(LiveMeeting.ANYWHERE);
        assertThat(meeting.resume("Bob").admission()).isEqualTo(new Admission.Refused(Refused.Reason.DECLINED));
        Person dora = meeting.join("Dora");
        ada.moderation().remove(dora.id(), false, ada.participant());
        assertThat(meeting.records.blocked).hasSize(1);
        assertThat(cem.moderation().remove(ada.id(), false, cem.participant())).contains(Failed.Code.FORBIDDEN);
        assertThat(cem.moderation().remove(cem.id(), false, cem.participant())).contains(Failed.Code.FORBIDDEN);
    }

    @Test
    void removesSomebodyWithAllTheirDevices() {
        Person phone = meeting.joinWithSecondDevice(bob);
        ada.moderation().remove(phone.id(), false, ada.participant());
        assertThat(bob.outbox().finished).isTrue();
        assertThat(phone.outbox().finished).isTrue();
    }

    @Test
    void endsTheMeetingForAllAndForThoseWhoWait() {
        room.set(RoomSwitch.LOBBY, true, ada.participant());
        Person eve = meeting.join("Eve");
        cem.moderation().endForAll(cem.participant());
        assertThat(bob.outbox().last(Ended.class).reason()).isEqualTo(Ended.Reason.OVER);
        assertThat(ada.outbox().last(Ended.class).reason()).isEqualTo(Ended.Reason.OVER);
        assertThat(eve.admission()).isEqualTo(new Admission.Refused(Refused.Reason.OVER));
        assertThat(meeting.conferences.count()).isZero();
        assertThat(meeting.records.roles).as("nobody follows").isEmpty();
    }

    @Test
    void severalModeratorsSwitchWithoutUndoingEachOther() {
        meeting.steps.hold();
        room.set(RoomSwitch.CHAT, false, ada.participant());
        room.set(RoomSwitch.SHARE, false, cem.participant());
        room.set(RoomSwitch.CHAT, false, cem.participant());
        assertThat(room.rules().chat()).as("not before it is stored").isTrue();
        meeting.steps.release();
        assertThat(room.rules().chat() || room.rules().share()).isFalse();
        assertThat(meeting.records.rules).hasSize(2);
        assertThat(bob.outbox().last(RoomState.class).on())
                .doesNotContain(plenum.protocol.RoomSwitch.CHAT, plenum.protocol.RoomSwitch.SHARE)
                .contains(plenum.protocol.RoomSwitch.REACTIONS);
        assertThat(room.permits(bob.participant(), RoomSwitch.CHAT)).isFalse();
        assertThat(room.permits(cem.participant(), RoomSwitch.CHAT)).isTrue();
    }

    @Test
    void aRuleThatCouldNotBeStoredDoesNotHold() {
        meeting.records.broken = true;
        room.set(RoomSwitch.CHAT, false, ada.participant());
        assertThat(room.rules().chat()).isTrue();
        assertThat(ada.outbox().last(Failed.class).about()).isEqualTo("set-switch");
        meeting.records.broken = false;
        room.set(RoomSwitch.CHAT, false, ada.participant());
        assertThat(room.rules().chat()).isFalse();
    }

    @Test
    void tellsThatThereIsAPasswordAndNotWhich() {
        room.setPassword(MeetingPassword.parse("correct horse"), ada.participant());
        assertThat(bob.outbox().last(RoomState.class).password()).isTrue();
        assertThat(meeting.records.passwords.getLast().orElseThrow().text()).doesNotContain("correct");
        room.setPassword(Optional.empty(), ada.participant());
        assertThat(bob.outbox().last(RoomState.class).password()).isFalse();
    }

    @Test
    void everybodySeesTheSpotlightUntilItsOneGoes() {
        room.spotlight(bob.id(), ada.participant());
        assertThat(cem.outbox().last(RoomState.class).spotlight()).isEqualTo(bob.id());
        assertThat(meeting.join("Dora").outbox().last(RoomState.class).spotlight())
                .isEqualTo(bob.id());
        assertThat(room.spotlight("nobody", ada.participant())).contains(Failed.Code.NOT_FOUND);
        bob.conference().leave(bob.participant());
        assertThat(cem.outbox().last(RoomState.class).spotlight()).isNull();
    }

    @Test
    void oneLeadsAndTheOthersFollow() {
        FollowView view = new FollowView("speaker", null, true);
        assertThat(room.leadView(view, ada.participant())).contains(Failed.Code.FORBIDDEN);
        room.lead(true, ada.participant());
        room.leadView(view, ada.participant());
        assertThat(bob.outbox().last(FollowView.class)).isEqualTo(view);
        assertThat(ada.outbox().all(FollowView.class)).isEmpty();
        assertThat(meeting.join("Dora").outbox().last(FollowView.class).layout())
                .isEqualTo("speaker");
        room.lead(true, cem.participant());
        assertThat(room.leadView(view, ada.participant())).contains(Failed.Code.FORBIDDEN);
        ada.moderation().demote(cem.id(), ada.participant());
        assertThat(bob.outbox().last(RoomState.class).leader()).isNull();
    }

    @Test
    void renamesWhereParticipantsMay() {
        DisplayName name = DisplayName.parse("Robert").orElseThrow();
        assertThat(bob.conference().places().rename(bob.participant(), name)).isEmpty();
        assertThat(bob.participant().name()).isEqualTo("Robert");
        assertThat(meeting.records.names).containsEntry(bob.attendance().id(), "Robert");
        room.set(RoomSwitch.RENAME, false, ada.participant());
        assertThat(bob.conference().places().rename(bob.participant(), name)).contains(Failed.Code.FORBIDDEN);
        assertThat(cem.conference().places().rename(cem.participant(), name)).isEmpty();
    }

    @Test
    void eachActionIsOneLine() {
        ada.moderation().mute(bob.id(), ada.participant());
        ada.moderation().mute("nobody", ada.participant());
        ada.moderation().muteAll(ada.participant());
        ada.moderation().stopVideo(bob.id(), ada.participant());
        ada.moderation().allowDevices(bob.id(), ada.participant());
        ada.moderation().promote(bob.id(), ada.participant());
        ada.moderation().demote(bob.id(), ada.participant());
        room.set(RoomSwitch.LOCKED, true, ada.participant());
        room.set(RoomSwitch.LOCKED, false, ada.participant());
        room.setPassword(Optional.empty(), ada.participant());
        room.spotlight(bob.id(), ada.participant());
        room.lead(true, ada.participant());
        room.lead(false, ada.participant());
        ada.moderation().remove(bob.id(), false, ada.participant());
        ada.moderation().endForAll(ada.participant());
        assertThat(meeting.records.lines)
                .extracting("action")
                .containsExactly(
                        AuditAction.MUTE,
                        AuditAction.MUTE_ALL,
                        AuditAction.STOP_VIDEO,
                        AuditAction.ALLOW_DEVICES,
                        AuditAction.PROMOTE,
                        AuditAction.DEMOTE,
                        AuditAction.SWITCH_ON,
                        AuditAction.SWITCH_OFF,
                        AuditAction.SET_PASSWORD,
                        AuditAction.SPOTLIGHT,
                        AuditAction.LEAD,
                        AuditAction.STOP_LEADING,
                        AuditAction.REMOVE,
                        AuditAction.END_MEETING);
        assertThat(meeting.records.lines)
                .allSatisfy(line -> assertThat(line.actorName()).isEqualTo("Ada"));
    }
}
