package plenum.mediaserver.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.loop.VirtualLoop;

/** When what is sent leaves, and what is counted. */
@Tag("transport")
class UdpSenderTest {
    private static final Destination HERE = new Destination(new InetSocketAddress("192.0.2.1", 1));

    private final List<String> calls = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();
    private final VirtualLoop loop = new VirtualLoop() {
        @Override
        public void execute(Runnable task) {
            later.add(task);
        }
    };
    private boolean room = true;
    private final UdpSender sender = new UdpSender(loop, new DatagramOutput() {
        @Override
        public boolean add(byte[] data, int length, Destination to) {
            calls.add("add " + length);
            return room;
        }

        @Override
        public void flush() {
            calls.add("flush");
        }

        @Override
        public long messages() {
            return 7;
        }

        @Override
        public long refused() {
            return 1;
        }
    });

    @Test
    void flushesOnceAtTheEndOfABurst() {
        sender.burstBegins();
        sender.send(new byte[10], 10, HERE);
        sender.send(new byte[11], 11, HERE);
        sender.burstEnds();

        assertThat(calls).containsExactly("add 10", "add 11", "flush");
        assertThat(later).isEmpty();
    }

    @Test
    void flushesOnceAtTheEndOfATask() {
        sender.send(new byte[10], 10, HERE);
        sender.send(new byte[11], 11, HERE);
        assertThat(calls).doesNotContain("flush");

        assertThat(later).hasSize(1);
        later.getFirst().run();

        assertThat(calls).containsExactly("add 10", "add 11", "flush");
    }

    @Test
    void countsWhatIsSentAndWhatIsNot() {
        sender.send(new byte[10], 10, HERE);
        sender.send(new byte[11], 11, HERE);
        room = false;
        sender.send(new byte[12], 12, HERE);

        assertThat(sender.traffic())
                .as("two taken, of which the kernel refused one, and one for which there was no room")
                .isEqualTo(new PortTraffic.Direction(1, 21, 7, 2));
    }
}
