package plenum.socket;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.platform.Timers.Timer;
import plenum.socket.PartialFrame.Added;
import plenum.socket.Wire.CloseReason;

/**
 * One socket, from its handshake to its end: joins the parts of messages, decodes them, enforces all limits, answers violations, and
 * detects a dead peer by heartbeats. Messages are handled by its listener. Until {@link #admitted} is called, the limits for strangers
 * apply; see also {@link #asked}.
 *
 * @param <I> what comes in
 */
public final class SocketConnection<I> {
    /** Bytes of a stranger's message: a name, a password and a token. */
    static final int LONGEST_OF_STRANGERS = 4 * 1024;
    /** Bytes of anybody else's. */
    static final int LONGEST = 128 * 1024;

    private static final Logger log = LoggerFactory.getLogger(SocketConnection.class);
    private static final Duration ASKED_WITHIN = Duration.ofSeconds(10);
    private static final Duration PING_EVERY = Duration.ofSeconds(20);
    private static final Duration SILENCE = Duration.ofSeconds(45);
    /** From the first part of a message to its last; looked at with each heartbeat. */
    private static final Duration WHOLE_WITHIN = Duration.ofSeconds(20);

    private final Wire wire;
    private final SocketTicket ticket;
    private final MessageFamily<I> family;
    private final SocketServices services;
    private final SendQueue queue;
    private final PartialFrame arriving;
    private final RateLimit<I> limit;
    private final Timer askLimit;
    private final Timer heartbeat;
    private final Listener<I> listener;
    private volatile boolean stranger = true;
    private volatile Instant heardAt;
    /** When the message began of which only a part has come. */
    private volatile @Nullable Instant unfinishedSince;

    /**
     * Who acts on messages.
     *
     * @param <I> the messages
     */
    public interface Listener<I> {
        /** By one thread at a time, in the order of coming. That thread serves many sockets and must not wait. */
        void received(I message);

        /** The socket is gone. */
        void closed();
    }

    /** @param begin makes the listener, which may use the connection from then on */
    public SocketConnection(
            Handshake handshake,
            Wire wire,
            MessageFamily<I> family,
            SocketServices services,
            Function<SocketConnection<I>, Listener<I>> begin) {
        this.wire = wire;
        this.ticket = handshake.ticket();
        this.family = family;
        this.services = services;
        this.queue = new SendQueue(wire, ticket.outgoing());
        this.arriving = new PartialFrame(ticket.incoming());
        this.limit = new RateLimit<>(family::rateOf, services.clock());
        this.heardAt = services.clock().instant();
        this.askLimit = services.timers().after(ASKED_WITHIN, () -> queue.cut(CloseReason.TOO_LATE));
        this.heartbeat = services.timers().every(PING_EVERY, this::beat);
        this.listener = begin.apply(this);
    }

    /** The send queue of this socket. */
    public SendQueue queue() {
        return queue;
    }

    /** The stranger has said what they want, and may wait for it. */
    public void asked() {
        askLimit.cancel();
    }

    /** They are no stranger any more. */
    public void admitted() {
        askLimit.cancel();
        stranger = false;
        ticket.admitted();
    }

    /** A part of a text came; by one thread at a time. */
    void received(String part, boolean last) {
        heard();
        switch (arriving.add(part, last, stranger ? LONGEST_OF_STRANGERS : LONGEST)) {
            case Added.Whole(String text) -> {
                unfinishedSince = null;
                received(text);
            }
            case Added.Not.YET -> {
                if (unfinishedSince == null) {
                    unfinishedSince = heardAt;
                }
            }
            case Added.Not.TOO_LARGE -> queue.cut(CloseReason.TOO_LARGE);
            case Added.Not.NO_ROOM -> queue.cut(CloseReason.NO_ROOM);
        }
    }

    private void received(String text) {
        if (!limit.admits(text, stranger)) {
            refuse(Optional.empty());
            return;
        }
        Optional<I> read = family.read(text);
        if (read.isEmpty()) {
            queue.finish(family.unreadable(), CloseReason.PROTOCOL_ERROR);
        } else if (limit.admits(read.get())) {
            listener.received(read.get());
        } else {
            refuse(read);
        }
    }

    private void refuse(Optional<I> message) {
        if (limit.mayComplain()) {
            queue.send(family.tooOften(message));
        } else {
            log.info("a socket on which far too much was said was closed");
            queue.cut(CloseReason.TOO_OFTEN);
        }
    }

    /** Something other than text came. */
    void receivedBinary() {
        queue.cut(CloseReason.TEXT_ONLY);
    }

    /** Any sign of life. */
    void heard() {
        heardAt = services.clock().instant();
    }

    /** The socket is gone. */
    void closed() {
        queue.lost();
        askLimit.cancel();
        heartbeat.cancel();
        listener.closed();
    }

    private void beat() {
        Instant now = services.clock().instant();
        Instant unfinished = unfinishedSince;
        boolean stalls = unfinished != null && unfinished.plus(WHOLE_WITHIN).isBefore(now);
        if (stalls || heardAt.plus(SILENCE).isBefore(now)) {
            queue.cut(CloseReason.TOO_LATE);
        } else {
            wire.ping();
        }
    }
}
