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
import plenum.signaling.Wire.CloseReason;
import plenum.socket.SocketTicket;

/** The WebSocket of a meeting's tab: joining, media signalling and all else, in one order. */
@ServerEndpoint("/ws/meetings/{letters}")
public class MeetingEndpoint {
    private static final Logger log = LoggerFactory.getLogger(MeetingEndpoint.class);

    @Inject
    Assembly assembly;

    private @Nullable SessionWire wire;
    private @Nullable Connection connection;
    private @Nullable SocketTicket ticket;

    @OnOpen
    public void open(Session session, @PathParam("letters") String letters) {
        Visitor visitor = (Visitor) session.getUserPrincipal();
        wire = SessionWire.open(session);
        ticket = visitor.ticket();
        if (ticket.use()) {
            connection = new Connection(letters, visitor, wire, assembly.reception());
        } else {
            wire.close(CloseReason.NO_ROOM);
        }
    }

    /** In parts, because Undertow keeps whole messages to no limit, whatever {@code maxMessageSize} says. */
    @OnMessage
    public void text(String part, boolean last) {
        if (connection != null && wire != null) {
            wire.servedBy(assembly.socketThreads().current());
            connection.received(part, last);
        }
    }

    @OnMessage
    public void binary(ByteBuffer part, boolean last) {
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
        if (wire != null && ticket != null) {
            wire.end(assembly.timers(), ticket::close);
        }
    }

    /** Broken sockets are everyday; the close that follows does the rest. */
    @OnError
    public void error(Session session, Throwable problem) {
        log.debug("socket {} failed", session.getId(), problem);
    }
}
