package plenum.mediaserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.loop.EventLoop;

/** {@code GET /health} as whoever watches over the server meets it. */
class HealthPageTest {
    @Test
    void isNotUpWhileALoopIsStuck() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        try (RunningServer server = RunningServer.start()) {
            EventLoop loop = server.peers().assignLoop();
            loop.execute(() -> awaitQuietly(stuck));

            assertThat(health(server).statusCode()).isEqualTo(503);

            stuck.countDown();
            HttpResponse<String> again = health(server);
            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(again.body()).contains("\"status\":\"up\"");
        } finally {
            stuck.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpResponse<String> health(RunningServer server) throws IOException, InterruptedException {
        URI page = URI.create("http://127.0.0.1:" + server.port() + "/health");
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
