package plenum.socket;

import jakarta.websocket.server.ServerEndpoint;
import java.util.Map;
import java.util.Optional;

/** Another kind of socket, deployed beside the application's: says what it hears, to whomever. */
@ServerEndpoint("/ws/echo/{name}")
public class EchoEndpoint extends SocketEndpoint {
    @Override
    protected SocketConnection<?> begin(
            Handshake handshake, Map<String, String> path, Wire opened, SocketServices shared) {
        return new SocketConnection<>(handshake, opened, new Words(), shared, connection -> {
            connection.admitted();
            return new Echo(path.get("name"), connection.queue());
        });
    }

    /** All texts that are not empty. */
    private static final class Words implements MessageFamily<String> {
        @Override
        public Optional<String> read(String text) {
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        }

        @Override
        public RateLimit.Rate rateOf(Class<?> message) {
            return RateLimit.Rate.perMinute(3, 60);
        }

        @Override
        public String unreadable() {
            return "nothing";
        }

        @Override
        public String tooOften(Optional<String> message) {
            return "too often";
        }
    }

    private record Echo(String name, SendQueue queue) implements SocketConnection.Listener<String> {
        @Override
        public void received(String message) {
            queue.send(name + ": " + message);
        }

        @Override
        public void closed() {}
    }
}
