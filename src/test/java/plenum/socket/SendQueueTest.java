package plenum.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.platform.Settings;
import plenum.socket.Wire.CloseReason;

@Tag("socket")
class SendQueueTest {
    private static final int LARGE = 50_000;

    private final SlowWire wire = new SlowWire();
    private final SocketBudget budget = new SocketBudget(new Settings.Sockets(200, 100, 8), InstantSource.system());
    private final SendQueue queue = queue();

    @Test
    void sendsOneAfterTheOther() {
        queue.send(pong(1));
        queue.send(pong(2));
        assertThat(wire.texts).hasSize(1);
        wire.finishSending(true);
        assertThat(wire.texts).hasSize(2).last().asString().contains("2");
    }

    @Test
    void sendsTogetherWhatHasWaited() {
        for (int i = 1; i <= 4; i++) {
            queue.send(pong(i));
        }
        wire.finishSending(true);
        wire.finishSending(true);
        assertThat(wire.texts)
                .containsExactly(
                        "{\"type\":\"pong\",\"sent\":1}",
                        "[{\"type\":\"pong\",\"sent\":2},{\"type\":\"pong\",\"sent\":3},{\"type\":\"pong\",\"sent\":4}]");
    }

    @Test
    void ofHintsOnlyTheLatestWaitsBehindAllElse() {
        queue.hint("hint 1");
        queue.hint("hint 2");
        queue.send(pong(1));
        queue.hint("hint 3");
        for (int i = 0; i < 5; i++) {
            wire.finishSending(true);
        }
        assertThat(wire.texts).containsExactly("hint 1", pong(1), "hint 3");
    }

    @Test
    void noHintFollowsTheLastMessage() {
        queue.send(pong(1));
        queue.hint("hint 1");
        queue.finish(pong(2), CloseReason.DONE);
        queue.hint("hint 2");
        wire.finishSending(true);
        wire.finishSending(true);
        assertThat(wire.texts).containsExactly(pong(1), pong(2));
        assertThat(wire.closed).isEqualTo(CloseReason.DONE);
    }

    @Test
    void sendsLongMessagesAlone() {
        String large = "x".repeat(SendQueue.FRAME_CHARACTERS);
        queue.send(pong(1));
        queue.send(large);
        queue.send(pong(2));
        queue.send(pong(3));
        queue.send(large);
        for (int i = 0; i < 4; i++) {
            wire.finishSending(true);
        }
        assertThat(wire.texts).extracting(text -> text.charAt(0)).containsExactly('{', 'x', '[', 'x');
    }

    @Test
    void closesAfterTheLastMessageAndTakesNoMore() {
        queue.send(pong(1));
        queue.finish("{\"type\":\"ended\"}", CloseReason.DONE);
        queue.send(pong(2));
        assertThat(wire.closed).isNull();
        wire.finishSending(true);
        assertThat(wire.closed).isNull();
        wire.finishSending(true);
        assertThat(wire.closed).isEqualTo(CloseReason.DONE);
        assertThat(wire.texts).hasSize(2).last().asString().contains("ended");
    }

    @Test
    void sendsNothingIntoASocketThatIsGone() {
        queue.send(pong(1));
        queue.send(pong(2));
        queue.lost();
        wire.finishSending(true);
        queue.send(pong(3));
        queue.finish("{\"type\":\"ended\"}", CloseReason.DONE);
        assertThat(wire.texts).hasSize(1);
        assertThat(wire.closed).isNull();
    }

    @Test
    void cutsOffWhoeverDoesNotRead() {
        for (int i = 0; i <= SendQueue.MAX_MESSAGES + 1; i++) {
            queue.send(pong(i));
        }
        assertThat(wire.closed).isEqualTo(CloseReason.TOO_SLOW);
        assertThat(wire.texts).hasSize(1);
    }

    @Test
    void countsCharactersToo() {
        String large = "x".repeat(SendQueue.MAX_CHARACTERS / 4 + 1);
        for (int i = 0; i < 4; i++) {
            queue.send(large);
        }
        assertThat(wire.closed).isNull();
        queue.send(large);
        assertThat(wire.closed).isEqualTo(CloseReason.TOO_SLOW);
    }

    @Test
    void closesWhenTheSocketTakesNoMore() {
        queue.send(pong(1));
        queue.send(pong(2));
        wire.finishSending(false);
        assertThat(wire.closed).isNotNull();
        assertThat(wire.texts).hasSize(1);
    }

    @Test
    void reservesMemoryForWhatWaitsAndGivesItBack() {
        queue.send(pong(1));
        queue.send(pong(2));
        assertThat(budget.memory()).as("what waits for a moment").isZero();
        queue.send(large());
        assertThat(budget.memory()).isGreaterThan(2L * LARGE);
        wire.finishSending(true);
        wire.finishSending(true);
        assertThat(budget.memory()).as("still on its way").isGreaterThan(2L * LARGE);
        wire.finishSending(true);
        assertThat(budget.memory()).isZero();
        queue.send(large());
        queue.lost();
        assertThat(budget.memory()).isZero();
    }

    @Test
    void manyTabsThatDoNotReadShareWhatMemoryThereIs() {
        long held = 0;
        int cutOff = 0;
        for (int tab = 0; tab < 40; tab++) {
            SlowWire slow = new SlowWire();
            SendQueue other =
                    new SendQueue(slow, Tickets.from(budget, "192.0.2.1").outgoing());
            for (int i = 0; i < 4; i++) {
                other.send(large());
            }
            cutOff += slow.closed == CloseReason.TOO_SLOW ? 1 : 0;
            held = Math.max(held, budget.memory());
        }
        assertThat(cutOff).isPositive();
        assertThat(held).isLessThanOrEqualTo(2L << 20);
    }

    private static String large() {
        return "x".repeat(LARGE);
    }

    private static String pong(long sent) {
        return "{\"type\":\"pong\",\"sent\":" + sent + "}";
    }

    private SendQueue queue() {
        return new SendQueue(wire, Tickets.from(budget, "192.0.2.1").outgoing());
    }

    private static final class SlowWire implements Wire {
        private final List<String> texts = new ArrayList<>();
        private Consumer<Boolean> sending;
        private CloseReason closed;

        void finishSending(boolean well) {
            sending.accept(well);
        }

        @Override
        public void send(String text, Consumer<Boolean> sent) {
            texts.add(text);
            sending = sent;
        }

        @Override
        public void ping() {}

        @Override
        public void close(CloseReason reason) {
            closed = reason;
        }
    }
}
