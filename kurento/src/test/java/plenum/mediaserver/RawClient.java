package plenum.mediaserver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A WebSocket client that sends what it is told and keeps what it hears. */
public final class RawClient implements WebSocket.Listener, AutoCloseable {
    /** Stands for a connection that was cut without a close frame. */
    public static final String EOF = "EOF";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<String> replies = new LinkedBlockingQueue<>();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;
    private volatile boolean ended;

    public RawClient(URI uri, String... headers) {
        WebSocket.Builder builder = http.newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        socket = builder.buildAsync(uri, this).join();
    }

    /** Sends without waiting. */
    public void send(String text) {
        socket.sendText(text, true).join();
    }

    /** Sends, and returns the next message that is not an event; {@link #EOF} or {@code CLOSE code reason} when it ends. */
    public String ask(String text) throws InterruptedException {
        if (ended) {
            return EOF;
        }
        try {
            send(text);
        } catch (RuntimeException e) {
            return EOF;
        }
        return next();
    }

    public String next() throws InterruptedException {
        String reply = replies.poll(10, TimeUnit.SECONDS);
        if (reply == null) {
            throw new AssertionError("no reply within 10 s");
        }
        return reply;
    }

    public JsonNode call(String text) throws InterruptedException, JsonProcessingException {
        return JSON.readTree(ask(text));
    }

    public List<JsonNode> events() {
        return events;
    }

    /** Cuts the connection. */
    public void abort() {
        socket.abort();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            hear(partial.toString());
            partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    private void hear(String message) {
        try {
            JsonNode json = JSON.readTree(message);
            if (json.has("method")) {
                events.add(json);
            } else {
                replies.add(message);
            }
        } catch (JsonProcessingException e) {
            replies.add("not JSON: " + message);
        }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        ended = true;
        replies.add(statusCode == 1006 ? EOF : "CLOSE " + statusCode + " " + reason);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        ended = true;
        replies.add(EOF);
    }

    @Override
    public void close() {
        socket.abort();
        http.close();
    }
}
