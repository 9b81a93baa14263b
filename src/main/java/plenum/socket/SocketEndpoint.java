package plenum.socket;

import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.socket.Wire.CloseReason;

/** A socket as the container calls it. Each kind of socket is a subclass with {@code @ServerEndpoint} and a path below {@code /ws/}. */
public abstract class SocketEndpoint {
    private static final Logger log = LoggerFactory.getLogger(SocketEndpoint.class);

    @Inject
    @Nullable
    SocketServices services;

    private @Nullable SessionWire wire;
    private @Nullable SocketTicket ticket;
    private @Nullable SocketConnection<?> connection;
    private boolean closed;

    /**
     * Begins the connection of a socket that has just been opened.
     *
     * @param path parameters of the path
     */
    protected abstract SocketConnection<?> begin(
            Handshake handshake, Map<String, String> path, Wire opened, SocketServices shared);

    @OnOpen
    public final void open(Session session) {
        Handshake handshake = (Handshake) session.getUserPrincipal();
        wire = SessionWire.open(session);
        ticket = handshake.ticket();
        if (services != null && ticket.use()) {
            begun(begin(handshake, session.getPathParameters(), wire, services));
            handshake.forgetCookies();
        } else {
            wire.close(CloseReason.NO_ROOM);
        }
    }

    /** One that refuses whoever comes may have closed its socket while it began, and the container has told so already. */
    private void begun(SocketConnection<?> begun) {
        boolean over;
        synchronized (this) {
            connection = begun;
            over = closed;
        }
        if (over) {
            begun.closed();
        }
    }

    /** In parts, because Undertow keeps whole messages to no limit, whatever {@code maxMessageSize} says. */
    @OnMessage
    public final void text(String part, boolean last) {
        if (connection != null && wire != null && services != null) {
            wire.servedBy(services.threads().current());
            connection.received(part, last);
        }
    }

    @OnMessage
    public final void binary(ByteBuffer part, boolean last) {
        if (connection != null) {
            connection.receivedBinary();
        }
    }

    @OnMessage
    public final void pong(PongMessage pong) {
        if (connection != null) {
            connection.heard();
        }
    }

    @OnClose
    public final void close() {
        SocketConnection<?> begun;
        synchronized (this) {
            closed = true;
            begun = connection;
        }
        if (begun != null) {
            begun.closed();
        }
        if (wire != null && ticket != null && services != null) {
            wire.end(services.timers(), ticket::close);
        }
    }

    /** Broken sockets are everyday; the close that follows does the rest. */
    @OnError
    public final void error(Session session, Throwable problem) {
        log.debug("socket {} failed", session.getId(), problem);
    }
}
