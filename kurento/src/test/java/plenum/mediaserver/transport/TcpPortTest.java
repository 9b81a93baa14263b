package plenum.mediaserver.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.loop.EventLoops;

/** What strangers get from the TCP port: nothing. */
@Tag("transport")
class TcpPortTest {
    private static final Duration LIMIT = Duration.ofMillis(300);

    private final List<Socket> sockets = new ArrayList<>();
    private EventLoops loops;
    private TcpPort port;

    @BeforeEach
    void open() throws IOException {
        loops = new EventLoops(1);
        port = TcpPort.open(
                loops.all().getFirst(), new PeerDirectory(), InetAddress.getLoopbackAddress(), List.of(0), LIMIT);
    }

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        port.close();
        loops.close();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port.port());
        socket.setSoTimeout(10_000);
        sockets.add(socket);
        return socket;
    }

    /** Closed, and not a byte before. */
    private static void isCutOff(Socket socket) throws IOException {
        try {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        } catch (SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
    }

    private static byte[] framed(byte[] packet) {
        byte[] framed = new byte[2 + packet.length];
        framed[0] = (byte) (packet.length >> 8);
        framed[1] = (byte) packet.length;
        System.arraycopy(packet, 0, framed, 2, packet.length);
        return framed;
    }

    private void sendAndBeCutOff(byte[] bytes) throws IOException {
        Socket socket = connect();
        long began = System.nanoTime();
        socket.getOutputStream().write(bytes);
        isCutOff(socket);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void cutsOffWhoDoesNotSpeakIce() throws IOException {
        sendAndBeCutOff("GET / HTTP/1.1\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        sendAndBeCutOff(framed(new byte[] {22, 1, 0, 0, 0}));
        sendAndBeCutOff(framed(new byte[0]));
        await().until(() -> port.connections() == 0);
    }

    @Test
    void cutsOffWhoNamesNobody() throws IOException {
        byte[] check = new StunWriter(StunMessage.BINDING_REQUEST, new byte[12])
                .text(StunMessage.USERNAME, "nobody:here")
                .sign("password");
        sendAndBeCutOff(framed(check));
        assertThat(port.traffic().in().dropped()).isEqualTo(1);
    }

    @Test
    void cutsOffWhoSaysNothing() throws IOException {
        isCutOff(connect());
        await().until(() -> port.connections() == 0);
    }

    @Test
    void letsAnAddressHoldSomeConnectionsOnly() throws IOException {
        for (int i = 0; i < TcpPort.MAX_WAITING_OF_ONE * 2; i++) {
            connect();
        }
        await().until(() -> port.traffic().in().dropped() == TcpPort.MAX_WAITING_OF_ONE);
        assertThat(port.connections()).isLessThanOrEqualTo(TcpPort.MAX_WAITING_OF_ONE);
        await().until(() -> port.connections() == 0);
        connect();
        await().until(() -> port.connections() == 1);
    }

    @Test
    void countsThemAllTogether() throws IOException {
        WaitingRoom room = new WaitingRoom(3, 2);
        InetAddress one = InetAddress.getByName("192.0.2.1");
        InetAddress other = InetAddress.getByName("192.0.2.2");
        assertThat(List.of(room.enter(one), room.enter(one), room.enter(one), room.enter(other), room.enter(other)))
                .containsExactly(true, true, false, true, false);
        room.leave(one);
        assertThat(room.enter(other)).isTrue();
    }

    @Test
    void countsIpv6AddressesByTheirNetwork() throws IOException {
        WaitingRoom room = new WaitingRoom(10, 2);
        InetAddress other = InetAddress.getByName("2001:db8:0:2::1");
        for (String from : List.of("2001:db8:0:1::1", "2001:db8:0:1:ffff::2")) {
            assertThat(room.enter(InetAddress.getByName(from))).isTrue();
        }
        assertThat(room.enter(InetAddress.getByName("2001:db8:0:1::3"))).isFalse();
        assertThat(room.enter(other)).isTrue();
        room.leave(InetAddress.getByName("2001:db8:0:1::1"));
        assertThat(room.enter(InetAddress.getByName("2001:db8:0:1::3"))).isTrue();
    }
}
