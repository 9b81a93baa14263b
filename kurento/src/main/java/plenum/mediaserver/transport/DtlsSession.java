package plenum.mediaserver.transport;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.mediaserver.loop.EventLoop;

/**
 * One DTLS association. BouncyCastle's handshake blocks, so it runs on a virtual thread of its own, which stays afterwards to answer
 * retransmitted flights and to notice a close_notify. Events are posted to the event loop.
 */
final class DtlsSession implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DtlsSession.class);
    private static final int IDLE_WAIT_MILLIS = (int) TimeUnit.MINUTES.toMillis(5);
    private static final int FIRST_HANDSHAKE_BYTE = 20;
    private static final byte ALERT = 21;
    private static final int LAST_HANDSHAKE_BYTE = 63;

    /** News of a session, on its loop. */
    interface Listener {
        void sendDtls(byte[] datagram);

        void secured(SrtpSession session);

        /** The other side has closed the association. */
        void farewell();

        void dtlsFailed(String reason);
    }

    private final EventLoop loop;
    private final Listener listener;
    private final DtlsDatagrams datagrams;
    private @Nullable DTLSTransport transport;
    private volatile boolean listening;
    private boolean proven;
    private boolean closed;

    DtlsSession(EventLoop loop, Listener listener) {
        this.loop = loop;
        this.listener = listener;
        this.datagrams = new DtlsDatagrams(this::send);
    }

    /** Whether a datagram is DTLS rather than STUN or RTP (RFC 7983). */
    static boolean looksLikeDtls(byte[] data) {
        return data[0] >= FIRST_HANDSHAKE_BYTE && data[0] <= LAST_HANDSHAKE_BYTE;
    }

    void start(DtlsIdentity identity, Fingerprint expected, DtlsRole role) {
        Thread.ofVirtual().name("dtls").start(() -> handshake(identity, new DtlsTerms(expected), role));
    }

    /** The other side has sent something with the agreed keys: it needs no message of the handshake again. */
    void proven() {
        proven = true;
    }

    void receive(byte[] data, int length) {
        if (proven && DtlsRecords.areInClear(data, length)) {
            return; // whoever can write the peer's address into a datagram could end the association with it
        }
        if (DtlsRecords.announceAtMost(DtlsTerms.maxHandshakeMessage(), data, length)) {
            datagrams.put(data, length);
        }
    }

    private void handshake(DtlsIdentity identity, DtlsTerms terms, DtlsRole role) {
        DTLSTransport established;
        try {
            established = role == DtlsRole.SERVER
                    ? new DTLSServerProtocol().accept(new DtlsServer(identity, terms), datagrams)
                    : new DTLSClientProtocol().connect(new DtlsClient(identity, terms), datagrams);
        } catch (IOException | RuntimeException e) {
            log.debug("DTLS handshake failed", e);
            String reason = String.valueOf(e.getMessage());
            post(() -> listener.dtlsFailed("DTLS handshake failed: " + reason));
            return;
        }
        SrtpSession session = terms.session(role);
        loop.execute(() -> {
            if (closed) {
                farewell(established);
            } else {
                transport = established;
                listener.secured(session);
            }
        });
        listening = true;
        listen(established, terms);
    }

    /**
     * Waits for the other side's farewell. Records that it did not write end the association for BouncyCastle, and anybody could send them from
     * its address: the media have keys of their own and go on, until consent is gone.
     */
    private void listen(DTLSTransport established, DtlsTerms terms) {
        byte[] buffer = new byte[datagrams.getReceiveLimit()];
        try {
            while (true) {
                established.receive(buffer, 0, buffer.length, IDLE_WAIT_MILLIS); // content would be a data channel's
            }
        } catch (IOException | RuntimeException e) {
            log.debug("DTLS has ended", e);
            if (terms.hasEnded()) {
                post(listener::farewell);
            }
        }
    }

    /** At once on the loop itself, where the farewell is said just before all ends. */
    private void send(byte[] datagram) {
        if (loop.inLoop()) {
            listener.sendDtls(datagram);
        } else if (!(listening && datagram[0] == ALERT)) { // about a record that the other side may never have written
            post(() -> listener.sendDtls(datagram));
        }
    }

    private void post(Runnable news) {
        loop.execute(() -> {
            if (!closed) {
                news.run();
            }
        });
    }

    /** Says farewell when there is something to say it on, and ends the thread. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        if (transport != null) {
            farewell(transport);
        }
        closed = true;
        datagrams.close();
    }

    private static void farewell(DTLSTransport established) {
        try {
            established.close();
        } catch (IOException e) {
            log.debug("close_notify could not be sent", e);
        }
    }
}
