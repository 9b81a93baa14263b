package plenum.mediaserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.loop.EventLoop;

/** {@code GET /health} as whoever watches over the server meets it. */
@Tag("mediaserver")
class HealthPageTest {
    @Test
    void isNotUpWhileALoopIsStuck() throws Exception {
        CompletableFuture<Void> stuck = new CompletableFuture<>();
        try (RunningServer server = RunningServer.start()) {
            EventLoop loop = server.peers().assignLoop();
            loop.execute(stuck::join);

            assertThat(health(server).statusCode()).isEqualTo(503);

            stuck.complete(null);
            HttpResponse<String> again = health(server);
            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(again.body()).contains("\"status\":\"up\"");
        } finally {
            stuck.complete(null);
        }
    }

    private static HttpResponse<String> health(RunningServer server) throws IOException, InterruptedException {
        URI page = URI.create("http://127.0.0.1:" + server.port() + "/health");
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
