package plenum.media.kurento;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.kurento.jsonrpc.client.JsonRpcClientNettyWebSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * kurento-client's connection without its own reconnecting. That one retries every two seconds, and meanwhile queues calls for objects that
 * a restarted server no longer has. This one fails once, reports it at once, and is replaced by a new one.
 */
final class KurentoSocket extends JsonRpcClientNettyWebSocket {
    private static final Logger log = LoggerFactory.getLogger(KurentoSocket.class);
    private static final int REQUEST_MILLIS = 10_000;
    private static final int CONNECT_MILLIS = 3_000;

    private final Consumer<KurentoSocket> onLost;
    private final AtomicBoolean lost = new AtomicBoolean();

    /** @param onLost called once, when it has gone by itself, mostly on the connection's own thread; must not block */
    KurentoSocket(String url, Consumer<KurentoSocket> onLost) {
        super(url);
        this.onLost = onLost;
        setRequestTimeout(REQUEST_MILLIS);
        setConnectionTimeout(CONNECT_MILLIS);
        setSendCloseMessage(false);
        // kurento-client may block while it dispatches an event; on the connection's own thread, all replies would wait
        // for that in vain
        setConcurrentServerRequest(true);
    }

    /** Also called for a change of writability while the connection is well. */
    @Override
    protected void handleReconnectDisconnection(int statusCode, String closeReason) {
        if (!isNativeClientConnected()) {
            giveUp();
        }
    }

    /** Called by the library itself, too, when the connection is reset; it does not tell of that otherwise. */
    @Override
    public void close() throws IOException {
        super.close();
        giveUp();
    }

    /** Takes the connection for lost: what is asked over it fails. It may have gone without anybody being told. */
    void giveUp() {
        if (lost.compareAndSet(false, true)) {
            onLost.accept(this);
            discard();
        }
    }

    /** Closes without a word, so that calls that wait for an answer fail now. */
    void discard() {
        lost.set(true);
        try {
            close();
        } catch (IOException | RuntimeException e) {
            log.debug("closing the connection failed", e);
        }
    }
}
