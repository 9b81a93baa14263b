package plenum.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A meeting's tab, as far as its socket goes. */
public final class Tab implements WebSocket.Listener {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private WebSocket socket;

    private Tab() {}

    /** Opens a socket as one of our own pages would. */
    public static Tab open(String letters, String cookie) {
        return open(letters, cookie, Deployments.site().toString());
    }

    public static Tab open(String letters, String cookie, String origin) {
        return openAt("/ws/meetings/" + letters, cookie, origin);
    }

    /** Opens the socket of a connection check. */
    public static Tab openCheck(String origin) {
        return openAt("/ws/check", null, origin);
    }

    private static Tab openAt(String path, String cookie, String origin) {
        return openAt(HTTP, Deployments.site(), path, cookie, origin);
    }

    /**
     * Opens a socket of any Plenum.
     *
     * @param from whose address the server sees
     * @param cookie null for none
     * @param origin null for none
     */
    public static Tab openAt(HttpClient from, URI site, String path, String cookie, String origin) {
        Tab tab = new Tab();
        WebSocket.Builder builder = from.newWebSocketBuilder();
        if (origin != null) {
            builder.header("Origin", origin);
        }
        if (cookie != null) {
            builder.header("Cookie", cookie);
        }
        tab.socket = builder.buildAsync(URI.create("ws://" + site.getAuthority() + path), tab)
                .join();
        return tab;
    }

    /** One message at a time: a socket refuses another while it sends. */
    public synchronized Tab say(String json) {
        socket.sendText(json.replace('\'', '"'), true).join();
        return this;
    }

    public void sayBinary() {
        socket.sendBinary(java.nio.ByteBuffer.wrap(new byte[] {1, 2, 3}), true).join();
    }

    /** The next message of a type; those before it are dropped. */
    public JsonNode hear(String type) {
        return hear(type, message -> true);
    }

    /** The next message, whatever it is. */
    public JsonNode hearAny() {
        try {
            JsonNode message = received.poll(30, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("nothing came");
            }
            return message;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next message, if one comes within a time. */
    public Optional<JsonNode> hearWithin(Duration patience) {
        try {
            return Optional.ofNullable(received.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next message of two types. */
    public JsonNode hearEither(String one, String other) {
        return hear(List.of(one, other), message -> true);
    }

    public JsonNode hear(String type, Predicate<JsonNode> which) {
        return hear(List.of(type), which);
    }

    private JsonNode hear(List<String> types, Predicate<JsonNode> which) {
        try {
            for (; ; ) {
                JsonNode message = received.poll(30, TimeUnit.SECONDS);
                if (message == null) {
                    throw new AssertionError("no " + String.join(" or ", types) + " came");
                }
                if (types.contains(message.path("type").asText()) && which.test(message)) {
                    return message;
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many messages of a type have come and were not heard yet. */
    public long waiting(String type) {
        return received.stream()
                .filter(message -> message.path("type").asText().equals(type))
                .count();
    }

    public boolean isClosed() {
        return closed.isDone();
    }

    /** Waits for the server to close, and tells the code. */
    public int closeCode() {
        return closed.orTimeout(30, TimeUnit.SECONDS).join();
    }

    /** As if the network were gone. */
    public void vanish() {
        socket.abort();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            try {
                JsonNode frame = JSON.readTree(partial.toString());
                if (frame.isArray()) {
                    frame.forEach(received::add);
                } else {
                    received.add(frame);
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
        closed.complete(statusCode);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete(1006);
    }
}
