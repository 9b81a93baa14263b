package plenum.whiteboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.conference.LiveMeeting;
import plenum.conference.LiveMeeting.Person;
import plenum.meeting.Role;
import plenum.protocol.ClientMessage;
import plenum.protocol.Failed;
import plenum.protocol.NotStored;
import plenum.protocol.WhiteboardMessages;
import plenum.protocol.WhiteboardMessages.BoardClear;
import plenum.protocol.WhiteboardMessages.BoardDraw;
import plenum.protocol.WhiteboardMessages.BoardDrawn;
import plenum.protocol.WhiteboardMessages.BoardEntry;
import plenum.protocol.WhiteboardMessages.BoardFollow;
import plenum.protocol.WhiteboardMessages.BoardHand;
import plenum.protocol.WhiteboardMessages.BoardLook;
import plenum.protocol.WhiteboardMessages.BoardMore;
import plenum.protocol.WhiteboardMessages.BoardOpen;
import plenum.protocol.WhiteboardMessages.BoardOperation;
import plenum.protocol.WhiteboardMessages.BoardPart;
import plenum.protocol.WhiteboardMessages.BoardPoint;
import plenum.protocol.WhiteboardMessages.BoardPointer;
import plenum.protocol.WhiteboardMessages.BoardPointers;
import plenum.protocol.WhiteboardMessages.BoardRules;
import plenum.protocol.WhiteboardMessages.BoardSeen;
import plenum.protocol.WhiteboardMessages.BoardShow;
import plenum.protocol.WhiteboardMessages.BoardSight;
import plenum.protocol.WhiteboardMessages.BoardState;
import plenum.protocol.WhiteboardMessages.BoardStep;
import plenum.protocol.WhiteboardMessages.Drawing;

@Tag("whiteboard")
class WhiteboardTopicTest {
    private static final BoardOpen OPEN = new BoardOpen(null, null);

    private final FakeBoards stored = new FakeBoards();
    private final LiveMeeting meeting = LiveMeeting.with(
            WhiteboardMessages.Ask.class,
            (of, time) ->
                    new WhiteboardTopic(of, stored, new BoardBudget(10_000_000), new BoardTickets(new Random(1))));
    private final Person ada = meeting.join("Ada", Role.CREATOR);
    private final Person bob = meeting.join("Bob");

    @Test
    void openForAllIsToldToAllAndToWhoComesLater() {
        bob.say(new BoardShow(true));
        assertThat(ada.outbox().last(BoardState.class).shown()).isTrue();
        Person cem = meeting.join("Cem");
        cem.catchUp();
        assertThat(cem.outbox().last(BoardState.class).shown()).isTrue();
        ada.say(new BoardShow(false));
        assertThat(cem.outbox().last(BoardState.class).shown()).isFalse();
    }

    @Test
    void aMeetingWithoutABoardIsToldNothing() {
        ada.catchUp();
        assertThat(ada.outbox().all(BoardState.class)).isEmpty();
    }

    @Test
    void whatIsDrawnIsToldToAllWhoLookWithItsNumber() {
        look(ada, bob);
        draw(bob, "key-0001", stroke("stroke-1"), stroke("stroke-2"));
        draw(ada, "key-0002", stroke("stroke-3"));
        for (Person person : List.of(ada, bob)) {
            assertThat(operations(person)).extracting(BoardOperation::number).containsExactly(1L, 3L);
        }
        assertThat(meeting.join("Cem").outbox().all(BoardDrawn.class)).isEmpty();
    }

    @Test
    void whoOpensTheBoardLaterHasAllOfIt() {
        look(ada);
        draw(ada, "key-0001", stroke("stroke-1"));
        draw(ada, "key-0002", new BoardStep("stroke-1", 1, null, "moved"));
        assertThat(entries(bob))
                .containsExactly(new BoardEntry(2, ada.id(), "stroke-1", 1, "body of stroke-1", "moved"));
    }

