package plenum.e2e;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Somebody in a meeting with neither browser nor devices: a socket that has joined. */
final class Seat implements AutoCloseable {

    private static final String LINK = "/m/";
    private static final int PATIENCE_SECONDS = 20;

    private final WebSocket socket;

    private Seat(WebSocket socket) {
        this.socket = socket;
    }

    /** Joins at a meeting's link; returns when they are in. */
    static Seat take(HttpClient client, String link, String name) {
        URI page = URI.create(link);
        int at = link.lastIndexOf(LINK);
        String origin = page.getScheme() + "://" + page.getAuthority();
        URI address = URI.create("ws://" + page.getAuthority() + "/ws/meetings/" + link.substring(at + LINK.length()));
        Welcome welcome = new Welcome();
        WebSocket socket = client.newWebSocketBuilder()
                .header("Origin", origin)
                .buildAsync(address, welcome)
                .join();
        socket.sendText("{\"type\":\"join\",\"name\":\"" + name + "\",\"microphone\":true,\"camera\":false}", true)
                .join();
        welcome.come.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        return new Seat(socket);
    }

    /** Begins or ends to be the one who is heard, as a tab tells it. */
    void speaks(boolean speaking) {
        int level = speaking ? 60 : 0;
        socket.sendText("{\"type\":\"speech\",\"speaking\":" + speaking + ",\"level\":" + level + "}", true)
                .join();
    }

    @Override
    public void close() {
        socket.abort();
    }

    /** Waits for the word that one is in; reads the rest, so that the server need not wait. */
    private static final class Welcome implements WebSocket.Listener {
        private final CompletableFuture<Void> come = new CompletableFuture<>();
        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            message.append(data);
            if (last) {
                if (message.indexOf("{\"type\":\"welcome\"") >= 0) {
                    come.complete(null);
                }
                message.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }
}
