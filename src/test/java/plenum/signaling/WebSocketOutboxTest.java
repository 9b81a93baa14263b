package plenum.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.platform.Settings;
import plenum.protocol.ProtocolCodec;
import plenum.protocol.ServerMessage;
import plenum.protocol.SessionMessages.Ended;
import plenum.protocol.SessionMessages.Pong;
import plenum.protocol.StreamMessages;
import plenum.socket.SocketBudget;
import plenum.socket.Tickets;

@Tag("signaling")
class WebSocketOutboxTest {
    private static final int LARGE = 50_000;

    private final SlowWire wire = new SlowWire();
    private final SocketBudget budget = new SocketBudget(new Settings.Sockets(100, 100, 8), InstantSource.system());
    private final WebSocketOutbox outbox = outbox();

    @Test
    void sendsOneAfterTheOther() {
        outbox.send(new Pong(1));
        outbox.send(new Pong(2));
        assertThat(wire.texts).hasSize(1);
        wire.finishSending(true);
        assertThat(wire.texts).hasSize(2).last().asString().contains("2");
    }

    @Test
    void sendsTogetherWhatHasWaited() {
        for (int i = 1; i <= 4; i++) {
            outbox.send(new Pong(i));
        }
        wire.finishSending(true);
        wire.finishSending(true);
        assertThat(wire.texts)
                .containsExactly(
                        "{\"type\":\"pong\",\"sent\":1}",
                        "[{\"type\":\"pong\",\"sent\":2},{\"type\":\"pong\",\"sent\":3},{\"type\":\"pong\",\"sent\":4}]");
    }

    @Test
    void sendsLongMessagesAlone() {
        ServerMessage large = new StreamMessages.Receiving(0, 1, "x".repeat(WebSocketOutbox.FRAME_CHARACTERS));
        outbox.send(new Pong(1));
        outbox.send(large);
        outbox.send(new Pong(2));
        outbox.send(new Pong(3));
        outbox.send(large);
        for (int i = 0; i < 4; i++) {
            wire.finishSending(true);
        }
        assertThat(wire.texts).extracting(text -> text.charAt(0)).containsExactly('{', '{', '[', '{');
    }

    @Test
    void closesAfterTheLastMessageAndTakesNoMore() {
        outbox.send(new Pong(1));
        outbox.finish(new Ended(Ended.Reason.LEFT));
        outbox.send(new Pong(2));
        assertThat(wire.closed).isNull();
        wire.finishSending(true);
        assertThat(wire.closed).isNull();
        wire.finishSending(true);
        assertThat(wire.closed).isEqualTo(Wire.CloseReason.DONE);
        assertThat(wire.texts).hasSize(2).last().asString().contains("ended");
    }

    @Test
    void sendsNothingIntoASocketThatIsGone() {
        outbox.send(new Pong(1));
        outbox.send(new Pong(2));
        outbox.lost();
        wire.finishSending(true);
        outbox.send(new Pong(3));
        outbox.finish(new Ended(Ended.Reason.LEFT));
        assertThat(wire.texts).hasSize(1);
        assertThat(wire.closed).isNull();
    }

    @Test
    void cutsOffWhoeverDoesNotRead() {
        for (int i = 0; i <= WebSocketOutbox.MAX_MESSAGES + 1; i++) {
            outbox.send(new Pong(i));
        }
        assertThat(wire.closed).isEqualTo(Wire.CloseReason.TOO_SLOW);
        assertThat(wire.texts).hasSize(1);
    }

    @Test
    void countsCharactersToo() {
        ServerMessage large = new StreamMessages.Receiving(0, 1, "x".repeat(WebSocketOutbox.MAX_CHARACTERS / 4));
        for (int i = 0; i < 4; i++) {
            outbox.send(large);
        }
        assertThat(wire.closed).isNull();
        outbox.send(large);
        assertThat(wire.closed).isEqualTo(Wire.CloseReason.TOO_SLOW);
    }

    @Test
    void closesWhenTheSocketTakesNoMore() {
        outbox.send(new Pong(1));
        outbox.send(new Pong(2));
        wire.finishSending(false);
        assertThat(wire.closed).isNotNull();
        assertThat(wire.texts).hasSize(1);
    }

    @Test
    void reservesMemoryForWhatWaitsAndGivesItBack() {
        outbox.send(new Pong(1));
        outbox.send(new Pong(2));
        assertThat(Tickets.memory(budget)).as("what waits for a moment").isZero();
        outbox.send(large());
        assertThat(Tickets.memory(budget)).isGreaterThan(2L * LARGE);
        wire.finishSending(true);
        wire.finishSending(true);
        assertThat(Tickets.memory(budget)).as("still on its way").isGreaterThan(2L * LARGE);
        wire.finishSending(true);
        assertThat(Tickets.memory(budget)).isZero();
        outbox.send(large());
        outbox.lost();
        assertThat(Tickets.memory(budget)).isZero();
    }

    @Test
    void manyTabsThatDoNotReadShareWhatMemoryThereIs() {
        long held = 0;
        int cutOff = 0;
        for (int tab = 0; tab < 40; tab++) {
            SlowWire slow = new SlowWire();
            WebSocketOutbox other = new WebSocketOutbox(
                    slow, new ProtocolCodec(), Tickets.from(budget, "192.0.2.1").outgoing());
            for (int i = 0; i < 4; i++) {
                other.send(large());
            }
            cutOff += slow.closed == Wire.CloseReason.TOO_SLOW ? 1 : 0;
            held = Math.max(held, Tickets.memory(budget));
        }
        assertThat(cutOff).isPositive();
        assertThat(held).isLessThanOrEqualTo(2L << 20);
    }

    private static ServerMessage large() {
        return new StreamMessages.Receiving(0, 1, "x".repeat(LARGE));
    }

    private WebSocketOutbox outbox() {
        return new WebSocketOutbox(
                wire, new ProtocolCodec(), Tickets.from(budget, "192.0.2.1").outgoing());
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
