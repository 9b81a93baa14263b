package plenum.mediaserver.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.RawClient;
import plenum.mediaserver.RunningServer;

/** What happens on the wire. */
@Tag("rpc")
class SocketTest {
    private RunningServer server;

    @BeforeEach
    void start() throws Exception {
        server = RunningServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void closesAConnectionToAWrongPath() throws Exception {
        try (RawClient client = new RawClient(server.uri("/elsewhere"))) {
            assertThat(client.next()).isEqualTo("CLOSE 1002 Invalid path");
        }
    }

    @Test
    void answersHealthOnTheSamePort() throws Exception {
        try (RawClient client = new RawClient(server.uri())) {
            client.ask(request(1, "create", "\"type\":\"MediaPipeline\""));
            HttpResponse<String> health = get("/health");
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body())
                    .isEqualTo("{\"status\":\"up\",\"version\":\"development\",\"pipelines\":1,\"endpoints\":0}");
        }
        assertThat(get("/kurento").statusCode()).isEqualTo(404);
    }

    @Test
    void demandsTheToken() throws Exception {
        try (RunningServer guarded = RunningServer.start(Map.of("PLENUM_KURENTO_TOKEN", "s3cret"))) {
            try (RawClient client = new RawClient(guarded.uri("/kurento?token=s3cret"))) {
                assertThat(client.ask(request(1, "ping", ""))).contains("pong");
            }
            try (RawClient client = new RawClient(guarded.uri(), "Authorization", "Bearer s3cret")) {
                assertThat(client.ask(request(1, "ping", ""))).contains("pong");
            }
            assertThatThrownBy(() -> new RawClient(guarded.uri("/kurento?token=wrong")))
                    .isInstanceOf(CompletionException.class);
        }
    }

    @Test
    void takesAMessageOfOneMegabyteAndNoMore() throws Exception {
        try (RawClient client = new RawClient(server.uri())) {
            assertThat(client.ask(request(1, "ping", "\"x\":\"" + "y".repeat(1_000_000) + "\"")))
                    .contains("pong");
            assertThat(client.ask(request(2, "ping", "\"x\":\"" + "y".repeat(1_100_000) + "\"")))
                    .doesNotContain("pong");
        }
    }

    @Test
    void cutsOffAClientThatDoesNotReadAndServesTheOthers() throws Exception {
        try (RawClient good = new RawClient(server.uri());
                Socket deaf = new Socket("127.0.0.1", server.port())) {
            deaf.setReceiveBufferSize(4096);
            OutputStream out = deaf.getOutputStream();
            out.write(("GET /kurento HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            InputStream in = deaf.getInputStream();
            assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 101");
            byte[] question = frame(request(
                    1,
                    "invoke",
                    "\"object\":\"manager_ServerManager\",\"operation\":\"getKmd\","
                            + "\"operationParams\":{\"moduleName\":\"elements\"},\"sessionId\":\"deaf\""));
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 100_000; i++) {
                            out.write(question);
                        }
                    })
                    .isInstanceOf(java.io.IOException.class);
            assertThat(good.ask(request(2, "ping", ""))).contains("pong");
        }
    }

    @Test
    void sendsEventsToTheSocketThatLastUsedTheSession() throws Exception {
        try (RawClient first = new RawClient(server.uri());
                RawClient second = new RawClient(server.uri())) {
            JsonNode subscribed = first.call(
                    request(1, "subscribe", "\"type\":\"ObjectCreated\",\"object\":\"manager_ServerManager\""));
            String session = subscribed.at("/result/sessionId").asText();
            JsonNode taken = second.call(request(2, "connect", "\"sessionId\":\"" + session + "\""));
            assertThat(taken.at("/result/sessionId").asText()).isEqualTo(session);
            second.call(request(3, "create", "\"type\":\"MediaPipeline\""));
            await().until(() -> second.events().size() == 1);
            first.call(request(4, "create", "\"type\":\"MediaPipeline\""));
            await().until(() -> first.events().size() == 1);

            assertThat(second.events()).hasSize(1);
        }
    }

    @Test
    void keepsTheSessionOfALostConnectionUntilItIsCollected() throws Exception {
        String session;
        try (RawClient lost = new RawClient(server.uri())) {
            session = lost.call(request(1, "create", "\"type\":\"MediaPipeline\""))
                    .at("/result/sessionId")
                    .asText();
            server.collect();
            server.collect();
            server.collect();
            assertThat(server.registry().knowsSession(session))
                    .as("connected is alive")
                    .isTrue();
            lost.abort();
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            server.collect();
            return !server.registry().knowsSession(session);
        });
        await().until(() -> server.registry().all().isEmpty());
    }

    @Test
    void doesNotMakePipelinesWaitForAMeasurement() throws Exception {
        try (RawClient client = new RawClient(server.uri())) {
            client.send(request(
                    1,
                    "invoke",
                    "\"object\":\"manager_ServerManager\",\"operation\":\"getUsedCpu\","
                            + "\"operationParams\":{\"interval\":300}"));
            client.send(request(2, "create", "\"type\":\"MediaPipeline\""));
            client.send(request(3, "invoke", "\"object\":\"manager_ServerManager\",\"operation\":\"getCpuCount\""));

            assertThat(new String[] {client.next(), client.next()}).allMatch(reply -> !reply.contains("\"id\":1,"));
            assertThat(client.next()).contains("\"id\":1,");
        }
    }

    @Test
    void stopsAtOnceWithClientsConnected() throws Exception {
        RunningServer other = RunningServer.start();
        try (RawClient client = new RawClient(other.uri())) {
            client.ask(request(1, "create", "\"type\":\"MediaPipeline\""));
            long before = System.nanoTime();
            other.close();
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
            assertThat(client.next()).isEqualTo(RawClient.EOF);
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
            return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String request(int id, String method, String params) {
        return "{\"id\":" + id + ",\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"params\":{" + params + "}}";
    }

    /** A masked text frame of 126 to 65535 bytes, with a mask of zeros (RFC 6455, section 5.2). */
    private static byte[] frame(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        byte[] frame = new byte[8 + payload.length];
        frame[0] = (byte) 0x81;
        frame[1] = (byte) (0x80 | 126);
        frame[2] = (byte) (payload.length >> 8);
        frame[3] = (byte) payload.length;
        System.arraycopy(payload, 0, frame, 8, payload.length);
        return frame;
    }
}
