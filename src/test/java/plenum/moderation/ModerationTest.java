package plenum.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.account.DisplayName;
import plenum.audit.AuditAction;
import plenum.conference.Admission;
import plenum.conference.LiveMeeting;
import plenum.conference.LiveMeeting.Person;
import plenum.conference.MeetingRules;
import plenum.meeting.Role;
import plenum.meeting.RoomSwitch;
import plenum.protocol.DoorMessages;
import plenum.protocol.Failed;
import plenum.protocol.ModerationMessages;
import plenum.protocol.ModerationMessages.DevicesAllowed;
import plenum.protocol.ModerationMessages.FollowView;
import plenum.protocol.ModerationMessages.LeadView;
import plenum.protocol.ModerationMessages.Muted;
import plenum.protocol.ModerationMessages.RoomState;
import plenum.protocol.ModerationMessages.VideoStopped;
import plenum.protocol.SessionMessages.Ended;
import plenum.protocol.SessionMessages.ParticipantChanged;
import plenum.protocol.SessionMessages.ParticipantLeft;
import plenum.protocol.SessionMessages.Refused;

@Tag("moderation")
class ModerationTest {
    private final LiveMeeting meeting = new LiveMeeting();
    private final Person ada = meeting.join("Ada", Role.CREATOR);
    private final Person bob = meeting.join("Bob");
    private final Person cem = meeting.join("Cem", Role.MODERATOR);
    private final MeetingRules rules = ada.conference().rules();

    @Test
    void mutesAllButModerators() {
        Person dora = meeting.join("Dora");
        ada.say(new ModerationMessages.MuteAll());
        assertThat(bob.participant().devices().isSilenced()).isTrue();
        assertThat(dora.outbox().last(Muted.class).by()).isEqualTo(ada.id());
        assertThat(cem.participant().devices().microphone()).isTrue();
        assertThat(ada.participant().devices().microphone()).isTrue();
    }

    @Test
    void stopsVideoUntilItIsTurnedOnAgain() {
        ada.say(new ModerationMessages.StopVideo(bob.id()));
        assertThat(bob.participant().devices().isDimmed()).isTrue();
        assertThat(bob.outbox().last(VideoStopped.class).by()).isEqualTo(ada.id());
        assertThat(bob.devices(true, true)).isEmpty();
        assertThat(bob.participant().devices().isDimmed()).isFalse();
        ada.say(new ModerationMessages.StopAllVideos());
        assertThat(bob.participant().devices().isDimmed()).isTrue();
        assertThat(cem.participant().devices().isDimmed()).isFalse();
    }

    @Test
    void theMutedStayMutedUntilTheyAreAllowed() {
        ada.set(RoomSwitch.UNMUTE, false);
        assertThat(bob.participant().devices().microphone())
                .as("who speaks goes on")
                .isTrue();
        ada.say(new ModerationMessages.Mute(bob.id()));
        assertThat(bob.devices(true, true)).contains(Failed.Code.FORBIDDEN);
        assertThat(bob.participant().devices().isSilenced()).isTrue();
        ada.say(new ModerationMessages.AllowDevices(bob.id()));
        assertThat(bob.outbox().last(DevicesAllowed.class).by()).isEqualTo(ada.id());
        assertThat(bob.devices(true, true)).isEmpty();
        assertThat(bob.participant().devices().isSilenced()).isFalse();
    }

    @Test
    void nobodyIsHeardByClaimingNothing() {
        ada.set(RoomSwitch.UNMUTE, false);
        Person eve = meeting.join("Eve");
        assertThat(eve.participant().devices().isSilenced()).isTrue();
        bob.devices(false, true);
        assertThat(bob.participant().devices().isSilenced()).isTrue();
    }

    @Test
    void promotesAndDemotes() {
        ada.say(new ModerationMessages.Promote(bob.id()));
        assertThat(bob.participant().role()).isEqualTo(Role.MODERATOR);
        assertThat(meeting.records.roles).containsEntry(bob.attendance().id(), Role.MODERATOR);
        ada.say(new ModerationMessages.Demote(bob.id()));
        assertThat(bob.participant().role()).isEqualTo(Role.PARTICIPANT);
        assertThat(cem.say(new ModerationMessages.Demote(ada.id()))).contains(Failed.Code.FORBIDDEN);
    }

    @Test
    void aRoleThatCouldNotBeStoredIsNotGiven() {
        meeting.records.broken = true;
        ada.say(new ModerationMessages.Promote(bob.id()));
        assertThat(bob.participant().role()).isEqualTo(Role.PARTICIPANT);
        assertThat(ada.outbox().last(Failed.class).code()).isEqualTo(Failed.Code.INTERNAL);
    }

