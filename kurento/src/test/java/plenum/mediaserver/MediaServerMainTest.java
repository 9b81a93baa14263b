package plenum.mediaserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("mediaserver")
class MediaServerMainTest {
    @Test
    void exitsWithTwoForABadSetting() {
        assertThat(MediaServerMain.run(Map.of("PLENUM_KURENTO_PORT", "x"), settings -> new FakePeers()))
                .isEqualTo(2);
    }

    @Test
    void exitsWithThreeForABusyPort() throws Exception {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, String> environment = Map.of("PLENUM_KURENTO_PORT", Integer.toString(busy.getLocalPort()));
            assertThat(MediaServerMain.run(environment, settings -> new FakePeers()))
                    .isEqualTo(3);
        }
    }

    @Test
    void startsOtherwise() {
        assertThat(MediaServerMain.run(Map.of("PLENUM_KURENTO_PORT", "0"), settings -> new FakePeers()))
                .isZero();
    }
}