    @Test
    void aTabThatWasAwayIsToldWhatItMissed() {
        look(ada, bob);
        draw(ada, "key-0001", stroke("stroke-1"));
        draw(ada, "key-0002", stroke("stroke-2"));
        draw(ada, "key-0003", new BoardStep("stroke-1", 1, null, "moved"));
        bob.say(new BoardOpen(board(bob), 2L));
        BoardPart part = bob.outbox().last(BoardPart.class);
        assertThat(part.reset()).isFalse();
        assertThat(part.entries())
                .as("without the body that the tab knows")
                .containsExactly(new BoardEntry(3, ada.id(), "stroke-1", 1, null, "moved"));
        bob.say(new BoardOpen(UUID.randomUUID().toString(), 2L));
        assertThat(bob.outbox().last(BoardPart.class).reset()).isTrue();
        bob.say(new BoardOpen(board(bob), 99L));
        assertThat(bob.outbox().last(BoardPart.class).reset())
                .as("from another time")
                .isTrue();
    }

    @Test
    void laterPartsHaveTheBodiesOfWhatWasMovedLater() {
        look(ada);
        draw(ada, "key-0001", stroke("stroke-1"));
        String large = "x".repeat(20_000);
        for (int i = 2; i < 8; i++) {
            draw(ada, "key-000" + i, new BoardStep("stroke-" + i, 1, large, "place"));
        }
        draw(ada, "key-0008", new BoardStep("stroke-1", 1, null, "moved"));
        bob.say(OPEN);
        BoardPart part = bob.outbox().last(BoardPart.class);
        assertThat(part.more()).isTrue();
        while (part.more()) {
            bob.say(new BoardMore(part.upTo()));
            part = bob.outbox().last(BoardPart.class);
        }
        assertThat(part.entries().getLast())
                .isEqualTo(new BoardEntry(8, ada.id(), "stroke-1", 1, "body of stroke-1", "moved"));
    }

    @Test
    void aTabThatWasAwayIsToldThatWhatSomebodyMovedIsDeleted() {
        look(ada, bob);
        draw(ada, "key-0001", stroke("stroke-1"));
        draw(ada, "key-0002", new BoardStep("stroke-1", 1, null, null));
        draw(ada, "key-0003", new BoardStep("stroke-1", 1, null, "moved"));
        bob.say(new BoardOpen(board(bob), 1L));
        assertThat(bob.outbox().last(BoardPart.class).entries())
                .containsExactly(new BoardEntry(3, ada.id(), "stroke-1", 1, "", "moved"));
    }

    @Test
    void theSameKeyIsStoredOnce() {
        look(ada, bob);
        draw(ada, "key-0001", stroke("stroke-1"));
        draw(bob, "key-0001", new BoardStep("stroke-1", 1, null, "moved"));
        draw(ada, "key-0001", stroke("stroke-1"));
        assertThat(entries(meeting.join("Cem"))).extracting(BoardEntry::place).containsExactly("moved");
        assertThat(operations(ada).getLast().key())
                .as("the sender is told all the same")
                .isEqualTo("key-0001");
        assertThat(operations(ada).getLast().steps()).isEmpty();
    }

    @Test
    void theNextMeetingAndARestartedServerHaveTheBoard() {
        look(ada);
        draw(ada, "key-0001", stroke("stroke-1"));
        draw(ada, "key-0002", new BoardStep("stroke-1", 1, null, "moved"));
        LiveMeeting again = meeting.restarted();
        Person back = again.resume("Ada");
        assertThat(entries(back)).extracting(BoardEntry::place).containsExactly("moved");
        draw(back, "key-0003", stroke("stroke-2"));
        assertThat(operations(back).getLast().number()).isEqualTo(3);
        draw(back, "key-0001", stroke("stroke-1"));
        assertThat(entries(back))
                .as("what is sent again is known")
                .extracting(BoardEntry::place)
                .containsExactly("moved", "place");
    }

    @Test
    void nothingIsToldThatIsNotStored() {
        look(ada, bob);
        stored.away = true;
        draw(ada, "key-0001", stroke("stroke-1"));
        assertThat(reason(ada)).isEqualTo(NotStored.Reason.UNAVAILABLE);
        assertThat(bob.outbox().all(BoardDrawn.class)).isEmpty();
        stored.away = false;
        meeting.time.pass(Duration.ofSeconds(2));
        draw(ada, "key-0001", stroke("stroke-1"));
        assertThat(operations(bob)).hasSize(1);
    }

