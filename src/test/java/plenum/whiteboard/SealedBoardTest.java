package plenum.whiteboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.conference.LiveMeeting;
import plenum.conference.LiveMeeting.Person;
import plenum.protocol.Failed;
import plenum.protocol.NotStored;
import plenum.protocol.WhiteboardMessages;
import plenum.protocol.WhiteboardMessages.BoardDraw;
import plenum.protocol.WhiteboardMessages.BoardDrawn;
import plenum.protocol.WhiteboardMessages.BoardFollow;
import plenum.protocol.WhiteboardMessages.BoardHand;
import plenum.protocol.WhiteboardMessages.BoardLook;
import plenum.protocol.WhiteboardMessages.BoardOpen;
import plenum.protocol.WhiteboardMessages.BoardPart;
import plenum.protocol.WhiteboardMessages.BoardPoint;
import plenum.protocol.WhiteboardMessages.BoardPointer;
import plenum.protocol.WhiteboardMessages.BoardPointers;
import plenum.protocol.WhiteboardMessages.BoardSeen;
import plenum.protocol.WhiteboardMessages.BoardSight;
import plenum.protocol.WhiteboardMessages.BoardStep;

/** The board of an end-to-end encrypted meeting: the server takes what is sealed alone, pointers and sights too. */
@Tag("whiteboard")
class SealedBoardTest {
    private static final BoardSight SIGHT = new BoardSight(1, 0, 0, 8000, 6000);

    private final LiveMeeting meeting = LiveMeeting.encrypted(
            WhiteboardMessages.Ask.class,
            of -> new WhiteboardTopic(
                    of, new FakeBoards(), new BoardBudget(10_000_000), new BoardTickets(new Random(1))));
    private final Person ada = meeting.join("Ada");
    private final Person bob = meeting.join("Bob");

    @BeforeEach
    void look() {
        ada.say(new BoardOpen(null, null));
        bob.say(new BoardOpen(null, null));
    }

    @Test
    void takesSealedElementsAlone() {
        draw("key-0001", new BoardStep("stroke-1", 1, sealed(1), sealed(2)));
        assertThat(ada.outbox().all(BoardDrawn.class)).hasSize(1);
        draw("key-0002", new BoardStep("stroke-2", 1, "body", sealed(2)));
        draw("key-0003", new BoardStep("stroke-2", 1, sealed(1), "place"));
        assertThat(bob.outbox().all(NotStored.class))
                .extracting(NotStored::reason)
                .containsExactly(NotStored.Reason.UNUSABLE, NotStored.Reason.UNUSABLE);
        assertThat(ada.outbox().all(BoardDrawn.class)).hasSize(1);
    }

    @Test
    void passesOnTheLatestOfSealedPointersInTheirOrder() {
        for (int i = 1; i <= 6; i++) {
            assertThat(bob.say(new BoardPoint(0, BoardHand.POINTS, List.of(), sealed(i))))
                    .isEmpty();
        }
        meeting.time.pass(Duration.ofMillis(50));
        assertThat(pointers())
                .containsExactly(new BoardPointer(
                        bob.id(), 0, BoardHand.POINTS, List.of(), List.of(sealed(3), sealed(4), sealed(5), sealed(6))));
        assertThat(bob.say(new BoardPoint(0, BoardHand.AWAY, List.of(), null))).isEmpty();
        meeting.time.pass(Duration.ofMillis(50));
        assertThat(pointers()).containsExactly(new BoardPointer(bob.id(), 0, BoardHand.AWAY, List.of(), null));
    }

    @Test
    void refusesPointersThatCanBeRead() {
        for (BoardPoint bad : List.of(
                new BoardPoint(1, BoardHand.POINTS, List.of(), sealed(1)),
                new BoardPoint(0, BoardHand.SHINES, List.of(), sealed(1)),
                new BoardPoint(0, BoardHand.POINTS, List.of(1, 2), sealed(1)),
                new BoardPoint(0, BoardHand.POINTS, List.of(), "[1,\"points\",1,2]"),
                new BoardPoint(0, BoardHand.POINTS, List.of(), null),
                new BoardPoint(0, BoardHand.AWAY, List.of(), sealed(1)))) {
            assertThat(bob.say(bad)).as("%s", bad).contains(Failed.Code.BAD_VALUE);
        }
        meeting.time.pass(Duration.ofSeconds(1));
        assertThat(ada.outbox().all(BoardPointers.class)).isEmpty();
    }

    @Test
    void whoIsFollowedShowsWhatTheySeeSealed() {
        assertThat(ada.say(new BoardLook(null, sealed(1)))).isEmpty();
        bob.say(new BoardFollow(ada.id()));
        assertThat(bob.outbox().last(BoardSeen.class)).isEqualTo(new BoardSeen(ada.id(), null, sealed(1)));
        for (BoardLook bad :
                List.of(new BoardLook(SIGHT, null), new BoardLook(SIGHT, sealed(1)), new BoardLook(null, null))) {
            assertThat(ada.say(bad)).as("%s", bad).contains(Failed.Code.BAD_VALUE);
        }
        assertThat(bob.outbox().all(BoardSeen.class)).hasSize(1);
    }

    private List<BoardPointer> pointers() {
        return ada.outbox().last(BoardPointers.class).pointers();
    }

    private void draw(String key, BoardStep step) {
        bob.say(new BoardDraw(bob.outbox().last(BoardPart.class).board(), key, List.of(step)));
    }

    private static String sealed(int number) {
        return "~1.0." + "Ab-_".repeat(12) + number;
    }
}
