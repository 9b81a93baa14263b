package plenum.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.platform.Settings;
import plenum.socket.PartialFrame.Added;

@Tag("socket")
class PartialFrameTest {
    private static final int MOST = 100_000;

    private final SocketBudget budget = new SocketBudget(new Settings.Sockets(1000, 1000, 8), InstantSource.system());
    private final PartialFrame frame = frame();

    @Test
    void putsPartsTogether() {
        assertThat(frame.add("{\"name\":\"J", false, MOST)).isEqualTo(Added.Not.YET);
        assertThat(frame.add("ürg \uD83D\uDC4B ", false, MOST)).isEqualTo(Added.Not.YET);
        assertThat(frame.add("\"}", true, MOST)).isEqualTo(new Added.Whole("{\"name\":\"Jürg \uD83D\uDC4B \"}"));
        assertThat(budget.memory()).isZero();
        assertThat(frame.add("next", true, MOST)).isEqualTo(new Added.Whole("next"));
    }

    @Test
    void reservesNothingForWhatComesWhole() {
        SocketTicket closed = Tickets.from(budget, "gone");
        closed.close();
        assertThat(new PartialFrame(closed.incoming()).add("whole", true, MOST)).isEqualTo(new Added.Whole("whole"));
    }

    @Test
    void countsBytesOfUtf8() {
        assertThat(frame.add("abcd", true, 4)).isEqualTo(new Added.Whole("abcd"));
        assertThat(frame.add("abcde", true, 4)).isEqualTo(Added.Not.TOO_LARGE);
        assertThat(frame.add("üü", true, 4)).isEqualTo(new Added.Whole("üü"));
        assertThat(frame.add("üüa", true, 4)).isEqualTo(Added.Not.TOO_LARGE);
        assertThat(frame.add("\u20aca", true, 4)).isEqualTo(new Added.Whole("\u20aca"));
        assertThat(frame.add("\uD83D\uDC4B", true, 4)).isEqualTo(new Added.Whole("\uD83D\uDC4B"));
        assertThat(frame.add("\uD83D\uDC4Ba", true, 4)).isEqualTo(Added.Not.TOO_LARGE);
    }

    @Test
    void dropsWhatBecomesTooLong() {
        assertThat(frame.add("x".repeat(4000), false, 4096)).isEqualTo(Added.Not.YET);
        assertThat(budget.memory()).isPositive();
        assertThat(frame.add("x".repeat(97), false, 4096)).isEqualTo(Added.Not.TOO_LARGE);
        assertThat(budget.memory()).isZero();
        assertThat(frame.add("fresh", true, 4096)).isEqualTo(new Added.Whole("fresh"));
    }

    /** Whatever its parts are, an unfinished message takes less than the message twice and the container's copy of its longest part. */
    @Test
    void reservesLittleMoreThanTheMessageTakes() {
        for (int part : new int[] {1, 7, 1000, 16 * 1024}) {
            PartialFrame one = frame();
            for (int sent = 0; sent + part <= 64 * 1024; sent += part) {
                assertThat(one.add("x".repeat(part), false, MOST)).isEqualTo(Added.Not.YET);
            }
            assertThat(budget.memory())
                    .as("in parts of %d", part)
                    .isLessThanOrEqualTo(2 * 64 * 1024 + 4L * part)
                    .isGreaterThanOrEqualTo(64 * 1024);
            one.drop();
            assertThat(budget.memory()).isZero();
        }
    }

    @Test
    void allUnfinishedMessagesOfAnAddressTakeABoundedAmount() {
        List<PartialFrame> begun = new ArrayList<>();
        Added last = Added.Not.YET;
        while (last == Added.Not.YET && begun.size() < 900) {
            PartialFrame next = frame();
            begun.add(next);
            last = next.add("\u20ac".repeat(30_000), false, MOST);
        }
        assertThat(last).isEqualTo(Added.Not.NO_ROOM);
        assertThat(budget.memory()).isLessThanOrEqualTo(2 << 20);
        begun.forEach(PartialFrame::drop);
        assertThat(budget.memory()).isZero();
    }

    private PartialFrame frame() {
        return new PartialFrame(Tickets.from(budget, "192.0.2.1").incoming());
    }
}
