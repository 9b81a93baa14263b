package plenum.whiteboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.conference.LiveMeeting;
import plenum.conference.LiveMeeting.Person;
import plenum.meeting.Role;
import plenum.protocol.ProtocolCodec;
import plenum.protocol.WhiteboardMessages;
import plenum.protocol.WhiteboardMessages.BoardDraw;
import plenum.protocol.WhiteboardMessages.BoardMore;
import plenum.protocol.WhiteboardMessages.BoardOpen;
import plenum.protocol.WhiteboardMessages.BoardPart;
import plenum.protocol.WhiteboardMessages.BoardStep;

/**
 * A board with fifty thousand strokes, for somebody who comes late: the server's half of what they wait for. The browser's half is in {@code
 * late-joiner.test.js}.
 */
@Tag("whiteboard")
class LateJoinerTest {
    private static final int ELEMENTS = 50_000;
    private static final int AT_ONCE = 50;
    private static final Duration SOON = Duration.ofSeconds(2);
    /** As long as a stroke of a second. */
    private static final String STROKE = "p".repeat(240);

    private final LiveMeeting meeting = LiveMeeting.with(
            WhiteboardMessages.Ask.class,
            (of, time) -> new WhiteboardTopic(
                    of, new FakeBoards(), new BoardBudget(64_000_000), new BoardTickets(new Random(1))));
    private final ProtocolCodec codec = new ProtocolCodec();

    @Test
    void seesAllOfItSoon() {
        Person ada = meeting.join("Ada", Role.CREATOR);
        ada.say(new BoardOpen(null, null));
        String board = ada.outbox().last(BoardPart.class).board();
        for (int first = 0; first < ELEMENTS; first += AT_ONCE) {
            List<BoardStep> steps = IntStream.range(first, first + AT_ONCE)
                    .mapToObj(i -> new BoardStep("stroke-" + i, 1, STROKE, "place"))
                    .toList();
            ada.say(new BoardDraw(board, "key-" + (100_000 + first), steps));
        }
        Person bob = meeting.join("Bob");
        long began = System.nanoTime();
        Set<String> seen = new HashSet<>();
        long characters = 0;
        bob.say(new BoardOpen(null, null));
        BoardPart part = bob.outbox().last(BoardPart.class);
        while (true) {
            characters += codec.encode(part).length();
            part.entries().forEach(entry -> seen.add(entry.element()));
            if (!part.more()) {
                break;
            }
            bob.say(new BoardMore(part.upTo()));
            part = bob.outbox().last(BoardPart.class);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        assertThat(seen).hasSize(ELEMENTS);
        assertThat(characters).isGreaterThan(12_000_000);
        assertThat(took).isLessThan(SOON);
    }
}
