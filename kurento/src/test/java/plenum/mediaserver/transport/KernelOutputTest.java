package plenum.mediaserver.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.loop.VirtualLoop;

/** What the kernel is given, as it is written in memory, and what follows from its answers. */
@Tag("transport")
class KernelOutputTest {
    private static final Destination HERE = new Destination(new InetSocketAddress("192.0.2.1", 1));
    private static final Destination THERE = new Destination(new InetSocketAddress("192.0.2.1", 2));
    private static final int EINTR = -4;
    private static final int EIO = -5;
    private static final int EAGAIN = -11;
    private static final int EINVAL = -22;
    private static final int ENETUNREACH = -101;
    private static final Duration MOMENT = Duration.ofMillis(2);

    private final VirtualLoop loop = new VirtualLoop();
    private final FakeSocket socket = new FakeSocket();
    private final KernelOutput output = new KernelOutput(loop, socket);

    private boolean add(int value, int length, Destination to) {
        byte[] data = new byte[length];
        data[0] = (byte) value;
        return output.add(data, length, to);
    }

    @Test
    void aFrameLeavesInOneMessage() {
        add(1, 100, HERE);
        add(2, 100, HERE);
        add(3, 60, HERE);
        assertThat(socket.takeSent()).isEmpty();
        output.flush();

        assertThat(socket.takeSent()).containsExactly("1: 1+2+3");
        assertThat(output.messages()).isOne();
    }

    @Test
    void nothingJoinsAShorterOneOrAShorterMessage() {
        add(1, 100, HERE);
        add(2, 60, HERE);
        add(3, 60, HERE);
        add(4, 80, HERE);
        output.flush();

        assertThat(socket.takeSent()).containsExactly("1: 1+2", "1: 3", "1: 4");
    }

    @Test
    void everyDestinationHasItsOwnMessages() {
        add(1, 100, HERE);
        add(2, 100, THERE);
        add(3, 100, THERE);
        add(4, 100, HERE);
        output.flush();
        add(5, 100, HERE);
        output.flush();

        assertThat(socket.takeSent()).containsExactly("1: 1", "2: 2+3", "1: 4", "1: 5");
    }

    @Test
    void aMessageTakesSixteen() {
        for (int i = 0; i < MessageBatch.MAX_SEGMENTS + 1; i++) {
            add(i, 10, HERE);
        }
        output.flush();

        assertThat(socket.takeSent()).containsExactly("1: 0+1+2+3+4+5+6+7+8+9+10+11+12+13+14+15", "1: 16");
    }

    @Test
    void aFullBatchLeavesBeforeItIsFlushed() {
        for (int i = 0; i < MessageBatch.MAX_MESSAGES + 1; i++) {
            add(i, 10, i % 2 == 0 ? HERE : THERE);
        }

        assertThat(socket.takeSent()).hasSize(MessageBatch.MAX_MESSAGES).startsWith("1: 0", "2: 1");
        output.flush();
        assertThat(socket.takeSent()).containsExactly("1: 16");
    }

    @Test
    void largeOnesLeaveBeforeTheyOverflow() {
        for (int i = 0; i < 100; i++) {
            assertThat(add(i, 2_000, i % 2 == 0 ? HERE : THERE)).isTrue();
        }
        output.flush();

        assertThat(socket.takeSent()).hasSize(100);
    }

    @Test
    void whatTheKernelDoesNotTakeAtOnceFollowsInOrder() {
        socket.answer(1);
        socket.answer(EINTR);
        socket.answer(EAGAIN);
        add(1, 10, HERE);
        add(2, 10, THERE);
        add(3, 10, HERE);
        output.flush();
        add(4, 10, THERE);
        output.flush();
        assertThat(socket.takeSent()).containsExactly("1: 1");

        loop.advance(MOMENT);

        assertThat(socket.takeSent()).containsExactly("2: 2", "1: 3", "2: 4");
        assertThat(output.refused()).isZero();
    }

    @Test
    void aNetworkThatTakesNothingStopsTheFlow() {
        for (int i = 0; i < 20; i++) {
            socket.answer(EAGAIN);
        }
        int taken = 0;
        while (add(1, 1_000, taken % 2 == 0 ? HERE : THERE) && taken < 10_000) {
            taken++;
        }
        assertThat(taken).isEqualTo(KernelOutput.MOST_WAITING * MessageBatch.MAX_MESSAGES);

        loop.advance(Duration.ofMillis(30));

        assertThat(socket.takeSent()).hasSize(taken);
        assertThat(add(2, 1_000, HERE)).as("there is room again").isTrue();
    }

    @Test
    void aRefusalToSplitEndsItForGoodAndLosesNothing() {
        for (int refusal : new int[] {EINVAL, EIO}) {
            KernelOutput fresh = new KernelOutput(loop, socket);
            socket.answer(1);
            socket.answer(refusal);
            fresh.add(new byte[] {9}, 1, THERE);
            for (int i = 1; i <= 3; i++) {
                fresh.add(new byte[] {(byte) i, 0}, i == 3 ? 1 : 2, HERE);
            }
            fresh.flush();
            assertThat(socket.takeSent()).containsExactly("2: 9", "1: 1", "1: 2", "1: 3");
            assertThat(fresh.splits()).isFalse();

            fresh.add(new byte[] {4}, 1, HERE);
            fresh.add(new byte[] {5}, 1, HERE);
            fresh.flush();
            assertThat(socket.takeSent()).containsExactly("1: 4", "1: 5");
            assertThat(fresh.refused()).isZero();
        }
    }

    @Test
    void aPartThatCannotBeSentTakesTheRestOfItsMessageAlong() {
        socket.answer(EINVAL);
        socket.answer(1);
        socket.answer(ENETUNREACH);
        for (int i = 1; i <= 3; i++) {
            add(i, 10, HERE);
        }
        add(4, 10, THERE);
        output.flush();

        assertThat(socket.takeSent()).containsExactly("1: 1", "2: 4");
        assertThat(output.refused()).isEqualTo(2);
    }

    @Test
    void whereThereIsNoWayOnlyThatMessageIsLost() {
        socket.answer(ENETUNREACH);
        add(1, 10, HERE);
        add(2, 10, HERE);
        add(3, 10, THERE);
        output.flush();

        assertThat(socket.takeSent()).containsExactly("2: 3");
        assertThat(output.refused()).isEqualTo(2);
        assertThat(output.splits()).isTrue();
    }
}