    @Test
    void moderatorsDecideWhoMayDraw() {
        look(ada, bob);
        ada.say(new BoardRules(Drawing.MODERATORS, List.of()));
        draw(bob, "key-0001", stroke("stroke-1"));
        assertThat(reason(bob)).isEqualTo(NotStored.Reason.LOCKED);
        bob.say(new BoardShow(true));
        assertThat(bob.outbox().last(Failed.class).code()).isEqualTo(Failed.Code.FORBIDDEN);
        ada.say(new BoardRules(Drawing.NAMED, List.of(bob.id())));
        draw(bob, "key-0002", stroke("stroke-2"));
        assertThat(operations(ada)).hasSize(1);
        ada.say(new BoardRules(Drawing.NOBODY, List.of()));
        draw(ada, "key-0003", stroke("stroke-3"));
        assertThat(reason(ada)).isEqualTo(NotStored.Reason.LOCKED);
        assertThat(bob.outbox().last(BoardState.class).drawing()).isEqualTo(Drawing.NOBODY);
    }

    @Test
    void aClearedPageIsEmptyForAll() {
        look(ada, bob);
        draw(bob, "key-0001", stroke("stroke-1"), new BoardStep("stroke-2", 2, "body", "place"));
        ada.say(new BoardClear(board(ada), "key-0002", 1));
        assertThat(operations(bob).getLast().cleared()).isEqualTo(1);
        assertThat(entries(meeting.join("Cem"))).extracting(BoardEntry::element).containsExactly("stroke-2");
    }

    @Test
    void onlyModeratorsDeletePages() {
        look(ada, bob);
        draw(bob, "key-0001", new BoardStep("page-two", 0, "name", "place"));
        draw(bob, "key-0002", new BoardStep("page-two", 0, null, null));
        assertThat(reason(bob)).isEqualTo(NotStored.Reason.FORBIDDEN);
        draw(ada, "key-0003", new BoardStep("page-two", 0, null, null));
        assertThat(operations(bob)).hasSize(2);
    }

    @Test
    void whatCannotBeReadIsRefused() {
        look(ada);
        for (BoardStep bad : List.of(
                new BoardStep("short", 1, "body", "place"),
                new BoardStep("stroke 1 ", 1, "body", "place"),
                new BoardStep("stroke-1", 1, "", "place"),
                new BoardStep("stroke-1", 1, "a\0b", "place"))) {
            draw(ada, "key-0001", bad);
            assertThat(reason(ada)).as("%s", bad).isEqualTo(NotStored.Reason.UNUSABLE);
        }
        draw(ada, "key-0001");
        ada.say(new BoardDraw(UUID.randomUUID().toString(), "key-0001", List.of(stroke("stroke-1"))));
        assertThat(reason(ada)).isEqualTo(NotStored.Reason.NOT_FOUND);
        assertThat(ada.outbox().all(BoardDrawn.class)).isEmpty();
    }

    @Test
    void aBoardHasAnEnd() {
        look(ada);
        String large = "x".repeat(WhiteboardMessages.BODY);
        int message = 0;
        while (ada.outbox().all(NotStored.class).isEmpty()) {
            String key = "key-%05d".formatted(message++);
            draw(ada, key, new BoardStep(key + "-1", 1, large, "place"), new BoardStep(key + "-2", 1, large, "place"));
            assertThat(message).isLessThan(2000);
        }
        assertThat(reason(ada)).isEqualTo(NotStored.Reason.TOO_MANY);
        draw(ada, "key-delete", new BoardStep("key-00000-1", 1, null, null));
        assertThat(operations(ada).getLast().key())
                .as("what makes room is taken")
                .isEqualTo("key-delete");
    }

