package plenum.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.conference.LiveMeeting;
import plenum.conference.LiveMeeting.Person;
import plenum.meeting.Role;
import plenum.protocol.Failed;
import plenum.protocol.TimerMessages;
import plenum.protocol.TimerMessages.TimerExtend;
import plenum.protocol.TimerMessages.TimerNext;
import plenum.protocol.TimerMessages.TimerPart;
import plenum.protocol.TimerMessages.TimerPause;
import plenum.protocol.TimerMessages.TimerStart;
import plenum.protocol.TimerMessages.TimerState;
import plenum.protocol.TimerMessages.TimerStop;

@Tag("timer")
class TimerTopicTest {
    private static final TimerPart REPORTS = new TimerPart("Berichte", 600);
    private static final TimerPart QUESTIONS = new TimerPart("Fragen", 300);
    private static final TimerState NONE = new TimerState(List.of(), 0, false, 0);

    private final FakeMeetingTimers stored = new FakeMeetingTimers();
    private final LiveMeeting meeting =
            LiveMeeting.with(TimerMessages.Ask.class, (of, time) -> new TimerTopic(of, stored, time));
    private final Person ada = meeting.join("Ada", Role.CREATOR);
    private final Person bob = meeting.join("Bob");

    @Test
    void everybodySeesACountdownStart() {
        ada.say(new TimerStart(List.of(new TimerPart(null, 90))));
        for (Person person : List.of(ada, bob)) {
            assertThat(state(person)).isEqualTo(new TimerState(List.of(new TimerPart(null, 90)), 0, false, 90));
        }
    }

    @Test
    void onePartFollowsTheOtherAndTheLastOneEndsTheTimer() {
        ada.say(new TimerStart(List.of(REPORTS, QUESTIONS)));
        meeting.time.pass(Duration.ofSeconds(600));
        assertThat(state(bob)).isEqualTo(new TimerState(List.of(REPORTS, QUESTIONS), 1, false, 300));
        meeting.time.pass(Duration.ofSeconds(300));
        assertThat(state(bob)).isEqualTo(new TimerState(List.of(REPORTS, QUESTIONS), 2, false, 0));
        ada.say(new TimerNext());
        assertThat(failure(ada)).isEqualTo(Failed.Code.NOT_FOUND);
    }

    @Test
    void whoComesLaterOrMovesSeesWhatIsLeft() {
        ada.say(new TimerStart(List.of(REPORTS)));
        meeting.time.pass(Duration.ofSeconds(100));
        Person cem = meeting.join("Cem");
        cem.catchUp();
        assertThat(state(cem).secondsLeft()).isEqualTo(500);
        bob.conference().circles().move(List.of(bob.participant()), Optional.of(UUID.randomUUID()));
        ada.say(new TimerExtend(60));
        assertThat(state(bob).secondsLeft()).as("in a breakout room, too").isEqualTo(560);
    }

    @Test
    void aPausedTimerStandsStillAndGoesOnWhereItWas() {
        ada.say(new TimerStart(List.of(REPORTS, QUESTIONS)));
        meeting.time.pass(Duration.ofSeconds(100));
        ada.say(new TimerPause(true));
        meeting.time.pass(Duration.ofHours(1));
        assertThat(state(bob)).isEqualTo(new TimerState(List.of(REPORTS, QUESTIONS), 0, true, 500));
        ada.say(new TimerExtend(10));
        ada.say(new TimerPause(false));
        meeting.time.pass(Duration.ofSeconds(510));
        assertThat(state(bob).part()).isEqualTo(1);
    }

    @Test
    void aPartIsEndedEarlyAndTheTimerTakenAway() {
        ada.say(new TimerStart(List.of(REPORTS, QUESTIONS)));
        ada.say(new TimerNext());
        assertThat(state(bob)).isEqualTo(new TimerState(List.of(REPORTS, QUESTIONS), 1, false, 300));
        ada.say(new TimerStop());
        assertThat(state(bob)).isEqualTo(NONE);
        int told = bob.outbox().all(TimerState.class).size();
        meeting.time.pass(Duration.ofHours(1));
        assertThat(bob.outbox().all(TimerState.class))
                .as("the old alarm says nothing")
                .hasSize(told);
        ada.say(new TimerStop());
        assertThat(failure(ada)).isEqualTo(Failed.Code.NOT_FOUND);
    }

    @Test
    void aRestartOfTheServerChangesNothing() {
        ada.say(new TimerStart(List.of(REPORTS, QUESTIONS)));
        LiveMeeting again = meeting.restarted();
        again.time.pass(Duration.ofSeconds(700));
        Person back = again.resume("Ada");
        back.catchUp();
        assertThat(state(back)).isEqualTo(new TimerState(List.of(REPORTS, QUESTIONS), 1, false, 200));
        again.time.pass(Duration.ofSeconds(200));
        assertThat(state(back).part()).isEqualTo(2);
    }

    @Test
    void anAgendaNeedsNamesAndABoundedNumberOfParts() {
        for (List<TimerPart> bad : List.of(
                List.<TimerPart>of(),
                List.of(REPORTS, new TimerPart(null, 5)),
                List.of(REPORTS, new TimerPart(" \u202E ", 5)),
                Collections.nCopies(TimerTopic.MOST_PARTS + 1, REPORTS))) {
            ada.say(new TimerStart(bad));
            assertThat(failure(ada)).isEqualTo(Failed.Code.BAD_VALUE);
        }
        assertThat(bob.outbox().all(TimerState.class)).isEmpty();
    }

    @Test
    void nobodyIsToldOfATimerThatIsNotStored() {
        ada.say(new TimerStart(List.of(REPORTS)));
        stored.away = true;
        ada.say(new TimerStop());
        assertThat(failure(ada)).isEqualTo(Failed.Code.INTERNAL);
        assertThat(state(bob)).isNotEqualTo(NONE);
    }

    @Test
    void theNextMeetingBeginsWithoutATimer() {
        ada.say(new TimerStart(List.of(REPORTS)));
        UUID id = ada.conference().id();
        ada.conference().departures().leave(ada.participant());
        bob.conference().departures().leave(bob.participant());
        assertThat(stored.of(id)).isEmpty();
    }

    private static TimerState state(Person person) {
        return person.outbox().last(TimerState.class);
    }

    private static Failed.Code failure(Person person) {
        return person.outbox().last(Failed.class).code();
    }
}
