package plenum.signaling;

import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A {@link Wire} over Jakarta's session. */
final class SessionWire implements Wire {
    private static final Logger log = LoggerFactory.getLogger(SessionWire.class);

    private final Session session;

    SessionWire(Session session) {
        this.session = session;
    }

    @Override
    public void send(String text, Consumer<Boolean> sent) {
        try {
            session.getAsyncRemote().sendText(text, result -> sent.accept(result.isOK()));
        } catch (RuntimeException e) {
            log.debug("socket {} did not take a text", session.getId(), e);
            sent.accept(false);
        }
    }

    @Override
    public void ping() {
        try {
            session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
        } catch (IOException | RuntimeException e) {
            log.debug("socket {} did not take a ping", session.getId(), e);
        }
    }

    @Override
    public void close(CloseReason reason) {
        try {
            session.close(new jakarta.websocket.CloseReason(CloseCodes.getCloseCode(reason.code()), ""));
        } catch (IOException | RuntimeException e) {
            log.debug("socket {} was closed already", session.getId(), e);
        }
    }
}
