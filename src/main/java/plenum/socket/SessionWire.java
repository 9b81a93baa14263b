package plenum.socket;

import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.platform.Mailbox;
import plenum.platform.Timers;

/**
 * A {@link Wire} over a Jakarta WebSocket session. The caller's thread writes until the thread that serves the socket is known; then only
 * that one does.
 */
final class SessionWire implements Wire {
    private static final Logger log = LoggerFactory.getLogger(SessionWire.class);

    /** For the peer to answer our close frame (RFC 6455 section 7.1.1) and to end the connection. */
    static final Duration CLOSED_WITHIN = Duration.ofSeconds(5);
    /** A frame that the peer has not taken by then breaks the connection. */
    private static final Duration SENT_WITHIN = Duration.ofSeconds(20);

    private final Session session;
    private volatile @Nullable Mailbox thread;

    private SessionWire(Session session) {
        this.session = session;
    }

    /** For a session that has just been opened. */
    static SessionWire open(Session session) {
        session.getAsyncRemote().setSendTimeout(SENT_WITHIN.toMillis());
        return new SessionWire(session);
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

    /**
     * The session is closed. Makes sure that the connection ends as well: a peer that does not answer, or takes nothing more, could keep it.
     *
     * @param ended called when it has ended, now or later
     */
    void end(Timers timers, Runnable ended) {
        // Undertow says so until the connection is gone; elsewhere a closed session is never open
        if (session.isOpen()) {
            timers.after(CLOSED_WITHIN, () -> {
                breakConnection();
                ended.run();
            });
        } else {
            ended.run();
        }
    }

    /** Undertow breaks a connection that is idle after its close frame; Jakarta WebSocket has no other way to do so. */
    private void breakConnection() {
        try {
            session.setMaxIdleTimeout(1);
        } catch (RuntimeException e) {
            log.debug("socket {} has ended already", session.getId(), e);
        }
    }
}
