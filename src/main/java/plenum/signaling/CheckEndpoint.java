package plenum.signaling;

import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import plenum.check.Check;
import plenum.check.Checks;
import plenum.protocol.ClientMessage;
import plenum.socket.Handshake;
import plenum.socket.SocketConnection;
import plenum.socket.SocketEndpoint;
import plenum.socket.SocketServices;
import plenum.socket.Wire;

/** The WebSocket of a connection check. */
@ServerEndpoint("/ws/check")
@NullUnmarked
public class CheckEndpoint extends SocketEndpoint {
    @Inject
    Reception reception;

    @Inject
    Checks checks;

    @Override
    protected SocketConnection<?> begin(
            Handshake handshake, Map<String, String> path, Wire opened, SocketServices shared) {
        return new SocketConnection<>(
                handshake, opened, reception.messages(), shared, connection -> listener(handshake, connection));
    }

    private SocketConnection.Listener<ClientMessage> listener(
            Handshake handshake, SocketConnection<ClientMessage> connection) {
        Optional<Check> begun = checks.begin(handshake.address(), new TabOutbox(connection.queue(), reception.codec()));
        if (begun.isPresent()) {
            connection.admitted();
        }
        return new Checking(begun);
    }

    /** @param check empty when it was refused, and the socket is being closed */
    private record Checking(Optional<Check> check) implements SocketConnection.Listener<ClientMessage> {
        @Override
        public void received(ClientMessage message) {
            check.ifPresent(begun -> begun.received(message));
        }

        @Override
        public void closed() {
            check.ifPresent(Check::close);
        }
    }
}
