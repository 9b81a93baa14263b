package plenum.ink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.conference.LiveMeeting;
import plenum.conference.LiveMeeting.Person;
import plenum.meeting.Role;
import plenum.protocol.Failed;
import plenum.protocol.InkMessages;
import plenum.protocol.InkMessages.InkClear;
import plenum.protocol.InkMessages.InkDraw;
import plenum.protocol.InkMessages.InkDrawing;
import plenum.protocol.InkMessages.InkDrawn;
import plenum.protocol.InkMessages.InkGone;
import plenum.protocol.InkMessages.InkRules;
import plenum.protocol.InkMessages.InkState;
import plenum.protocol.InkMessages.InkUndo;
import plenum.protocol.MediaSource;

@Tag("ink")
class InkTopicTest {
    private static final String RED = "#e02f2f";

    private final LiveMeeting meeting = LiveMeeting.with(InkMessages.Ask.class, (of, time) -> new InkTopic(of));
    private final Person mona = meeting.join("Mona", Role.CREATOR);
    private final Person ada = meeting.join("Ada");
    private final Person bob = meeting.join("Bob");

    @BeforeEach
    void adaShares() {
        ada.participant().publishing().add(MediaSource.SCREEN);
    }

    @Test
    void allSeeWhatOneDrawsWhileItIsDrawn() {
        assertThat(bob.say(draw("stroke-1", List.of(1, 2), false))).isEmpty();
        assertThat(bob.say(draw("stroke-1", List.of(3, 4), true))).isEmpty();
        for (Person person : List.of(mona, ada, bob)) {
            assertThat(person.outbox().all(InkDrawn.class))
                    .extracting(InkDrawn::points)
                    .containsExactly(List.of(1, 2), List.of(3, 4));
        }
        assertThat(bob.say(draw("stroke-1", List.of(5, 6), false)))
                .as("it is over")
                .contains(Failed.Code.TOO_MANY);
    }

    @Test
    void whoComesLaterSeesAllOfIt() {
        bob.say(draw("stroke-1", List.of(1, 2), false));
        bob.say(draw("stroke-1", List.of(3, 4), false));
        Person cem = meeting.join("Cem");
        cem.catchUp();
        assertThat(cem.outbox().last(InkDrawn.class))
                .isEqualTo(new InkDrawn(ada.id(), bob.id(), "stroke-1", RED, List.of(1, 2, 3, 4), false, null));
        assertThat(cem.outbox().last(InkState.class))
                .isEqualTo(new InkState(ada.id(), 5, 10, InkDrawing.EVERYBODY, false));
    }

    @Test
    void inkGoesTenSecondsAfterTheLastStrokeUnlessItIsKept() {
        bob.say(draw("stroke-1", List.of(1, 2), true));
        meeting.time.pass(Duration.ofSeconds(9));
        mona.say(draw("stroke-2", List.of(1, 2), true));
        meeting.time.pass(Duration.ofSeconds(9));
        assertThat(bob.outbox().all(InkGone.class)).isEmpty();
        meeting.time.pass(Duration.ofSeconds(1));
        assertThat(bob.outbox().last(InkGone.class).strokes()).containsExactly("stroke-1", "stroke-2");

        ada.say(new InkRules(ada.id(), 0, InkDrawing.EVERYBODY, true));
        assertThat(bob.outbox().last(InkState.class).frozen()).isTrue();
        bob.say(draw("stroke-3", List.of(1, 2), true));
        meeting.time.pass(Duration.ofHours(1));
        assertThat(bob.outbox().all(InkGone.class)).hasSize(1);
        ada.say(new InkRules(ada.id(), 5, InkDrawing.EVERYBODY, false));
        meeting.time.pass(Duration.ofSeconds(5));
        assertThat(bob.outbox().last(InkGone.class).strokes()).containsExactly("stroke-3");
    }

    @Test
    void oneTakesOnlyOnesOwnStrokesBack() {
        bob.say(draw("stroke-1", List.of(1, 2), true));
        mona.say(draw("stroke-2", List.of(1, 2), true));
        bob.say(new InkUndo(ada.id()));
        assertThat(mona.outbox().last(InkGone.class).strokes()).containsExactly("stroke-1");
        assertThat(bob.say(new InkUndo(ada.id()))).contains(Failed.Code.NOT_FOUND);
    }

    @Test
    void presenterAndModeratorsClearAndDecideWhoMayDraw() {
        bob.say(draw("stroke-1", List.of(1, 2), true));
        assertThat(bob.say(new InkClear(ada.id()))).contains(Failed.Code.FORBIDDEN);
        assertThat(bob.say(new InkRules(ada.id(), 0, InkDrawing.EVERYBODY, false)))
                .contains(Failed.Code.FORBIDDEN);
        ada.say(new InkClear(ada.id()));
        assertThat(bob.outbox().last(InkGone.class).strokes()).containsExactly("stroke-1");

        mona.say(new InkRules(ada.id(), 10, InkDrawing.MODERATORS, false));
        assertThat(bob.say(draw("stroke-2", List.of(1, 2), true))).contains(Failed.Code.FORBIDDEN);
        assertThat(mona.say(draw("stroke-3", List.of(1, 2), true))).isEmpty();
        mona.say(new InkRules(ada.id(), 10, InkDrawing.NOBODY, false));
        assertThat(mona.say(draw("stroke-4", List.of(1, 2), true))).contains(Failed.Code.FORBIDDEN);
        assertThat(ada.say(draw("stroke-5", List.of(1, 2), true))).isEmpty();
    }

    @Test
    void thereIsInkOnlyOnAScreenThatIsSharedInOnesRoom() {
        assertThat(bob.say(new InkDraw(mona.id(), "stroke-1", RED, List.of(1, 2), true, null)))
                .contains(Failed.Code.NOT_FOUND);
        bob.say(draw("stroke-1", List.of(1, 2), true));
        bob.conference().circles().move(List.of(bob.participant()), Optional.of(UUID.randomUUID()));
        assertThat(bob.say(draw("stroke-2", List.of(1, 2), true))).contains(Failed.Code.NOT_FOUND);
        bob.catchUp();
        assertThat(bob.outbox().all(InkDrawn.class)).hasSize(1);
    }

    @Test
    void whatCannotBeReadIsRefusedAndThereIsAnEnd() {
        for (InkDraw bad : List.of(
                draw("short", List.of(1, 2), true),
                draw("stroke-1", List.of(1, 2, 3), true),
                new InkDraw(ada.id(), "stroke-1", "red", List.of(1, 2), true, null))) {
            assertThat(bob.say(bad)).contains(Failed.Code.BAD_VALUE);
        }
        ada.say(new InkRules(ada.id(), 0, InkDrawing.EVERYBODY, false));
        for (int i = 0; i <= Ink.MOST_STROKES; i++) {
            bob.say(draw("stroke-%04d".formatted(i), List.of(1, 2), true));
        }
        assertThat(bob.outbox().last(InkGone.class).strokes()).containsExactly("stroke-0000");
        List<Integer> many = Collections.nCopies(64, 1);
        for (int i = 0; i < Ink.LONGEST / 64; i++) {
            assertThat(bob.say(draw("stroke-long", many, false))).isEmpty();
        }
        assertThat(bob.say(draw("stroke-long", many, false))).contains(Failed.Code.TOO_MANY);
    }

    private InkDraw draw(String stroke, List<Integer> points, boolean ended) {
        return new InkDraw(ada.id(), stroke, RED, points, ended, null);
    }
}
