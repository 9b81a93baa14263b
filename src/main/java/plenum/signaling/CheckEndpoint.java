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

/** The WebSocket of a connection check. It is over within a minute, so it needs no heartbeat. */
@ServerEndpoint("/ws/check")
public class CheckEndpoint {
    private static final Logger log = LoggerFactory.getLogger(CheckEndpoint.class);

    @Inject
    Assembly assembly;

    private final PartialFrame arriving = new PartialFrame();
    private @Nullable WebSocketOutbox outbox;
    private @Nullable Check check;

    @OnOpen
    public void open(Session session) {
        Visitor visitor = (Visitor) session.getUserPrincipal();
        outbox = new WebSocketOutbox(
                new SessionWire(session), assembly.reception().codec());
        check = assembly.checks().begin(visitor.address(), outbox).orElse(null);
    }

    @OnMessage
    public void text(String part, boolean last) {
        if (outbox == null || check == null) {
            return;
        }
        if (!arriving.add(part)) {
            outbox.cut(CloseReason.TOO_LARGE);
        } else if (last) {
            switch (assembly.reception().codec().decode(arriving.take())) {
                case Decoding.Malformed malformed ->
                    outbox.finish(new Failed(Failed.Code.MALFORMED, null), CloseReason.PROTOCOL_ERROR);
                case Decoding.Decoded(ClientMessage message) -> check.received(message);
            }
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
    }

    /** Broken sockets are everyday; the close that follows does the rest. */
    @OnError
    public void error(Session session, Throwable problem) {
        log.debug("socket {} failed", session.getId(), problem);
    }
}
