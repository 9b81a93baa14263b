package plenum.mediaserver.webrtc;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.mediaserver.webrtc.OnLoop.on;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.transport.Nominations;

/** Media go to nobody who has not answered a check of ours, whoever says that they should. */
@Tag("webrtc")
class ReturnCheckTest {
    private static final int BINDING_SUCCESS = 0x0101;

    /** A forged source address is the same to the server as an address that never answers. */
    @Test
    void anAddressThatNeverAnswersGetsNothingButChecks() throws IOException {
        try (RunningCall call = new RunningCall(UnaryOperator.identity());
                DatagramSocket victim = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            byte[] nomination = nominationOf(call.viewer.peer());
            InetSocketAddress server = call.viewer.server();
            victim.send(new DatagramPacket(nomination, nomination.length, server));
            for (int i = 0; i < 10; i++) {
                sendLargePictures(call);
                call.goesOn(true);
            }

            assertThat(bytesThatArriveAt(victim)).isPositive().isLessThan(6 * nomination.length);
        }
    }

    private static void sendLargePictures(RunningCall call) {
        on(call.clients(), () -> {
            for (int i = 0; i < 20; i++) {
                call.publisher.browser().sendLargeFrame(i, true);
            }
            return null;
        });
    }

    private static byte[] nominationOf(WebRtcPeer peer) {
        String answer = peer.localDescription();
        return Nominations.nomination(
                attribute(answer, "ice-ufrag"),
                attribute(answer, "ice-pwd"),
                attribute(peer.remoteDescription(), "ice-ufrag"));
    }

    private static String attribute(String description, String name) {
        return description
                .lines()
                .filter(line -> line.startsWith("a=" + name + ":"))
                .findFirst()
                .orElseThrow()
                .substring(3 + name.length());
    }

    private static int bytesThatArriveAt(DatagramSocket socket) throws IOException {
        DatagramPacket datagram = new DatagramPacket(new byte[2048], 2048);
        int bytes = 0;
        socket.setSoTimeout(600); // longer than a row of checks
        try {
            while (true) {
                socket.receive(datagram);
                bytes += datagram.getLength();
            }
        } catch (SocketTimeoutException quiet) {
            return bytes;
        }
    }

    @Test
    void aBrowserWhoseFirstAnswersAreLostConnectsAllTheSame() {
        AtomicInteger lost = new AtomicInteger();
        RelayOnTheWay way = new RelayOnTheWay(lost);
        try (RunningCall call = new RunningCall(way)) {
            assertThat(lost).hasValue(3);
            call.goesOn();
        } finally {
            way.relay.close();
        }
    }

    /** Loses the first three answers to the server's checks. */
    private static final class RelayOnTheWay implements UnaryOperator<InetSocketAddress> {
        private final AtomicInteger lost;
        private UdpRelay relay;

        RelayOnTheWay(AtomicInteger lost) {
            this.lost = lost;
        }

        @Override
        public InetSocketAddress apply(InetSocketAddress server) {
            relay = new UdpRelay(server, datagram -> {
                boolean answer = ((datagram[0] & 0xFF) << 8 | datagram[1] & 0xFF) == BINDING_SUCCESS;
                return !answer || lost.get() == 3 || lost.incrementAndGet() > 3;
            });
            return relay.address();
        }
    }
}