    @Test
    void theLastModeratorStaysOne() {
        LiveMeeting other = new LiveMeeting();
        Person first = other.join("First");
        other.join("Second");
        assertThat(first.say(new ModerationMessages.Demote(first.id()))).contains(Failed.Code.FORBIDDEN);
    }

    @Test
    void removesWithAndWithoutABlock() {
        ada.say(new ModerationMessages.Remove(bob.id(), true));
        assertThat(bob.outbox().last(Ended.class).reason()).isEqualTo(Ended.Reason.REMOVED);
        assertThat(ada.outbox().last(ParticipantLeft.class).participant()).isEqualTo(bob.id());
        assertThat(meeting.records.revoked).containsExactly(bob.attendance().id());
        assertThat(meeting.records.blocked).containsExactly(LiveMeeting.ANYWHERE);
        assertThat(meeting.resume("Bob").admission()).isEqualTo(new Admission.Refused(Refused.Reason.DECLINED));
        Person dora = meeting.join("Dora");
        ada.say(new ModerationMessages.Remove(dora.id(), false));
        assertThat(meeting.records.blocked).hasSize(1);
        assertThat(cem.say(new ModerationMessages.Remove(ada.id(), false))).contains(Failed.Code.FORBIDDEN);
        assertThat(cem.say(new ModerationMessages.Remove(cem.id(), false))).contains(Failed.Code.FORBIDDEN);
    }

    @Test
    void removesSomebodyWithAllTheirDevices() {
        Person phone = meeting.joinWithSecondDevice(bob);
        ada.say(new ModerationMessages.Remove(phone.id(), false));
        assertThat(bob.outbox().finished).isTrue();
        assertThat(phone.outbox().finished).isTrue();
    }

    @Test
    void endsTheMeetingForAllAndForThoseWhoWait() {
        ada.set(RoomSwitch.LOBBY, true);
        Person eve = meeting.join("Eve");
        cem.say(new ModerationMessages.EndMeeting());
        assertThat(bob.outbox().last(Ended.class).reason()).isEqualTo(Ended.Reason.OVER);
        assertThat(ada.outbox().last(Ended.class).reason()).isEqualTo(Ended.Reason.OVER);
        assertThat(eve.admission()).isEqualTo(new Admission.Refused(Refused.Reason.OVER));
        assertThat(meeting.conferences.count()).isZero();
        assertThat(meeting.records.roles).as("nobody follows").isEmpty();
    }

    @Test
    void severalModeratorsSwitchWithoutUndoingEachOther() {
        meeting.steps.hold();
        ada.set(RoomSwitch.CHAT, false);
        cem.set(RoomSwitch.SHARE, false);
        cem.set(RoomSwitch.CHAT, false);
        assertThat(rules.current().chat()).as("not before it is stored").isTrue();
        meeting.steps.release();
        assertThat(rules.current().chat() || rules.current().share()).isFalse();
        assertThat(meeting.records.rules).hasSize(2);
        assertThat(bob.outbox().last(RoomState.class).on())
                .doesNotContain(plenum.protocol.RoomSwitch.CHAT, plenum.protocol.RoomSwitch.SHARE)
                .contains(plenum.protocol.RoomSwitch.REACTIONS);
        assertThat(rules.permits(bob.participant(), RoomSwitch.CHAT)).isFalse();
        assertThat(rules.permits(cem.participant(), RoomSwitch.CHAT)).isTrue();
    }

    @Test
    void aRuleThatCouldNotBeStoredDoesNotHold() {
        meeting.records.broken = true;
        ada.set(RoomSwitch.CHAT, false);
        assertThat(rules.current().chat()).isTrue();
        assertThat(ada.outbox().last(Failed.class).about()).isEqualTo("set-switch");
        meeting.records.broken = false;
        ada.set(RoomSwitch.CHAT, false);
        assertThat(rules.current().chat()).isFalse();
    }

    @Test
    void tellsThatThereIsAPasswordAndNotWhich() {
        ada.say(new DoorMessages.SetPassword("correct horse"));
        assertThat(bob.outbox().last(RoomState.class).password()).isTrue();
        assertThat(meeting.records.passwords.getLast().orElseThrow().text()).doesNotContain("correct");
        ada.say(new DoorMessages.SetPassword(null));
        assertThat(bob.outbox().last(RoomState.class).password()).isFalse();
    }

