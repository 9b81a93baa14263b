package plenum.signaling;

import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import plenum.socket.Handshake;
import plenum.socket.SocketConnection;
import plenum.socket.SocketEndpoint;
import plenum.socket.SocketServices;
import plenum.socket.Wire;

/** The WebSocket endpoint of a meeting's tab. */
@ServerEndpoint("/ws/meetings/{letters}")
@NullUnmarked
public class MeetingEndpoint extends SocketEndpoint {
    @Inject
    Reception reception;

    @Override
    protected SocketConnection<?> begin(
            Handshake handshake, Map<String, String> path, Wire opened, SocketServices shared) {
        String letters = path.getOrDefault("letters", "");
        Visitor visitor = Visitor.of(handshake, letters);
        return new SocketConnection<>(
                handshake,
                opened,
                reception.messages(),
                shared,
                connection -> new MeetingSocket(letters, visitor, connection, reception));
    }
}
