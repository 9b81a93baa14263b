package plenum.mediaserver.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.loop.EventLoops;

@Tag("bench")
class ImpairmentRelayTest {
    private final EventLoops loops = new EventLoops(1);
    private DatagramSocket client;
    private DatagramSocket server;

    @BeforeEach
    void open() throws IOException {
        client = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        server = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        client.setSoTimeout(10_000);
        server.setSoTimeout(10_000);
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
        loops.close();
    }

    private ImpairmentRelay relay(Impairment impairment) {
        return new ImpairmentRelay(
                loops.all().getFirst(), (InetSocketAddress) server.getLocalSocketAddress(), impairment, new Random(7));
    }

    private static Impairment delay(int millis) {
        return new Impairment(0, Duration.ofMillis(millis), Duration.ZERO, 0, Duration.ZERO);
    }

    private static void send(DatagramSocket from, int value, InetSocketAddress to) throws IOException {
        from.send(new DatagramPacket(new byte[] {(byte) value, 1, 2}, 3, to));
    }

    private static DatagramPacket receive(DatagramSocket socket) throws IOException {
        DatagramPacket datagram = new DatagramPacket(new byte[100], 100);
        socket.receive(datagram);
        return datagram;
    }

    @Test
    void passesDatagramsBothWaysLater() throws IOException {
        try (ImpairmentRelay relay = relay(delay(50))) {
            long began = System.nanoTime();
            send(client, 1, relay.address());
            DatagramPacket request = receive(server);
            assertThat(System.nanoTime() - began)
                    .isGreaterThan(Duration.ofMillis(50).toNanos());
            assertThat(request.getLength()).isEqualTo(3);
            assertThat(request.getPort()).isNotEqualTo(client.getLocalPort());

            send(server, 2, (InetSocketAddress) request.getSocketAddress());
            DatagramPacket answer = receive(client);

            assertThat(System.nanoTime() - began)
                    .isGreaterThan(Duration.ofMillis(100).toNanos());
            assertThat(answer.getData()[0]).isEqualTo((byte) 2);
            assertThat(answer.getSocketAddress()).isEqualTo(relay.address());
            assertThat(relay.lostOnTheWayDown().join()).isZero();
        }
    }

    @Test
    void countsWhatIsLostOnTheWayDown() throws IOException {
        Impairment bad = new Impairment(99, Duration.ZERO, Duration.ZERO, 0, Duration.ZERO);
        try (ImpairmentRelay relay = relay(bad)) {
            for (int i = 0; i < 1_000; i++) {
                send(client, i, relay.address()); // one in a hundred arrives
            }
            InetSocketAddress behind = (InetSocketAddress) receive(server).getSocketAddress();
            for (int i = 0; i < 50; i++) {
                send(server, i, behind);
            }
            client.setSoTimeout(300);

            assertThatThrownBy(() -> {
                        for (int i = 0; i < 50; i++) {
                            receive(client);
                        }
                    })
                    .isInstanceOf(SocketTimeoutException.class);
            assertThat(relay.lostOnTheWayDown().join()).isBetween(40L, 50L);
        }
    }
}