    @Test
    void everybodySeesTheSpotlightUntilItsOneGoes() {
        ada.say(new ModerationMessages.Spotlight(bob.id()));
        assertThat(cem.outbox().last(RoomState.class).spotlight()).isEqualTo(bob.id());
        assertThat(meeting.join("Dora").outbox().last(RoomState.class).spotlight())
                .isEqualTo(bob.id());
        assertThat(ada.say(new ModerationMessages.Spotlight("nobody"))).contains(Failed.Code.NOT_FOUND);
        bob.conference().departures().leave(bob.participant());
        assertThat(cem.outbox().last(RoomState.class).spotlight()).isNull();
    }

    @Test
    void somebodyIsKeptBesideTheOthersUntilTheyGo() {
        ada.say(new ModerationMessages.KeepBeside(bob.id()));
        assertThat(cem.outbox().last(RoomState.class).beside()).isEqualTo(bob.id());
        assertThat(meeting.join("Dora").outbox().last(RoomState.class).beside()).isEqualTo(bob.id());
        assertThat(ada.say(new ModerationMessages.KeepBeside("nobody"))).contains(Failed.Code.NOT_FOUND);
        bob.conference().departures().leave(bob.participant());
        assertThat(cem.outbox().last(RoomState.class).beside()).isNull();
    }

    @Test
    void oneLeadsAndTheOthersFollow() {
        LeadView lead = new LeadView("speaker", null, true);
        FollowView view = new FollowView("speaker", null, true);
        assertThat(ada.say(lead)).contains(Failed.Code.FORBIDDEN);
        ada.say(new ModerationMessages.Lead(true));
        ada.say(lead);
        assertThat(bob.outbox().last(FollowView.class)).isEqualTo(view);
        assertThat(ada.outbox().all(FollowView.class)).isEmpty();
        assertThat(meeting.join("Dora").outbox().last(FollowView.class).layout())
                .isEqualTo("speaker");
        cem.say(new ModerationMessages.Lead(true));
        assertThat(ada.say(lead)).contains(Failed.Code.FORBIDDEN);
        ada.say(new ModerationMessages.Demote(cem.id()));
        assertThat(bob.outbox().last(RoomState.class).leader()).isNull();
    }

    @Test
    void renamesWhereParticipantsMay() {
        DisplayName name = DisplayName.parse("Robert").orElseThrow();
        assertThat(bob.say(new DoorMessages.Rename("Robert"))).isEmpty();
        assertThat(bob.participant().name()).isEqualTo("Robert");
        assertThat(meeting.records.names).containsEntry(bob.attendance().id(), "Robert");
        ada.set(RoomSwitch.RENAME, false);
        assertThat(bob.say(new DoorMessages.Rename("Robert"))).contains(Failed.Code.FORBIDDEN);
        assertThat(cem.say(new DoorMessages.Rename("Robert"))).isEmpty();
    }

    @Test
    void eachActionIsOneLine() {
        ada.say(new ModerationMessages.Mute(bob.id()));
        ada.say(new ModerationMessages.Mute("nobody"));
        ada.say(new ModerationMessages.MuteAll());
        ada.say(new ModerationMessages.StopVideo(bob.id()));
        ada.say(new ModerationMessages.AllowDevices(bob.id()));
        ada.say(new ModerationMessages.Promote(bob.id()));
        ada.say(new ModerationMessages.Demote(bob.id()));
        ada.set(RoomSwitch.LOCKED, true);
        ada.set(RoomSwitch.LOCKED, false);
        ada.say(new DoorMessages.SetPassword(null));
        ada.say(new ModerationMessages.Spotlight(bob.id()));
        ada.say(new ModerationMessages.Lead(true));
        ada.say(new ModerationMessages.Lead(false));
        ada.say(new ModerationMessages.Remove(bob.id(), false));
        ada.say(new ModerationMessages.EndMeeting());
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

    @Test
    void mutesUntilTheMutedTurnTheirMicrophoneOn() {
        ada.say(new ModerationMessages.Mute(bob.id()));
        assertThat(bob.outbox().last(Muted.class).by()).isEqualTo(ada.id());
        assertThat(ada.outbox().last(ParticipantChanged.class).participant().microphone())
                .isFalse();
        bob.devices(false, true);
        assertThat(bob.participant().devices().isSilenced()).isTrue();
        bob.devices(true, true);
        assertThat(bob.participant().devices().isSilenced()).isFalse();
    }

    @Test
    void comingBackDoesNotEndAMute() {
        ada.say(new ModerationMessages.Mute(bob.id()));
        assertThat(meeting.resume("Bob").participant().devices().isSilenced()).isTrue();
    }
}
