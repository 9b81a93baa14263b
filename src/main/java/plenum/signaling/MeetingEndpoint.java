package plenum.signaling;

import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The WebSocket of a meeting's tab: joining, media signalling and all else, in one order. */
@ServerEndpoint("/ws/meetings/{letters}")
public class MeetingEndpoint {
    private static final Logger log = LoggerFactory.getLogger(MeetingEndpoint.class);
    private static final int MAX_FRAME = 128 * 1024;

    @Inject
    Assembly assembly;

    private @Nullable Connection connection;

    @OnOpen
    public void open(Session session, @PathParam("letters") String letters) {
        Visitor visitor = (Visitor) session.getUserPrincipal();
        connection = new Connection(letters, visitor, new SessionWire(session), assembly.reception());
    }

    @OnMessage(maxMessageSize = MAX_FRAME)
    public void text(String frame) {
        if (connection != null) {
            connection.received(frame);
        }
    }

    @OnMessage(maxMessageSize = 1024)
    public void binary(ByteBuffer frame) {
        if (connection != null) {
            connection.receivedBinary();
        }
    }

    @OnMessage
    public void pong(PongMessage pong) {
        if (connection != null) {
            connection.heard();
        }
    }

    @OnClose
    public void close() {
        if (connection != null) {
            connection.closed();
        }
    }

    /** Broken sockets are everyday; the close that follows does the rest. */
    @OnError
    public void error(Session session, Throwable problem) {
        log.debug("socket {} failed", session.getId(), problem);
    }
}
