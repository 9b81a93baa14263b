package plenum.signaling;

import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import plenum.desk.DeskSeats;
import plenum.protocol.Failed;
import plenum.protocol.Outbox;
import plenum.protocol.ProtocolCodec;
import plenum.socket.Handshake;
import plenum.socket.MessageFamily;
import plenum.socket.RateLimit;
import plenum.socket.SocketConnection;
import plenum.socket.SocketEndpoint;
import plenum.socket.SocketServices;
import plenum.socket.Wire;

/** The WebSocket of a desk's page: the page shows the key of its seat, and is told which parts have changed. */
@ServerEndpoint("/ws/desk")
@NullUnmarked
public class DeskEndpoint extends SocketEndpoint {
    @Inject
    Reception reception;

    @Inject
    DeskSeats seats;

    @Override
    protected SocketConnection<?> begin(
            Handshake handshake, Map<String, String> path, Wire opened, SocketServices shared) {
        return new SocketConnection<>(
                handshake,
                opened,
                new Keys(reception.codec()),
                shared,
                connection -> new Watching(connection, new TabOutbox(connection.queue(), reception.codec()), seats));
    }

    /** The only thing that a page says. */
    private record Key(String text) {}

    /** Keys, as texts. */
    private record Keys(ProtocolCodec codec) implements MessageFamily<Key> {
        private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{43}");
        private static final RateLimit.Rate RATE = RateLimit.Rate.perMinute(1, 1);

        @Override
        public Optional<Key> read(String text) {
            return KEY.matcher(text).matches() ? Optional.of(new Key(text)) : Optional.empty();
        }

        @Override
        public RateLimit.Rate rateOf(Class<?> message) {
            return RATE;
        }

        @Override
        public String unreadable() {
            return codec.encode(new Failed(Failed.Code.MALFORMED, null));
        }

        @Override
        public String tooOften(Optional<Key> message) {
            return codec.encode(new Failed(Failed.Code.THROTTLED, null));
        }
    }

    private static final class Watching implements SocketConnection.Listener<Key> {
        private final SocketConnection<Key> connection;
        private final Outbox page;
        private final DeskSeats seats;
        private @Nullable Runnable end;

        Watching(SocketConnection<Key> connection, Outbox page, DeskSeats seats) {
            this.connection = connection;
            this.page = page;
            this.seats = seats;
        }

        @Override
        public synchronized void received(Key key) {
            seats.watch(key.text(), page)
                    .ifPresentOrElse(
                            watching -> {
                                end = watching;
                                connection.admitted();
                            },
                            () -> page.finish(new Failed(Failed.Code.NOT_FOUND, null)));
        }

        @Override
        public synchronized void closed() {
            if (end != null) {
                end.run();
            }
        }
    }
}