    @Test
    void breakoutRoomsHaveBoardsOfTheirOwn() {
        look(ada, bob);
        draw(ada, "key-0001", stroke("stroke-1"));
        String main = board(bob);
        bob.conference().circles().move(List.of(bob.participant()), Optional.of(UUID.randomUUID()));
        draw(ada, "key-0002", stroke("stroke-2"));
        assertThat(operations(bob)).as("of the main room no more").hasSize(1);
        assertThat(entries(bob)).isEmpty();
        assertThat(board(bob)).isNotEqualTo(main);
        bob.say(new BoardDraw(main, "key-0003", List.of(stroke("stroke-3"))));
        assertThat(reason(bob)).isEqualTo(NotStored.Reason.NOT_FOUND);
    }

    @Test
    void pointersAreToldTogetherAfterAMoment() {
        look(ada, bob);
        bob.say(new BoardPoint(1, BoardHand.POINTS, List.of(10, 20), null));
        bob.say(new BoardPoint(1, BoardHand.POINTS, List.of(11, 21), null));
        assertThat(ada.outbox().all(BoardPointers.class)).isEmpty();
        meeting.time.pass(Duration.ofMillis(50));
        assertThat(ada.outbox().last(BoardPointers.class).pointers())
                .containsExactly(new BoardPointer(bob.id(), 1, BoardHand.POINTS, List.of(10, 20, 11, 21), null));
        meeting.time.pass(Duration.ofSeconds(5));
        assertThat(ada.outbox().all(BoardPointers.class)).hasSize(1);
        bob.say(new WhiteboardMessages.BoardClose());
        meeting.time.pass(Duration.ofMillis(50));
        assertThat(ada.outbox().last(BoardPointers.class).pointers().getFirst().hand())
                .isEqualTo(BoardHand.AWAY);
    }

    @Test
    void aFollowerIsToldWhatSomebodySees() {
        look(ada, bob);
        BoardSight sight = new BoardSight(1, 0, 0, 8000, 6000);
        ada.say(new BoardLook(sight, null));
        bob.say(new BoardFollow(ada.id()));
        assertThat(bob.outbox().last(BoardSeen.class)).isEqualTo(new BoardSeen(ada.id(), sight, null));
        ada.say(new BoardLook(new BoardSight(2, 0, 0, 8000, 6000), null));
        assertThat(bob.outbox().last(BoardSeen.class).sight().page()).isEqualTo(2);
        bob.say(new BoardFollow(null));
        ada.say(new BoardLook(sight, null));
        assertThat(bob.outbox().all(BoardSeen.class)).hasSize(2);
        assertThat(bob.say(new BoardFollow(UUID.randomUUID().toString()))).contains(Failed.Code.NOT_FOUND);
    }

    @Test
    void nothingIsSealedWhereTheMeetingIsNot() {
        look(ada, bob);
        String sealed = "~1.0." + "Ab-_".repeat(12);
        assertThat(bob.say(new BoardPoint(1, BoardHand.POINTS, List.of(1, 2), sealed)))
                .contains(Failed.Code.BAD_VALUE);
        assertThat(bob.say(new BoardPoint(1, BoardHand.POINTS, List.of(1), null)))
                .contains(Failed.Code.BAD_VALUE);
        assertThat(bob.say(new BoardLook(null, sealed))).contains(Failed.Code.BAD_VALUE);
    }

    @Test
    void whoDoesNotLookGetsNoParts() {
        look(ada);
        bob.say(new BoardMore(0));
        assertThat(bob.outbox().all(BoardPart.class)).isEmpty();
    }

    private static void look(Person... people) {
        List.of(people).forEach(person -> person.say(OPEN));
    }

    private static void draw(Person by, String key, BoardStep... steps) {
        ClientMessage message = new BoardDraw(board(by), key, List.of(steps));
        by.say(message);
    }

    private static BoardStep stroke(String id) {
        return new BoardStep(id, 1, "body of " + id, "place");
    }

    private static String board(Person person) {
        return person.outbox().last(BoardPart.class).board();
    }

    private static List<BoardEntry> entries(Person person) {
        person.say(OPEN);
        return person.outbox().last(BoardPart.class).entries();
    }

    private static List<BoardOperation> operations(Person person) {
        return person.outbox().all(BoardDrawn.class).stream()
                .flatMap(drawn -> drawn.operations().stream())
                .toList();
    }

    private static NotStored.@Nullable Reason reason(Person person) {
        return person.outbox().last(NotStored.class).reason();
    }
}
