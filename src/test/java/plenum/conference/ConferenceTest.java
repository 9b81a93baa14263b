package plenum.conference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.conference.LiveMeeting.Person;
import plenum.meeting.Role;
import plenum.protocol.SessionMessages.Ended;
import plenum.protocol.SessionMessages.ParticipantChanged;
import plenum.protocol.SessionMessages.ParticipantJoined;
import plenum.protocol.SessionMessages.ParticipantLeft;
import plenum.protocol.SessionMessages.Refused;
import plenum.protocol.SessionMessages.Welcome;

@Tag("conference")
class ConferenceTest {
    private final LiveMeeting meeting = new LiveMeeting();

    @Test
    void welcomesEachAndTellsTheOthers() {
        Person ada = meeting.join("Ada", Role.CREATOR);
        Person bob = meeting.join("Bob");
        Welcome welcome = bob.outbox().last(Welcome.class);
        assertThat(welcome.self()).isEqualTo(bob.id());
        assertThat(welcome.participants()).extracting("name").containsExactly("Ada", "Bob");
        assertThat(welcome.limits().slots()).isEqualTo(4);
        assertThat(ada.outbox().last(ParticipantJoined.class).participant().id())
                .isEqualTo(bob.id());
        assertThat(bob.outbox().all(ParticipantJoined.class)).isEmpty();
    }

    @Test
    void whoeverComesKeepsTheMeetingFromExpiring() {
        Person ada = meeting.join("Ada", Role.CREATOR);
        assertThat(meeting.records.inUse).containsExactly(ada.conference().id());
        assertThat(meeting.conferences.live()).containsExactly(ada.conference().id());
        ada.conference().departures().leave(ada.participant());
        assertThat(meeting.conferences.live()).isEmpty();
    }

    @Test
    void aTabThatAnswersItsWelcomeAtOnceIsUnderstood() {
        assertThat(meeting.orderOfComingIn("Ada")).startsWith("Admitted", "Welcome");
    }

    @Test
    void isFullAtItsLimitButLetsItsOwnBackIn() {
        LiveMeeting small = new LiveMeeting(2);
        small.join("Ada");
        Person bob = small.join("Bob");
        Person eve = small.join("Eve");
        assertThat(eve.admission()).isEqualTo(new Admission.Refused(Refused.Reason.FULL));
        assertThat(small.records.givenUp).containsExactly(eve.attendance().id());
        bob.vanish();
        assertThat(small.resume("Bob").admission()).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void keepsAPlaceForTheGraceTime() {
        Person ada = meeting.join("Ada");
        Person bob = meeting.join("Bob", Role.MODERATOR);
        bob.vanish();
        assertThat(ada.outbox().last(ParticipantChanged.class).participant().connected())
                .isFalse();
        meeting.time.pass(LiveMeeting.GRACE.minusMillis(1));
        assertThat(ada.outbox().all(ParticipantLeft.class)).isEmpty();
        Person again = meeting.resume("Bob");
        assertThat(again.participant()).isSameAs(bob.participant());
        assertThat(again.participant().role()).isEqualTo(Role.MODERATOR);
        meeting.time.pass(LiveMeeting.GRACE.multipliedBy(2));
        assertThat(ada.outbox().all(ParticipantLeft.class)).isEmpty();
        assertThat(meeting.records.givenUp).isEmpty();
    }

    @Test
    void givesAPlaceUpAfterTheGraceTime() {
        Person ada = meeting.join("Ada");
        Person bob = meeting.join("Bob");
        bob.vanish();
        meeting.time.pass(LiveMeeting.GRACE);
        assertThat(ada.outbox().last(ParticipantLeft.class).participant()).isEqualTo(bob.id());
        assertThat(meeting.records.givenUp).containsExactly(bob.attendance().id());
    }

    @Test
    void anotherSocketTakesThePlaceOverForGood() {
        Person ada = meeting.join("Ada");
        Person bob = meeting.join("Bob");
        Person bobAgain = meeting.resume("Bob");
        assertThat(bob.outbox().last(Ended.class).reason()).isEqualTo(Ended.Reason.TAKEN_OVER);
        assertThat(bob.outbox().finished).isTrue();
        bob.vanish();
        assertThat(ada.outbox().last(ParticipantChanged.class).participant().connected())
                .isTrue();
        boolean[] done = new boolean[2];
        bob.conference().submit(bob.presence(), () -> done[0] = true);
        bob.conference().submit(bobAgain.presence(), () -> done[1] = true);
        assertThat(done).containsExactly(false, true);
    }

    @Test
    void leavingIsForGood() {
        Person ada = meeting.join("Ada");
        Person bob = meeting.join("Bob");
        bob.conference().departures().leave(bob.participant());
        assertThat(bob.outbox().last(Ended.class).reason()).isEqualTo(Ended.Reason.LEFT);
        assertThat(ada.outbox().last(ParticipantLeft.class).participant()).isEqualTo(bob.id());
        assertThat(meeting.records.givenUp).containsExactly(bob.attendance().id());
    }

    @Test
    void isOverWithTheLastPlaceAndBeginsAnew() {
        Person ada = meeting.join("Ada");
        ada.conference().departures().leave(ada.participant());
        assertThat(meeting.media.room().closed).isTrue();
        Person bob = meeting.join("Bob");
        assertThat(bob.conference()).isNotSameAs(ada.conference());
        assertThat(bob.outbox().last(Welcome.class).participants()).hasSize(1);
        assertThat(meeting.media.rooms).hasSize(2);
    }
}
