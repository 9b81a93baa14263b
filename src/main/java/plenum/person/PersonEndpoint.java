package plenum.person;

import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.Identities;
import plenum.signaling.Reception;
import plenum.signaling.TabOutbox;
import plenum.socket.Handshake;
import plenum.socket.SocketConnection;
import plenum.socket.SocketEndpoint;
import plenum.socket.SocketServices;
import plenum.socket.Wire;

/** The WebSocket of a page whose reader is signed in. Whose it is, the session's cookie says. */
@ServerEndpoint("/ws/me")
@NullUnmarked
public class PersonEndpoint extends SocketEndpoint {
    @Inject
    Reception reception;

    @Inject
    PersonNews news;

    @Override
    protected SocketConnection<?> begin(
            Handshake handshake, Map<String, String> path, Wire opened, SocketServices shared) {
        return new SocketConnection<>(
                handshake,
                opened,
                reception.messages(),
                shared,
                connection -> new PersonSocket(
                        connection,
                        new TabOutbox(connection.queue(), reception.codec()),
                        news.switchboard(),
                        handshake.cookie(Identities.COOKIE)));
    }
}
