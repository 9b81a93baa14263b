package plenum.media.kurento;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.kurento.jsonrpc.client.JsonRpcClientNettyWebSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.platform.Mailbox;

/**
 * kurento-client's connection without its way of coming back. That one tries every two seconds, and lets calls wait meanwhile for objects
 * that a restarted server no longer has. Ours is lost once, says so at once, and is replaced by another.
 */
final class KurentoSocket extends JsonRpcClientNettyWebSocket {
    private static final Logger log = LoggerFactory.getLogger(KurentoSocket.class);
    private static final int REQUEST_MILLIS = 10_000;
    private static final int CONNECT_MILLIS = 3_000;

    /** What every event says and no answer does: an answer that carries such text has its quotes escaped. */
    private static final String EVENT = "\"method\":\"onEvent\"";

    private final Mailbox events;
    private final Consumer<KurentoSocket> onLost;
    private final AtomicBoolean lost = new AtomicBoolean();

    /** @param onLost called once, on the connection's own thread, when it has gone by itself; must not block */
    KurentoSocket(String url, Executor threads, Consumer<KurentoSocket> onLost) {
        super(url);
        this.events = new Mailbox("events of " + url, threads);
        this.onLost = onLost;
        setRequestTimeout(REQUEST_MILLIS);
        setConnectionTimeout(CONNECT_MILLIS);
        setSendCloseMessage(false);
        setConcurrentServerRequest(false);
    }

    /**
     * Events are handled in their order, but not on the connection's own thread: handling one takes a lock that kurento-client also holds
     * while a create waits for its answer, and that answer has to come in on the connection's thread.
     */
    @Override
    protected void receivedTextMessage(String message) {
        if (message.contains(EVENT)) {
            events.post(() -> super.receivedTextMessage(message));
        } else {
            super.receivedTextMessage(message);
        }
    }

    /** Also called for a change of writability while the connection is well. */
    @Override
    protected void handleReconnectDisconnection(int statusCode, String closeReason) {
        if (!isNativeClientConnected() && !isClosedByUser() && lost.compareAndSet(false, true)) {
            onLost.accept(this);
            discard();
        }
    }

    /** Closes without a word, so that calls that wait for an answer fail now. */
    void discard() {
        try {
            close();
        } catch (IOException | RuntimeException e) {
            log.debug("closing the connection failed", e);
        }
    }
}
