package plenum.signaling;

import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.platform.Mailbox;

/** A {@link Wire} over Jakarta's session. Whoever sends writes, until the thread that serves the socket is known; then that one does. */
final class SessionWire implements Wire {
    private static final Logger log = LoggerFactory.getLogger(SessionWire.class);

    private final Session session;
    private volatile @Nullable Mailbox thread;

    SessionWire(Session session) {
        this.session = session;
    }

    /** @param mailbox of the thread that serves the socket */
    void servedBy(@Nullable Mailbox mailbox) {
        thread = mailbox;
    }

    @Override
    public void send(String text, Consumer<Boolean> sent) {
        Mailbox held = thread;
        if (held == null || !held.post(() -> write(text, sent))) {
            write(text, sent);
        }
    }

    private void write(String text, Consumer<Boolean> sent) {
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
