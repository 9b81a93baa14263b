package plenum.mediaserver.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.fuzz.Mutator;

/** Damaged copies of everything that a publisher has sent reach the port of its call, from its own address and from a stranger's. */
@Tag("webrtc")
class RunningCallFuzzTest {
    private static final int INPUTS = Integer.getInteger("plenum.fuzz.inputs", 20_000);
    private static final long SEED = Long.getLong("plenum.fuzz.seed", 20_261_125L);
    private static final int MOST_SEEDS = 200;
    private static final int LOOK = 1_000;

    @Test
    void theCallGoesOn() throws IOException {
        Tap[] taps = new Tap[1];
        try (RunningCall call = new RunningCall(server -> {
                    taps[0] = new Tap(server);
                    return taps[0].address();
                });
                Tap tap = taps[0];
                DatagramSocket stranger = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 20; i++) {
                call.goesOn();
            }
            assertThat(tap.seen).anyMatch(Tap::isDtls).anyMatch(packet -> (packet[0] & 0xC0) == 0x80);
            Mutator mutator = new Mutator(SEED, List.copyOf(tap.seen));
            for (int i = 0; i < INPUTS; i++) {
                byte[] input = mutator.next();
                tap.inject(input);
                stranger.send(new DatagramPacket(input, input.length, call.publisher.server()));
                if (i % LOOK == 0) {
                    call.goesOn();
                }
            }
            call.goesOn();
            assertThat(call.news).noneMatch(line -> line.contains("failed") || line.contains("DISCONNECTED"));
        }
    }

    /** On the way between a browser and the server: sees what passes, and can send from the browser's address. */
    private static final class Tap implements AutoCloseable {
        final List<byte[]> seen = new CopyOnWriteArrayList<>();
        private final DatagramSocket near;
        private final DatagramSocket far;
        private final InetSocketAddress server;
        private volatile InetSocketAddress browser;

        Tap(InetSocketAddress server) {
            this.server = server;
            try {
                near = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                far = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Thread.ofPlatform().daemon().start(() -> carry(near, far, true));
            Thread.ofPlatform().daemon().start(() -> carry(far, near, false));
        }

        static boolean isDtls(byte[] packet) {
            return packet[0] >= 20 && packet[0] <= 63;
        }

        InetSocketAddress address() {
            return (InetSocketAddress) near.getLocalSocketAddress();
        }

        void inject(byte[] packet) throws IOException {
            far.send(new DatagramPacket(packet, packet.length, server));
        }

        private void carry(DatagramSocket from, DatagramSocket to, boolean outwards) {
            DatagramPacket datagram = new DatagramPacket(new byte[2048], 2048);
            try {
                while (true) {
                    datagram.setLength(2048);
                    from.receive(datagram);
                    if (outwards) {
                        browser = (InetSocketAddress) datagram.getSocketAddress();
                        note(Arrays.copyOf(datagram.getData(), datagram.getLength()));
                    }
                    datagram.setSocketAddress(outwards ? server : browser);
                    to.send(datagram);
                }
            } catch (IOException e) {
                close(); // the test is over
            }
        }

        private void note(byte[] packet) {
            if (seen.size() < MOST_SEEDS) {
                seen.add(packet);
            }
        }

        @Override
        public void close() {
            near.close();
            far.close();
        }
    }
}
