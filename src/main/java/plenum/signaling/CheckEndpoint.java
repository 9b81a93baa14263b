package plenum.signaling;

import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.check.Check;
import plenum.protocol.ClientMessage;
import plenum.protocol.Decoding;
import plenum.protocol.Failed;
import plenum.signaling.Wire.CloseReason;
import plenum.socket.PartialFrame;
import plenum.socket.PartialFrame.Added;
import plenum.socket.SocketTicket;

/** The WebSocket of a connection check. It is over within a minute, so it needs no heartbeat. */
@ServerEndpoint("/ws/check")
public class CheckEndpoint {
    private static final Logger log = LoggerFactory.getLogger(CheckEndpoint.class);

    @Inject
    Assembly assembly;

    private @Nullable SessionWire wire;
    private @Nullable SocketTicket ticket;
    private @Nullable PartialFrame arriving;
    private @Nullable WebSocketOutbox outbox;
    private @Nullable Check check;

    @OnOpen
    public void open(Session session) {
        Visitor visitor = (Visitor) session.getUserPrincipal();
        ticket = visitor.ticket();
        wire = SessionWire.open(session);
        arriving = new PartialFrame(ticket.incoming());
        outbox = new WebSocketOutbox(wire, assembly.reception().codec(), ticket.outgoing());
        if (!ticket.use()) {
            outbox.cut(CloseReason.NO_ROOM);
            return;
        }
        check = assembly.checks().begin(visitor.address(), outbox).orElse(null);
        if (check != null) {
            ticket.admitted();
        }
    }

    @OnMessage
    public void text(String part, boolean last) {
        if (outbox == null || check == null || arriving == null) {
            return;
        }
        switch (arriving.add(part, last, Connection.LONGEST)) {
            case Added.Whole(String frame) -> received(check, outbox, frame);
            case Added.Not.YET -> {}
            case Added.Not.TOO_LARGE -> outbox.cut(CloseReason.TOO_LARGE);
            case Added.Not.NO_ROOM -> outbox.cut(CloseReason.NO_ROOM);
        }
    }

    private void received(Check begun, WebSocketOutbox answers, String frame) {
        switch (assembly.reception().codec().decode(frame)) {
            case Decoding.Malformed malformed ->
                answers.finish(new Failed(Failed.Code.MALFORMED, null), CloseReason.PROTOCOL_ERROR);
            case Decoding.Decoded(ClientMessage message) -> begun.received(message);
        }
    }

    @OnMessage
    public void binary(ByteBuffer part, boolean last) {
        if (outbox != null) {
            outbox.cut(CloseReason.TEXT_ONLY);
        }
    }

    @OnClose
    public void close() {
        if (check != null) {
            check.close();
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
