package plenum.mediaserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("mediaserver")
class SpareTest {
    @Test
    void servesWhereAnotherServedAsSoonAsThatOneIsGone() throws Exception {
        CountDownLatch rehearsed = new CountDownLatch(1);
        CompletableFuture<Integer> result;
        int port;
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = other.getLocalPort();
            Map<String, String> environment = Map.of("PLENUM_KURENTO_PORT", Integer.toString(port));
            Spare spare = new Spare(settings -> {
                rehearsed.countDown();
                return new FakePeers();
            });
            result = CompletableFuture.supplyAsync(() -> spare.standInFor(environment));
            assertThat(rehearsed.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(result).isNotDone();
        }

        assertThat(result.get(30, TimeUnit.SECONDS)).isZero();
        try (RawClient client = new RawClient(java.net.URI.create("ws://127.0.0.1:" + port + "/kurento"))) {
            assertThat(client.ask("{\"id\":1,\"jsonrpc\":\"2.0\",\"method\":\"ping\",\"params\":{}}"))
                    .contains("pong");
        }
    }

    @Test
    void doesNotWaitWithBadSettings() {
        assertThat(new Spare(settings -> new FakePeers()).standInFor(Map.of("PLENUM_KURENTO_PORT", "x")))
                .isEqualTo(MediaServerMain.BAD_SETTING);
    }
}
