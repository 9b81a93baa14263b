package plenum.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("launcher")
class PortsTest {

    @Test
    void tellsABusyPortFromAFreeOne() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
            assertThat(Ports.isFree("127.0.0.1", port)).isFalse();
        }
        assertThat(Ports.isFree("127.0.0.1", port)).isTrue();
    }

    @Test
    void givesNoPortTwiceAndNoneThatAnOutgoingConnectionMayTake() {
        assertThat(IntStream.range(0, 200).mapToObj(i -> Ports.free()).toList())
                .doesNotHaveDuplicates()
                .allSatisfy(port -> assertThat(port).isBetween(1_024, 32_767));
    }

    @Test
    void refusesAnAddressThatIsNone() {
        assertThatThrownBy(() -> Ports.isFree("no such host.invalid", 80)).isInstanceOf(StartFailure.class);
    }
}
