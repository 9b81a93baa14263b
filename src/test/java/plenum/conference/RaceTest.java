package plenum.conference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.audit.AuditAction;
import plenum.conference.LiveMeeting.Person;
import plenum.meeting.Role;
import plenum.meeting.RoomSwitch;
import plenum.protocol.Failed;
import plenum.protocol.MediaSource;
import plenum.protocol.ModerationMessages;
import plenum.protocol.ModerationMessages.ShareRule;
import plenum.protocol.SessionMessages.ParticipantChanged;
import plenum.protocol.StreamMessages;

/** What happens between a decision, its being stored and its being told: the database is slow, and others decide meanwhile. */
@Tag("conference")
class RaceTest {
    private final LiveMeeting meeting = new LiveMeeting();

    @Test
    void aRoleIsGivenOnceItIsStoredAndToldAfterThat() {
        Person ada = meeting.join("Ada", Role.CREATOR);
        Person bob = meeting.join("Bob");
        int told = ada.outbox().all(ParticipantChanged.class).size();
        meeting.steps.hold();
        ada.say(new ModerationMessages.Promote(bob.id()));
        assertThat(meeting.records.roles).isEmpty();
        meeting.steps.step();
        assertThat(meeting.records.roles).containsEntry(bob.attendance().id(), Role.MODERATOR);
        assertThat(bob.participant().role()).isEqualTo(Role.PARTICIPANT);
        meeting.steps.step();
        assertThat(bob.participant().role()).isEqualTo(Role.MODERATOR);
        assertThat(ada.outbox().all(ParticipantChanged.class)).hasSize(told + 1);
    }

    @Test
    void twoModeratorsWhoDemoteEachOtherAtOnceLeaveOne() {
        Person bob = meeting.join("Bob");
        Person cem = meeting.join("Cem");
        bob.say(new ModerationMessages.Promote(cem.id()));
        meeting.steps.hold();
        assertThat(bob.say(new ModerationMessages.Demote(cem.id()))).isEmpty();
        assertThat(cem.say(new ModerationMessages.Demote(bob.id()))).isEmpty();
        meeting.steps.release();
        assertThat(cem.participant().role()).isEqualTo(Role.PARTICIPANT);
        assertThat(bob.participant().role()).isEqualTo(Role.MODERATOR);
        assertThat(meeting.records.roles).containsEntry(bob.attendance().id(), Role.MODERATOR);
        assertThat(cem.outbox().last(Failed.class)).isEqualTo(new Failed(Failed.Code.FORBIDDEN, "demote"));
        assertThat(meeting.records.lines).extracting("action").containsOnlyOnce(AuditAction.DEMOTE);
    }

    @Test
    void whoIsDemotedStaysModeratorWhenTheOtherOneLeavesMeanwhile() {
        Person bob = meeting.join("Bob");
        Person cem = meeting.join("Cem");
        bob.say(new ModerationMessages.Promote(cem.id()));
        meeting.steps.hold();
        bob.say(new ModerationMessages.Demote(cem.id()));
        bob.conference().departures().leave(bob.participant());
        meeting.steps.release();
        assertThat(cem.participant().role()).isEqualTo(Role.MODERATOR);
        assertThat(meeting.records.roles).containsEntry(cem.attendance().id(), Role.MODERATOR);
    }

    @Test
    void oneOfThoseWhoComeAtOnceModerates() {
        meeting.steps.hold();
        Person bob = meeting.join("Bob");
        Person cem = meeting.join("Cem");
        meeting.steps.release();
        assertThat(bob.participant().role()).isEqualTo(Role.MODERATOR);
        assertThat(cem.participant().role()).isEqualTo(Role.PARTICIPANT);
        assertThat(meeting.records.lines).extracting("action").containsExactly(AuditAction.PROMOTE);
    }

    @Test
    void whoIsToFollowAndLeavesIsFollowedByTheNext() {
        Person ada = meeting.join("Ada", Role.CREATOR);
        Person bob = meeting.join("Bob");
        Person cem = meeting.join("Cem");
        meeting.steps.hold();
        ada.conference().departures().leave(ada.participant());
        bob.conference().departures().leave(bob.participant());
        meeting.steps.release();
        assertThat(cem.participant().role()).isEqualTo(Role.MODERATOR);
    }

    @Test
    void aScreenThatBeginsWhileItIsForbiddenEnds() {
        Person ada = meeting.join("Ada", Role.CREATOR);
        Person bob = meeting.join("Bob");
        meeting.steps.hold();
        ada.set(RoomSwitch.SHARE, false);
        assertThat(bob.say(new StreamMessages.Publish(MediaSource.SCREEN, bob.epoch(), "offer")))
                .isEmpty();
        meeting.steps.release();
        assertThat(bob.participant().publishing()).isEmpty();
        assertThat(meeting.media.room().publications.getFirst().closed).isTrue();
        assertThat(bob.outbox().last(ShareRule.class).barrier()).isNotNull();
    }
}
